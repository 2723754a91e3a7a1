import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ChromiumBrowser, ChromiumPage } from './open-browser.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const inPage = await readFile(new URL('in-page.js', import.meta.url), 'utf8');

export interface View {
  readonly width: number;
  readonly colours: 'light' | 'dark';
  /** Those of axe's; all where none is named. */
  readonly rules: readonly string[];
}

/** A phone by day and a desk by night; of axe's rules the second is asked those that colours and width can break. */
const views: readonly View[] = [
  { width: 390, colours: 'light', rules: [] },
  { width: 1280, colours: 'dark', rules: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'] },
];

/** A picture of more than that takes a browser long, and nobody looks at it. */
const mostHeight = 3000;

/** What is wrong with a page as a person sees it, in words. */
interface Inspection {
  readonly errors: readonly string[];
  /** Whatever it asked for beside itself. */
  readonly requests: readonly string[];
  readonly overflow: readonly string[];
  readonly accessibility: readonly string[];
  readonly faintLetters: readonly string[];
  readonly cutLetters: readonly string[];
}

const nothing: Inspection = {
  errors: [],
  requests: [],
  overflow: [],
  accessibility: [],
  faintLetters: [],
  cutLetters: [],
};

/** Of a page with which nothing is wrong, in any view. */
export const flawless: ReadonlyMap<string, Inspection> = new Map(
  views.map(({ width, colours }) => [`${width} px, ${colours}`, nothing]),
);

/**
 * Opens a page of this machine in a browser without a window, looks at it closely in every view, and keeps a picture of
 * each; what is wrong is told by view.
 */
export async function inspectPage(
  browser: ChromiumBrowser,
  url: string,
  picture: (view: View) => string,
): Promise<ReadonlyMap<string, Inspection>> {
  const page = await browser.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) requests.push(request.url());
  });
  try {
    await page.goto(url);
    await page.evaluate(axe);
    await page.evaluate(inPage);
    const inspections = new Map<string, Inspection>();
    for (const view of views) {
      const { height, ...seen } = await lookAt(page, view);
      await page.setViewportSize({ width: view.width, height: Math.min(height, mostHeight) });
      await page.screenshot({ path: picture(view), type: 'jpeg', quality: 80 });
      inspections.set(`${view.width} px, ${view.colours}`, { errors, requests, ...seen });
    }
    return inspections;
  } finally {
    await page.close();
  }
}

interface Seen extends Omit<Inspection, 'errors' | 'requests'> {
  readonly height: number;
}

async function lookAt(page: ChromiumPage, { width, colours, rules }: View): Promise<Seen> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: colours });
  return await page.evaluate(`lookClosely(${JSON.stringify(rules)})`);
}

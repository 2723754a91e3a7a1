import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ChromiumBrowser } from './open-browser.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const inPage = await readFile(new URL('in-page.js', import.meta.url), 'utf8');

export interface View {
  readonly width: number;
  readonly colours: 'light' | 'dark';
}

/** A phone by day and a desk by night. */
export const views: readonly View[] = [
  { width: 390, colours: 'light' },
  { width: 1280, colours: 'dark' },
];

/** What is wrong with a page as a person sees it, in words. */
export interface Inspection {
  readonly errors: readonly string[];
  /** Whatever it asked for beside itself. */
  readonly requests: readonly string[];
  readonly overflow: readonly string[];
  readonly accessibility: readonly string[];
  readonly faintLetters: readonly string[];
  readonly cutLetters: readonly string[];
}

export const flawless: Inspection = {
  errors: [],
  requests: [],
  overflow: [],
  accessibility: [],
  faintLetters: [],
  cutLetters: [],
};

/** Opens a page of this machine in a browser without a window, looks at it closely, and keeps a picture of it. */
export async function inspectPage(
  browser: ChromiumBrowser,
  url: string,
  { width, colours }: View,
  picture: string,
): Promise<Inspection> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: colours });
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
    const seen = await page.evaluate<Omit<Inspection, 'errors' | 'requests'>>('lookClosely()');
    await page.screenshot({ path: picture, fullPage: true });
    return { errors, requests, ...seen };
  } finally {
    await page.close();
  }
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Records, tellHistory } from '../../report/history/history.ts';
import { renderReportPage } from '../../report/page/page.ts';
import { projectRecords, someRecords } from '../builders/records.ts';
import { flawless, inspectPage, type View } from './inspect-page.ts';
import { type ChromiumBrowser, openBrowser } from './open-browser.ts';

const pictures = fileURLToPath(new URL('../../.orchestrate/screenshots', import.meta.url));

const states: Readonly<Record<string, Records>> = {
  empty: someRecords(),
  'mid-way': projectRecords({ stories: 40, verified: 17 }),
  stuck: projectRecords({ stories: 12, verified: 6, stuck: 3 }),
  done: projectRecords({ stories: 16, verified: 16 }),
  large: projectRecords({ stories: 10_000, verified: 6500, stuck: 40 }),
};

let browser: ChromiumBrowser;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-pages-'));
  await mkdir(pictures, { recursive: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the report in a browser', () => {
  it.each(Object.keys(states))('%s: asks for nothing, fits, and can be read by everybody', async (name) => {
    const path = join(folder, `${name}.html`);
    const records = states[name] ?? someRecords();
    const report = renderReportPage(tellHistory(records));
    expect(report.length).toBeLessThan(1_000_000);
    await writeFile(path, report);
    const picture = ({ width }: View): string => join(pictures, `report-${name}-${width}.jpg`);
    expect(await inspectPage(browser, pathToFileURL(path).href, picture)).toEqual(flawless);
  });
});

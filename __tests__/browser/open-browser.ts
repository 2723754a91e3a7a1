import { access, constants } from 'node:fs/promises';
// biome-ignore lint/correctness/noUnresolvedImports: the package's types refer to a file without its ending, which biome does not follow
import { type Browser, chromium, type Page } from 'playwright-core';

export type ChromiumBrowser = Browser;
export type ChromiumPage = Page;

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Nothing but the page: no window, no profile of anybody, no talk with anywhere. */
const flags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of this machine without a window; whoever asks closes it. */
export async function openBrowser(): Promise<ChromiumBrowser> {
  return await chromium.launch({ executablePath: await findChromium(), args: [...flags] });
}

/** Where there is no browser, this says what to install. */
async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM'];
  for (const place of named === undefined ? usualPlaces : [named]) {
    if (await isProgram(place)) return place;
  }
  throw new Error(
    `There is no browser ${named === undefined ? 'in any of the usual places' : `at ${named}`}: install Chromium (apt-get install chromium), or name yours in CHROMIUM.`,
  );
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeGallery } from '../../scripts/gallery/write-gallery.ts';
import { flawless, inspectPage, type View } from './inspect-page.ts';
import { type ChromiumBrowser, openBrowser } from './open-browser.ts';

const pictures = fileURLToPath(new URL('../../.orchestrate/screenshots', import.meta.url));

let browser: ChromiumBrowser;
let folder = '';
let pages: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  await mkdir(pictures, { recursive: true });
  [browser, pages] = await Promise.all([openBrowser(), writeGallery(folder)]);
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the gallery in a browser', () => {
  it.each([
    'index.html',
    'always/index.html',
    'empty/index.html',
    'mid-way/index.html',
    'stuck/index.html',
    'done/index.html',
    'large/index.html',
  ])('%s asks for nothing, fits, and can be read by everybody', async (path) => {
    expect(pages).toContain(path);
    const picture = ({ width }: View): string =>
      join(pictures, `gallery-${path.replace('/index', '').replace('.html', '')}-${width}.jpg`);
    expect(await inspectPage(browser, pathToFileURL(join(folder, path)).href, picture)).toEqual(flawless);
  });
});

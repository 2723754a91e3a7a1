import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../../src/init/open-browser.ts';
import { openTerminal } from '../../src/init/terminal.ts';

test('where nobody sits, nobody agrees and no key is given', async () => {
  expect(process.stdin.isTTY).not.toBe(true);
  expect(await openTerminal().confirm('Do it?')).toBe('no');
  expect(await openTerminal().askSecret('KEY: ')).toBe('');
});

test('says where a page is, and opens it in the browser that is named, if there is one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'init-browser-'));
  const program = join(folder, 'browser');
  writeFileSync(program, `#!/bin/sh\necho "$*" > ${folder}/opened\n`);
  chmodSync(program, 0o755);
  const said: string[] = [];
  await openBrowser('https://github.com/x?a=1&b=$(c)', { BROWSER: program }, (line) => said.push(line));
  expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe('https://github.com/x?a=1&b=$(c)\n');
  await openBrowser('https://github.com/y', { BROWSER: join(folder, 'none') }, (line) => said.push(line));
  expect(said).toEqual(['  https://github.com/x?a=1&b=$(c)', '  https://github.com/y']);
  rmSync(folder, { recursive: true });
});

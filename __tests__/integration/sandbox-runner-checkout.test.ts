import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addOrigin, removeServerHeaders, setServerHeader } from '../../sandbox/runner/shims/checkout-config.ts';

const serverUrl = 'http://127.0.0.1:4711';
const key = `http.${serverUrl}/.extraheader`;
const header = (token: string): string => `AUTHORIZATION: basic ${token}==`;

interface Fresh extends Disposable {
  readonly folder: string;
  git(...args: readonly string[]): string;
  config(): string;
}

function openFresh(): Fresh {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-checkout-'));
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trimEnd();
  git('init', '--quiet', '.');
  return {
    folder,
    git,
    config: () => readFileSync(join(folder, '.git', 'config'), 'utf8'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

test.each([`${serverUrl}/acme/lib`, 'http://h/a;b#c', 'http://h/with "quotes" and \\', 'http://h/two\nlines'])(
  'names the origin as git remote add does: %j',
  (url) => {
    using written = openFresh();
    using told = openFresh();
    addOrigin(written.folder, url);
    told.git('remote', 'add', 'origin', url);
    expect(written.git('config', '--local', '--list', '-z')).toBe(told.git('config', '--local', '--list', '-z'));
  },
);

test('keeps one header for a server, the last one set', () => {
  using fresh = openFresh();
  setServerHeader(fresh.folder, { serverUrl, value: header('one') });
  setServerHeader(fresh.folder, { serverUrl, value: header('two') });
  expect(fresh.git('config', '--local', '--get-all', key)).toBe(header('two'));
});

test('takes the headers out again and leaves the configuration as it was', () => {
  using fresh = openFresh();
  addOrigin(fresh.folder, `${serverUrl}/acme/lib`);
  const before = fresh.config();
  setServerHeader(fresh.folder, { serverUrl, value: header('one') });
  removeServerHeaders(fresh.folder, serverUrl);
  expect(fresh.config()).toBe(before);
});

test('takes out what git itself wrote and nothing that steps set beside it', () => {
  using fresh = openFresh();
  const other = 'http.http://127.0.0.1:4712/.extraheader';
  fresh.git('config', '--local', key, header('one'));
  fresh.git('config', '--local', '--add', key, header('two'));
  fresh.git('config', '--local', `http.${serverUrl}/.proxy`, 'http://proxy');
  fresh.git('config', '--local', other, header('other'));
  removeServerHeaders(fresh.folder, serverUrl);
  expect(fresh.config()).not.toContain(header('one'));
  expect(fresh.config()).not.toContain(header('two'));
  expect(fresh.git('config', '--local', `http.${serverUrl}/.proxy`)).toBe('http://proxy');
  expect(fresh.git('config', '--local', other)).toBe(header('other'));
});

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const hermetic = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
};

/** Git as a person uses it, by no configuration of this machine. */
export function git(args: readonly string[], cwd: string, input: string | Uint8Array = ''): string {
  return execFileSync('git', args, {
    cwd,
    env: hermetic,
    encoding: 'utf8',
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
  }).trim();
}

/** Makes folders that begin as a copy of one that is made once, by `fill`, for all tests of a file. */
export function makeFolders(name: string, fill: (folder: string) => void): () => string {
  let template: string | null = null;
  afterAll(() => {
    if (template !== null) rmSync(template, { recursive: true, force: true });
  });
  return () => {
    if (template === null) {
      template = mkdtempSync(join(tmpdir(), `${name}-template-`));
      fill(template);
    }
    const folder = mkdtempSync(join(tmpdir(), `${name}-`));
    cpSync(template, folder, { recursive: true });
    return folder;
  };
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { type Notebook, openNotebook } from '../../src/init/notes.ts';

const notes = { version: 1, slug: 'orchestrate-demo', id: 7, clientId: 'Iv1', privateKey: 'PEM' } as const;

let folder: string;
let notebook: Notebook;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-notes-'));
  notebook = openNotebook({ host: 'github.com', owner: 'ada', repo: 'demo' }, { XDG_STATE_HOME: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('are what was noted, for their owner alone, until they are forgotten', async () => {
  expect(await notebook.read()).toBeNull();
  await notebook.write(notes);
  expect(await notebook.read()).toEqual(notes);
  expect(statSync(notebook.path).mode & 0o077).toBe(0);
  expect(readdirSync(dirname(notebook.path))).toHaveLength(1);
  await notebook.forget();
  expect(await notebook.read()).toBeNull();
});

// Taken for none, another App would be made, and the key of the first one written over.
test.each([
  ['cut off', '{"version":1,"slug":"orch'],
  ['of a newer release', JSON.stringify({ ...notes, version: 2 })],
])('are not taken for none where they are %s', async (_, text) => {
  mkdirSync(dirname(notebook.path), { recursive: true });
  writeFileSync(notebook.path, text);
  await expect(notebook.read()).rejects.toThrow(ConfigurationError);
  await expect(notebook.read()).rejects.toThrow(notebook.path);
});

test('are not taken for none where they cannot be read', async () => {
  mkdirSync(notebook.path, { recursive: true });
  await expect(notebook.read()).rejects.toThrow(ConfigurationError);
});

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { foundWorld } from './action-world.ts';

/** A Node 20 of this machine besides the one that the project brings along. */
function findNode20(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const candidates = [...new Set(folders)].map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  return candidates.find((path) => /^v20\./.test(execFileSync(path, ['--version'], { encoding: 'utf8' }))) ?? null;
}

it('plans on Node 20 too', async ({ skip }) => {
  const node = findNode20();
  if (node === null) return skip('no Node 20 on PATH; CI has a job of its own for it');
  await using world = await foundWorld();
  expect(await world.run('plan', { node })).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '2' } });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'NODE_COMPILE_CACHE';

/** Whatever the tests start and start again, the bundle above all, is compiled once in a run of the tests. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // One of the machine's own, or the one that another project of this run has made.
  if (process.env[variable] !== undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'compile-cache-'));
  process.env[variable] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The same for a process that is given no other variable of ours. */
export function compileCache(): Readonly<Record<string, string>> {
  const folder = process.env[variable];
  return folder === undefined ? {} : { [variable]: folder };
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const memory = '/dev/shm';
/** Many times what all tests at once were ever seen to hold. */
const enough = 4 * 1024 ** 3;

/** Repositories that live for a second are made in memory, where there is plenty of it; else where files are made anyway. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // One of somebody's own, or the one that another project of this run has made.
  if (process.env['TMPDIR'] !== undefined || !(await hasRoom())) return undefined;
  const folder = await mkdtemp(join(memory, 'tests-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  if (!(await mayRun(folder))) {
    await remove();
    return undefined;
  }
  process.env['TMPDIR'] = folder;
  return remove;
}

async function hasRoom(): Promise<boolean> {
  const place = await statfs(memory).catch(() => null);
  return place !== null && place.bavail * place.bsize >= enough && freemem() >= enough;
}

/** In many a container nothing may be run there, and git's hooks are. */
async function mayRun(folder: string): Promise<boolean> {
  const script = join(folder, 'may-run');
  await writeFile(script, '#!/bin/sh\n', { mode: 0o700 });
  return await promisify(execFile)(script).then(
    () => true,
    () => false,
  );
}

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { GitObject } from './objects.ts';

/** Writes an object as git itself would, without a process for it, and returns its SHA. */
export function writeLooseObject(gitDir: string, type: 'blob' | 'commit' | 'tree', content: Uint8Array): string {
  const object = Buffer.concat([Buffer.from(`${type} ${content.byteLength}\0`), content]);
  const sha = createHash('sha1').update(object).digest('hex');
  const path = pathOf(gitDir, sha);
  if (existsSync(path)) return sha;
  mkdirSync(dirname(path), { recursive: true });
  // Under its own name only once it is whole: a kill must not leave half an object there.
  const unfinished = join(gitDir, 'objects', `new-${randomUUID()}`);
  writeFileSync(unfinished, deflateSync(object, { level: 1 }), { mode: 0o444 });
  renameSync(unfinished, path);
  return sha;
}

/** Whether an object lies in a file of its own. */
export function hasLooseObject(gitDir: string, sha: string): boolean {
  return existsSync(pathOf(gitDir, sha));
}

/** An object that lies in a file of its own; null where there is no such file. */
export function readLooseObject(gitDir: string, sha: string): GitObject | null {
  try {
    const bytes = inflateSync(readFileSync(pathOf(gitDir, sha)));
    const head = bytes.indexOf(0);
    const type = bytes.toString('latin1', 0, bytes.indexOf(' ')) as GitObject['type'];
    return { sha, type, content: bytes.subarray(head + 1) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function pathOf(gitDir: string, sha: string): string {
  return join(gitDir, 'objects', sha.slice(0, 2), sha.slice(2));
}

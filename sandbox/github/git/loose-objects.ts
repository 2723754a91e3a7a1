import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** Writes an object as git itself would, without a process for it, and returns its SHA. */
export function writeLooseObject(gitDir: string, type: 'blob' | 'commit' | 'tree', content: Uint8Array): string {
  const object = Buffer.concat([Buffer.from(`${type} ${content.byteLength}\0`), content]);
  const sha = createHash('sha1').update(object).digest('hex');
  const path = join(gitDir, 'objects', sha.slice(0, 2), sha.slice(2));
  if (existsSync(path)) return sha;
  mkdirSync(dirname(path), { recursive: true });
  // Under its own name only once it is whole: a kill must not leave half an object there.
  const unfinished = join(gitDir, 'objects', `new-${randomUUID()}`);
  writeFileSync(unfinished, deflateSync(object, { level: 1 }), { mode: 0o444 });
  renameSync(unfinished, path);
  return sha;
}

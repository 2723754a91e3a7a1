import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/*
 * What a bare repository of ours keeps in plain files (gitrepository-layout(5)): nobody but us ever packs its refs.
 */

/** Where the commits are named that came from the remote with all their history. */
export const fetchedRefs = 'refs/fetched';

/** Where the commits are named that were judged and let in; the remote need not have them. */
const judgedRefs = 'refs/judged';

/** Names a commit that was let in. */
export async function nameJudged(directory: string, commit: string): Promise<void> {
  await writeRef(directory, `${judgedRefs}/${commit}`, commit);
}

/** Whether a commit is known to be there by its name alone; git may know of others. */
export async function isNamed(directory: string, commit: string): Promise<boolean> {
  const names = await Promise.all([fetchedRefs, judgedRefs].map((refs) => readRef(directory, `${refs}/${commit}`)));
  return names.some((name) => name !== null);
}

/** The commits whose parents are not there. */
export async function readShallow(directory: string): Promise<readonly string[]> {
  return (await readOrNothing(join(directory, 'shallow'))).split('\n').filter((line) => line !== '');
}

export async function writeShallow(directory: string, commits: readonly string[]): Promise<void> {
  await writeAside(directory, 'shallow', commits.map((commit) => `${commit}\n`).join(''));
}

/** The commit of a ref, by its full name; null where there is no such ref. */
export async function readRef(directory: string, ref: string): Promise<string | null> {
  return (await readOrNothing(join(directory, ref))).trim() || null;
}

export async function writeRef(directory: string, ref: string, commit: string): Promise<void> {
  await writeAside(directory, ref, `${commit}\n`);
}

/** The names of the refs right below a prefix. */
export async function listRefs(directory: string, prefix: string): Promise<readonly string[]> {
  return await orNothing(readdir(join(directory, prefix)), []);
}

function readOrNothing(path: string): Promise<string> {
  return orNothing(readFile(path, 'utf8'), '');
}

async function orNothing<Value>(reading: Promise<Value>, nothing: Value): Promise<Value> {
  return await reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return nothing;
    throw error;
  });
}

/** Whole or not at all, whoever writes the same beside us; nothing half-made is ever found among the refs. */
async function writeAside(directory: string, name: string, text: string): Promise<void> {
  const made = join(directory, `new-${randomUUID()}`);
  const path = join(directory, name);
  await writeFile(made, text);
  await mkdir(dirname(path), { recursive: true });
  await rename(made, path);
}

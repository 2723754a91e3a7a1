import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runGit } from './git.ts';
import { GitError } from './git-error.ts';
import type { ObjectMemory } from './object-memory.ts';
import { readPack } from './read-pack.ts';
import { askRefs, type FetchedPack, fetchPack, type SmartRemote } from './smart-http.ts';

/** A pack of more bytes is git's own work. */
const memoryLimit = 4_000_000;

export interface Tips extends SmartRemote {
  /** The bare repository that takes what is too much to be kept in memory. */
  readonly directory: string;
  readonly memory: ObjectMemory;
}

export interface TipWanted {
  /** The ref's full name at the remote. */
  readonly from: string;
  /** Its full name here. */
  readonly to: string;
}

/**
 * The tips of some refs with their trees and without their history, as `git fetch --depth=1` would bring them, by two
 * requests and no process; where they are too large, one process indexes them in the repository instead. The commits by
 * the refs here that were found there; null where the remote could not be asked in this way.
 */
export async function fetchTips(tips: Tips, wanted: readonly TipWanted[]): Promise<ReadonlyMap<string, string> | null> {
  const refs = wanted.map(({ from }) => from);
  const commits = await askRefs(tips, refs);
  if (commits === null) return null;
  const found = wanted.flatMap(({ to }, index) => {
    const commit = commits[index] ?? null;
    return commit === null ? [] : [[to, commit] as const];
  });
  if (!(await bring(tips, found))) return null;
  for (const [to, commit] of found) tips.memory.refs.set(to, commit);
  return new Map(found);
}

type Found = readonly (readonly [to: string, commit: string])[];

/** Fetches the commits that are not here yet, to where those before them are; false where that did not work so. */
async function bring(tips: Tips, found: Found): Promise<boolean> {
  const { directory, memory } = tips;
  const indexed = await readShallow(directory);
  const has = indexed.length === 0 ? [...memory.shallow] : indexed;
  const commits = new Set(found.map(([, commit]) => commit));
  const missing = [...commits].filter((commit) => !memory.objects.has(commit) && !indexed.includes(commit));
  if (missing.length === 0) return true;
  const fetched = await fetchPack(tips, { commits: missing, has });
  if (fetched === null) return false;
  if (indexed.length === 0 && keepInMind(fetched, memory)) return true;
  return await keepInRepository(fetched, found, directory);
}

function keepInMind({ pack, shallow }: FetchedPack, memory: ObjectMemory): boolean {
  const objects = pack.length > memoryLimit ? null : readPack(pack, memory.objects);
  if (objects === null) return false;
  for (const object of objects) memory.objects.set(object.id, object);
  for (const commit of shallow) memory.shallow.add(commit);
  return true;
}

async function keepInRepository({ pack, shallow }: FetchedPack, found: Found, directory: string): Promise<boolean> {
  try {
    await runGit(['index-pack', '--stdin', '--fix-thin'], { gitDir: directory, input: pack });
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
  await writeShallow(directory, [...new Set([...(await readShallow(directory)), ...shallow])]);
  for (const [to, commit] of found) await writeAside(join(directory, to), `${commit}\n`);
  return true;
}

/** The commits whose parents are not here (gitrepository-layout(5)). */
async function readShallow(directory: string): Promise<readonly string[]> {
  const text = await readFile(join(directory, 'shallow'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter((line) => line !== '');
}

async function writeShallow(directory: string, commits: readonly string[]): Promise<void> {
  await writeAside(join(directory, 'shallow'), commits.map((commit) => `${commit}\n`).join(''));
}

/** Whole or not at all. */
async function writeAside(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

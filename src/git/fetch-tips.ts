import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runGit } from './git.ts';
import { GitError } from './git-error.ts';
import { askRefs, fetchPack, type SmartRemote } from './smart-http.ts';

export interface Tips extends SmartRemote {
  /** The bare repository they are fetched into. */
  readonly directory: string;
}

export interface TipWanted {
  /** The ref's full name at the remote. */
  readonly from: string;
  /** Its full name here. */
  readonly to: string;
}

/**
 * The tips of some refs with their trees and without their history, as `git fetch --depth=1` would bring them, by two
 * requests and one process; the refs here that were found there. Null where the remote could not be asked in this way.
 */
export async function fetchTips(tips: Tips, wanted: readonly TipWanted[]): Promise<ReadonlySet<string> | null> {
  const refs = wanted.map(({ from }) => from);
  const commits = await askRefs(tips, refs);
  if (commits === null) return null;
  const found = wanted.flatMap(({ to }, index) => {
    const commit = commits[index] ?? null;
    return commit === null ? [] : [{ to, commit }];
  });
  const tipsFound = found.map(({ commit }) => commit);
  if (!(await bring(tips, tipsFound))) return null;
  for (const { to, commit } of found) await writeAside(join(tips.directory, to), `${commit}\n`);
  return new Set(found.map(({ to }) => to));
}

/** Fetches the commits that are not here yet; false where that did not work in this way. */
async function bring(tips: Tips, commits: readonly string[]): Promise<boolean> {
  const has = await readShallow(tips.directory);
  const missing = [...new Set(commits)].filter((commit) => !has.includes(commit));
  if (missing.length === 0) return true;
  const fetched = await fetchPack(tips, { commits: missing, has });
  if (fetched === null) return false;
  try {
    await runGit(['index-pack', '--stdin', '--fix-thin'], { gitDir: tips.directory, input: fetched.pack });
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
  await writeShallow(tips.directory, [...new Set([...has, ...fetched.shallow])]);
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

import { indexPack } from './index-pack.ts';
import { hasWhole, type ObjectMemory } from './object-memory.ts';
import { readPack } from './read-pack.ts';
import { readShallow, writeRef } from './repository-files.ts';
import { askRefs, type FetchedPack, fetchPack, type SmartRemote } from './smart-http.ts';

/** A pack of more bytes is git's own work; of trees alone, half a million files are about as many. */
const memoryLimits = { whole: 4_000_000, trees: 16_000_000 } as const;

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
  /** Whether all files are wanted; else the trees are, where the remote can leave files out. */
  readonly isWhole: boolean;
}

/** A branch's tip of which files are read one by one; here it stands where git keeps what it fetched of a branch. */
export function projectTip(branch: string): TipWanted {
  return { from: `refs/heads/${branch}`, to: `refs/remotes/origin/${branch}`, isWhole: false };
}

/**
 * The tips of some refs with their trees and without their history, as `git fetch --depth=1` would bring them, by two
 * requests and no process, or three where of some the trees are wanted alone. Trees that are too many, or that the remote
 * cannot send without their files, come whole; what is too large, one process indexes in the repository instead. The
 * commits by the refs here that were found there; null where the remote could not be asked in this way.
 */
export async function fetchTips(tips: Tips, wanted: readonly TipWanted[]): Promise<ReadonlyMap<string, string> | null> {
  const refs = wanted.map(({ from }) => from);
  const commits = await askRefs(tips, refs);
  if (commits === null) return null;
  const found = wanted.flatMap((one, index) => {
    const commit = commits[index] ?? null;
    return commit === null ? [] : [{ ...one, commit }];
  });
  const [whole, bare] = [found.filter(({ isWhole }) => isWhole), found.filter(({ isWhole }) => !isWhole)];
  const [isBrought, areTrees] = await Promise.all([bring(tips, whole), bringTrees(tips, bare)]);
  if (!isBrought || !(areTrees || (await bring(tips, bare)))) return null;
  for (const { to, commit } of found) tips.memory.refs.set(to, commit);
  return new Map(found.map(({ to, commit }) => [to, commit]));
}

type Found = readonly { readonly to: string; readonly commit: string }[];

/** Fetches the trees of commits that are not here yet; false where that did not work so. */
async function bringTrees(tips: Tips, found: Found): Promise<boolean> {
  const { objects, bare } = tips.memory;
  const commits = [...new Set(found.map(({ commit }) => commit))].filter((commit) => !objects.has(commit));
  if (commits.length === 0) return true;
  const fetched = await fetchPack(tips, { commits, has: [], isShallow: true, withoutFiles: true });
  const read = fetched === null || fetched.pack.length > memoryLimits.trees ? null : readPack(fetched.pack, new Map());
  if (read === null) return false;
  for (const object of read) objects.set(object.id, object);
  for (const commit of commits) bare.add(commit);
  return true;
}

/** Fetches the commits that are not here yet, to where those before them are; false where that did not work so. */
async function bring(tips: Tips, found: Found): Promise<boolean> {
  const { directory, memory } = tips;
  const indexed = await readShallow(directory);
  const has = indexed.length === 0 ? [...memory.shallow] : indexed;
  const commits = new Set(found.map(({ commit }) => commit));
  const missing = [...commits].filter((commit) => !hasWhole(memory, commit) && !indexed.includes(commit));
  if (missing.length === 0) return true;
  const fetched = await fetchPack(tips, { commits: missing, has, isShallow: true });
  if (fetched === null) return false;
  if (indexed.length === 0 && keepInMind(fetched, memory)) return true;
  return await keepInRepository(fetched, found, directory);
}

function keepInMind({ pack, shallow }: FetchedPack, memory: ObjectMemory): boolean {
  const objects = pack.length > memoryLimits.whole ? null : readPack(pack, memory.objects);
  if (objects === null) return false;
  for (const object of objects) memory.objects.set(object.id, object);
  for (const commit of shallow) {
    memory.shallow.add(commit);
    memory.bare.delete(commit);
  }
  return true;
}

async function keepInRepository(fetched: FetchedPack, found: Found, directory: string): Promise<boolean> {
  if (!(await indexPack(directory, fetched))) return false;
  for (const { to, commit } of found) await writeRef(directory, to, commit);
  return true;
}

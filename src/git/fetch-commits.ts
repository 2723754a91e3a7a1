import { indexPack } from './index-pack.ts';
import { fetchedRefs, listRefs, readRef, readShallow, writeRef } from './repository-files.ts';
import { askRefs, fetchPack, type SmartRemote } from './smart-http.ts';

export interface Wanted {
  /** Kept under `refs/remotes/origin/`. */
  readonly branches?: readonly string[];
  readonly commits?: readonly string[];
}

interface Receiver extends SmartRemote {
  readonly directory: string;
  /** Whether commits are wanted without their parents. */
  readonly isShallow: boolean;
}

/** The commits that a repository has from its remote, with their history or without. */
export async function listFetched(directory: string): Promise<readonly string[]> {
  return [...(await listRefs(directory, fetchedRefs)), ...(await readShallow(directory))];
}

/**
 * Fetches branches and commits as `git fetch` would, by two requests and one process; false when the remote has one of
 * the branches not (any more). Null where that did not work in this way: then git has to ask, and says why.
 */
export async function fetchCommits(
  repository: Receiver,
  { branches = [], commits = [] }: Wanted,
): Promise<boolean | null> {
  const refs = branches.map((branch) => `refs/heads/${branch}`);
  const found = refs.length === 0 ? [] : await askRefs(repository, refs);
  if (found === null) return null;
  const tips = found.filter((tip) => tip !== null);
  if (tips.length < refs.length) return false;
  if (!(await bring(repository, new Set([...tips, ...commits])))) return null;
  for (const [index, tip] of tips.entries()) {
    await writeRef(repository.directory, `refs/remotes/origin/${branches[index]}`, tip);
  }
  return true;
}

/**
 * Notes what git itself has brought, as what came by plain requests is noted: else it is fetched, and pushed back, again
 * and again with all its history. Of commits without their parents git keeps the list.
 */
export async function noteFetched(
  { directory, isShallow }: Pick<Receiver, 'directory' | 'isShallow'>,
  { branches = [], commits = [] }: Wanted,
): Promise<void> {
  if (isShallow) return;
  const tips = await Promise.all(branches.map((branch) => readRef(directory, `refs/remotes/origin/${branch}`)));
  for (const commit of new Set([...tips.filter((tip) => tip !== null), ...commits])) {
    await writeRef(directory, `${fetchedRefs}/${commit}`, commit);
  }
}

/** Whether the commits are there now. */
async function bring(repository: Receiver, commits: ReadonlySet<string>): Promise<boolean> {
  const { directory, isShallow } = repository;
  const has = await listFetched(directory);
  const missing = [...commits].filter((commit) => !has.includes(commit));
  if (missing.length === 0) return true;
  const fetched = await fetchPack(repository, { commits: missing, has, isShallow });
  if (fetched === null || !(await indexPack(directory, fetched))) return false;
  if (!isShallow) for (const commit of missing) await writeRef(directory, `${fetchedRefs}/${commit}`, commit);
  return true;
}

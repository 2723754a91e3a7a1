import { RemoteError } from '../errors.ts';
import { ensureBareRepository } from './bare-repository.ts';
import { fetchCommits, noteFetched, type Wanted } from './fetch-commits.ts';
import { fetchTips, projectTip } from './fetch-tips.ts';
import { isFile } from './file-tree.ts';
import { runGit } from './git.ts';
import { GitError } from './git-error.ts';
import type { GitObject } from './git-object.ts';
import { type ObjectMemory, recallEntry } from './object-memory.ts';
import { readObjects } from './read-objects.ts';
import { readPack } from './read-pack.ts';
import { isNamed, readRef } from './repository-files.ts';
import { fetchFile } from './smart-http.ts';

/** A bare repository of our own that holds what the trusted jobs read of the project; nothing in it is ever run. */
export interface Repository {
  readonly directory: string;
  readonly remoteUrl: string;
  readonly token: string;
  /** Only the trees of what is fetched, without their history: enough to read files and diffs, not to find a merge base. */
  readonly isShallow: boolean;
  /** What was read of it already, without its having come into the folder. */
  readonly memory?: ObjectMemory;
}

/** Makes the bare repository in its folder, when it is not there yet. */
export async function ensureRepository({ directory }: Repository): Promise<void> {
  await ensureBareRepository(directory);
}

/** The SHA of a branch's tip as it was fetched; null where there was no such branch. */
export async function readTip({ directory }: Repository, branch: string): Promise<string | null> {
  return await readRef(directory, `refs/remotes/origin/${branch}`);
}

/** Whether a commit is there already. */
export async function hasCommit({ directory }: Pick<Repository, 'directory'>, commit: string): Promise<boolean> {
  if (await isNamed(directory, commit)) return true;
  const { exitCode } = await runGit(['cat-file', '-e', `${commit}^{commit}`], { gitDir: directory, accept: [1, 128] });
  return exitCode === 0;
}

/** Fetches branches and commits in one go; false when the remote does not have one of them (any more). */
export async function fetchInto(repository: Repository, wanted: Wanted): Promise<boolean> {
  const fetched = await fetchCommits(repository, wanted);
  if (fetched !== null) return fetched;
  const isThere = await fetchByGit(repository, wanted);
  if (isThere) await noteFetched(repository, wanted);
  return isThere;
}

async function fetchByGit(repository: Repository, { branches = [], commits = [] }: Wanted): Promise<boolean> {
  const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];
  const reach = repository.isShallow ? ['--depth=1'] : [];
  const refspecs = [...branches.map((branch) => `+refs/heads/${branch}:refs/remotes/origin/${branch}`), ...commits];
  try {
    await runGit(['fetch', ...flags, ...reach, repository.remoteUrl, ...refspecs], {
      gitDir: repository.directory,
      config: { 'core.hooksPath': '/dev/null' },
      credential: { url: repository.remoteUrl, token: repository.token },
      timeoutSeconds: 300,
    });
    return true;
  } catch (error) {
    if (error instanceof GitError && isMissing(error)) return false;
    throw error;
  }
}

function isMissing({ stderr }: GitError): boolean {
  return /couldn't find remote ref|not our ref|no such remote ref/i.test(stderr);
}

/** Fetches a branch's tip, of its files the trees at least: those that are read come one by one. */
export async function fetchTip(repository: Repository, branch: string): Promise<void> {
  const { memory } = repository;
  if (memory !== undefined && (await fetchTips({ ...repository, memory }, [projectTip(branch)])) !== null) return;
  await fetchInto(repository, { branches: [branch] });
}

/** A file at a commit. */
export interface FoundFile {
  /** Its blob's SHA. */
  readonly sha: string;
  /** Its text, which may have to be fetched first. */
  read(): Promise<string>;
}

/** The file at a path of a commit; null when there is no such file. */
export async function findFile(repository: Repository, commit: string, path: string): Promise<FoundFile | null> {
  const { memory, directory } = repository;
  const known = memory === undefined ? undefined : recallEntry(memory, commit, path);
  if (memory === undefined || known === undefined) {
    const [file = null] = await readObjects(directory, [`${commit}:${path}`]);
    return toFile(file);
  }
  if (known === null || !isFile(known)) return null;
  const wanted = { commit, blob: known.id };
  return { sha: known.id, read: async () => textOf(await recallBlob(repository, memory, wanted)) };
}

interface WantedBlob {
  readonly commit: string;
  readonly blob: string;
}

/** A file's content: known, or fetched alone, or, where that does not work, with all that its commit holds. */
async function recallBlob(
  repository: Repository,
  { objects }: ObjectMemory,
  { commit, blob }: WantedBlob,
): Promise<GitObject> {
  const known = objects.get(blob);
  if (known !== undefined) return known;
  const fetched = await fetchFile(repository, blob);
  const read = fetched === null ? null : readPack(fetched.pack, objects);
  const found = read?.find(({ id }) => id === blob) ?? (await fetchWhole(repository, { commit, blob }));
  objects.set(blob, found);
  return found;
}

async function fetchWhole(repository: Repository, { commit, blob }: WantedBlob): Promise<GitObject> {
  const { directory } = repository;
  await ensureRepository(repository);
  const [found = null] = (await fetchInto(repository, { commits: [commit] }))
    ? await readObjects(directory, [blob])
    : [];
  if (found !== null) return found;
  const facts = { request: 'git fetch', status: null, requestId: null, retryable: true };
  throw new RemoteError(`${commit} is gone from the repository, and ${blob} with it`, facts);
}

export interface TipReading {
  /** The commit read from; null where there is no such branch. */
  readonly tip: string | null;
  readonly file: FoundFile | null;
}

/** A branch's tip as it was fetched, with one file of it. */
export async function findFileAtTip(repository: Repository, branch: string, path: string): Promise<TipReading> {
  const { directory, memory } = repository;
  const { to: ref } = projectTip(branch);
  const known = memory?.refs.get(ref);
  if (known !== undefined) return { tip: known, file: await findFile(repository, known, path) };
  const [tip = null, file = null] = await readObjects(directory, [ref, `${ref}:${path}`]);
  return { tip: tip?.id ?? null, file: toFile(file) };
}

function toFile(object: GitObject | null): FoundFile | null {
  return object?.type === 'blob' ? { sha: object.id, read: () => Promise.resolve(textOf(object)) } : null;
}

function textOf({ content }: GitObject): string {
  return content.toString('utf8');
}

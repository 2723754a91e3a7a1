import { ensureBareRepository } from './bare-repository.ts';
import { fetchCommits, noteFetched, type Wanted } from './fetch-commits.ts';
import { runGit } from './git.ts';
import { GitError } from './git-error.ts';
import type { GitObject } from './git-object.ts';
import { type ObjectMemory, recallFile } from './object-memory.ts';
import { readObjects } from './read-objects.ts';
import { isNamed, readRef } from './repository-files.ts';

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

export interface BlobReading {
  readonly sha: string;
  readonly text: string;
}

/** The text of a file at a commit, with its blob's SHA; null when there is no such file. */
export async function readFileAt(repository: Repository, commit: string, path: string): Promise<BlobReading | null> {
  const known = repository.memory === undefined ? undefined : recallFile(repository.memory, commit, path);
  if (known !== undefined) return toBlob(known);
  const [file = null] = await readObjects(repository.directory, [`${commit}:${path}`]);
  return toBlob(file);
}

export interface TipReading {
  /** The commit read from; null where there is no such branch. */
  readonly tip: string | null;
  readonly file: BlobReading | null;
}

/** A branch's tip as it was fetched, with the text of one file of it. */
export async function readFileAtTip(repository: Repository, branch: string, path: string): Promise<TipReading> {
  const { directory, memory } = repository;
  const ref = `refs/remotes/origin/${branch}`;
  const known = memory?.refs.get(ref);
  if (known !== undefined) return { tip: known, file: await readFileAt(repository, known, path) };
  const [tip = null, file = null] = await readObjects(directory, [ref, `${ref}:${path}`]);
  return { tip: tip?.id ?? null, file: toBlob(file) };
}

function toBlob(object: GitObject | null): BlobReading | null {
  return object?.type === 'blob' ? { sha: object.id, text: object.content.toString('utf8') } : null;
}

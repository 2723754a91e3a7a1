import { mkdir } from 'node:fs/promises';
import { runGit, runGitBytes } from './git.ts';
import { GitError } from './git-error.ts';

/** A bare repository of our own that holds what the trusted jobs read of the project; nothing in it is ever run. */
export interface Repository {
  readonly directory: string;
  readonly remoteUrl: string;
  readonly token: string;
  /** Only the trees of what is fetched, without their history: enough to read files and diffs, not to find a merge base. */
  readonly isShallow: boolean;
}

/** Makes the bare repository in its folder, when it is not there yet. */
export async function ensureRepository({ directory }: Repository): Promise<void> {
  await mkdir(directory, { recursive: true });
  await runGit(['init', '--quiet', '--bare', '--template=', '--initial-branch=none', directory]);
}

/** The SHA of a branch's tip as it was fetched; null where there was no such branch. */
export async function readTip({ directory }: Repository, branch: string): Promise<string | null> {
  const ref = `refs/remotes/origin/${branch}`;
  const { stdout, exitCode } = await runGit(['rev-parse', '--verify', '--quiet', ref], {
    gitDir: directory,
    accept: [1],
  });
  return exitCode === 0 ? stdout.trim() : null;
}

/** Whether a commit is there already. */
export async function hasCommit({ directory }: Repository, commit: string): Promise<boolean> {
  const { exitCode } = await runGit(['cat-file', '-e', `${commit}^{commit}`], { gitDir: directory, accept: [1, 128] });
  return exitCode === 0;
}

export interface Wanted {
  /** Kept under `refs/remotes/origin/`. */
  readonly branches?: readonly string[];
  readonly commits?: readonly string[];
}

/** Fetches branches and commits in one go; false when the remote does not have one of them (any more). */
export async function fetchInto(repository: Repository, { branches = [], commits = [] }: Wanted): Promise<boolean> {
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
  const input = `${commit}:${path}\n`;
  const { stdout } = await runGitBytes(['cat-file', '--batch'], { gitDir: repository.directory, input });
  const output = Buffer.from(stdout);
  const lineEnd = output.indexOf(10);
  const [sha = '', type, size] = output.toString('utf8', 0, lineEnd).split(' ');
  if (type !== 'blob') return null;
  return { sha, text: output.toString('utf8', lineEnd + 1, lineEnd + 1 + Number(size)) };
}

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

/** Makes the bare repository in a folder of our own. */
export async function openRepository(repository: Repository): Promise<Repository> {
  await mkdir(repository.directory, { recursive: true });
  await runGit(['init', '--quiet', '--bare', '--initial-branch=none', repository.directory]);
  return repository;
}

/** Fetches one branch's tip and returns its SHA; null where there is no such branch. */
export async function fetchTip(repository: Repository, branch: string): Promise<string | null> {
  const ref = `refs/remotes/origin/${branch}`;
  const isThere = await fetchRefs(repository, [`+refs/heads/${branch}:${ref}`]);
  if (!isThere) return null;
  const { stdout } = await runGit(['rev-parse', '--verify', ref], { gitDir: repository.directory });
  return stdout.trim();
}

/** Fetches commits by their SHA; false when the remote does not have one of them (any more). */
export async function fetchCommits(repository: Repository, shas: readonly string[]): Promise<boolean> {
  return await fetchRefs(repository, shas);
}

async function fetchRefs(repository: Repository, refs: readonly string[]): Promise<boolean> {
  const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];
  const reach = repository.isShallow ? ['--depth=1'] : [];
  try {
    await runGit(['fetch', ...flags, ...reach, repository.remoteUrl, ...refs], {
      gitDir: repository.directory,
      config: { 'gc.auto': '0', 'core.hooksPath': '/dev/null' },
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
  const gitDir = repository.directory;
  const { stdout, exitCode } = await runGit(['rev-parse', '--verify', '--quiet', `${commit}:${path}`], {
    gitDir,
    accept: [1, 128],
  });
  if (exitCode !== 0) return null;
  const blob = await runGitBytes(['cat-file', 'blob', stdout.trim()], { gitDir });
  return { sha: stdout.trim(), text: new TextDecoder().decode(blob.stdout) };
}

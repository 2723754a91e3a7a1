import { ensureBareRepository } from './bare-repository.ts';
import { runGit } from './git.ts';
import { GitError } from './git-error.ts';
import type { RefStoreAuthor } from './make-commit.ts';
import { type RemoteGit, remoteGit } from './remote-git.ts';
import { identity } from './temporary-index.ts';

export interface SquashOptions extends RemoteGit {
  readonly branch: string;
  readonly author: RefStoreAuthor;
  readonly at: Date;
  /**
   * Where the history before goes: to a ref of the same repository, which no clone fetches and nothing is lost in, or
   * into a bundle on this machine, after which the repository can forget it.
   */
  readonly keep: 'ref' | { readonly bundle: string };
}

export type Squashed =
  | {
      readonly kind: 'squashed';
      readonly commits: number;
      readonly from: string;
      readonly to: string;
      readonly kept: string;
    }
  /** There is no branch, or nothing of it to squash. */
  | { readonly kind: 'nothing' }
  /** The branch was written to again and again meanwhile; nothing was changed. */
  | { readonly kind: 'raced' };

const localRef = 'refs/store/whole';
const attempts = 5;

/**
 * Replaces the history of a branch by one commit without a parent that holds the very same files, unless somebody wrote
 * to it meanwhile: then of what they wrote. Whoever holds the commit before loses the race of their next write, reads
 * the same files, and writes again.
 */
export async function squashBranch(options: SquashOptions): Promise<Squashed> {
  await ensureBareRepository(options.directory);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const squashed = await trySquash(options);
    if (squashed !== null) return squashed;
  }
  return { kind: 'raced' };
}

/** Null where the branch moved before the push. */
async function trySquash(options: SquashOptions): Promise<Squashed | null> {
  const commits = await fetchHistory(options);
  if (commits.length < 2) return { kind: 'nothing' };
  const [from = ''] = commits;
  const archive = `refs/orchestrate/history/${from}`;
  const kept = options.keep === 'ref' ? archive : options.keep.bundle;
  if (options.keep !== 'ref')
    await inDirectory(options, ['bundle', 'create', '--quiet', options.keep.bundle, localRef]);
  const to = await commitSnapshot(options, { from, commits: commits.length, kept });
  const lease = `--force-with-lease=refs/heads/${options.branch}:${from}`;
  const refs = [`${to}:refs/heads/${options.branch}`, ...(options.keep === 'ref' ? [`${from}:${archive}`] : [])];
  try {
    await remoteGit(options, ['push', '--quiet', '--atomic', lease, options.remoteUrl, ...refs]);
  } catch (error) {
    if (error instanceof GitError && (await fetchHistory(options))[0] !== from) return null;
    throw error;
  }
  return { kind: 'squashed', commits: commits.length, from, to, kept };
}

/** Every commit of the branch, newest first; none where there is no branch. */
async function fetchHistory(options: SquashOptions): Promise<readonly string[]> {
  const refspec = `+refs/heads/${options.branch}:${localRef}`;
  try {
    await remoteGit(options, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', options.remoteUrl, refspec]);
  } catch (error) {
    if (error instanceof GitError && error.stderr.includes("couldn't find remote ref")) return [];
    throw error;
  }
  return (await inDirectory(options, ['rev-list', localRef])).trim().split('\n');
}

interface Replaced {
  readonly from: string;
  readonly commits: number;
  readonly kept: string;
}

/** The name of a bundle is its owner's matter: only that there is one is written down. */
async function commitSnapshot(options: SquashOptions, { from, commits, kept }: Replaced): Promise<string> {
  const where = options.keep === 'ref' ? kept : 'a bundle';
  const message = `The state as it stands\n\nIn place of ${commits} commits up to ${from}, kept in ${where}.`;
  const args = ['commit-tree', `${from}^{tree}`, '-m', message];
  const env = identity(options.author, options.at);
  return (await runGit(args, { gitDir: options.directory, env })).stdout.trim();
}

async function inDirectory({ directory }: SquashOptions, args: readonly string[]): Promise<string> {
  return (await runGit(args, { gitDir: directory })).stdout;
}

import { stat } from 'node:fs/promises';
import { writeBundle } from './bundle.ts';
import { checkoutGit, findCommit, isAncestor } from './checkout-git.ts';
import type { GitOptions } from './git.ts';
import { identity, withTemporaryIndex } from './temporary-index.ts';
import type { Worktree } from './worktree.ts';

export interface CollectRequest {
  readonly worktree: Worktree;
  readonly branch: string;
  readonly startSha: string;
  /** Where the bundle goes. */
  readonly bundle: string;
  /** Where an index file of ours may stand for a moment. */
  readonly indexFile: string;
  /** Message and author of what the agent left uncommitted. */
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly at: Date;
}

export interface CollectedWork {
  /** The last commit of the work, in the bundle; null where there is none. */
  readonly head: string | null;
  /** What was found other than expected, in sentences. */
  readonly notes: readonly string[];
}

interface Tip {
  readonly commit: string;
  /** Where the branch stands now, if it is there. */
  readonly branch: string | null;
  /** Whether the files in the worktree belong on top of it. */
  readonly takesFiles: boolean;
  readonly notes: readonly string[];
}

/** Gathers what an agent did on its branch, uncommitted files too, into a bundle, in whatever state it left things. */
export async function collectWork(request: CollectRequest): Promise<CollectedWork> {
  const gitDir = request.worktree.commonDir;
  const start = await findCommit(request.startSha, { gitDir });
  if (start === null) return { head: null, notes: ['the repository cannot be read any more: the work is lost'] };
  const tip = await findTip(request);
  const files = await commitFiles(request, tip);
  const notes = [...tip.notes, ...files.notes];
  if (files.commit === request.startSha) return { head: null, notes };
  if (files.commit !== tip.branch) {
    await checkoutGit(['update-ref', '--no-deref', `refs/heads/${request.branch}`, files.commit], { gitDir });
  }
  await writeBundle({ path: request.bundle, branch: request.branch, have: request.startSha }, { gitDir });
  return { head: files.commit, notes };
}

/** The commit the work ends with: the branch, or what the worktree has checked out when that contains the branch. */
async function findTip(request: CollectRequest): Promise<Tip> {
  const git = { gitDir: request.worktree.commonDir };
  const branch = await findStanding(`refs/heads/${request.branch}`, request.startSha, git);
  const out = await findCommit('HEAD', { gitDir: request.worktree.gitDir });
  // Where git has forgotten what was checked out, it was the branch, as far as can be known.
  const checkedOut = out === null || out === branch.commit ? branch : await findStanding(out, request.startSha, git);
  if (checkedOut.stands && (await contains(checkedOut, branch, git))) {
    return { commit: checkedOut.commit, branch: branch.commit, takesFiles: true, notes: [] };
  }
  if (branch.stands && branch.commit !== request.startSha) return withoutFiles(branch.commit, branch.commit);
  const older = checkedOut.commit !== null && (await isAncestor(checkedOut.commit, request.startSha, git));
  if (older) return withoutFiles(request.startSha, branch.commit);
  const note = 'the branch no longer descends from the commit it started at: its files are kept as one commit';
  return { commit: request.startSha, branch: branch.commit, takesFiles: true, notes: [note] };
}

/** Whether nothing of the branch is lost by taking what is checked out. */
async function contains(checkedOut: Standing, branch: Found, git: GitOptions): Promise<boolean> {
  if (!branch.stands || branch.commit === checkedOut.commit) return true;
  return await isAncestor(branch.commit, checkedOut.commit, git);
}

function withoutFiles(commit: string, branch: string | null): Tip {
  const note =
    'the worktree had something else checked out than the end of its branch: uncommitted files were left out';
  return { commit, branch, takesFiles: false, notes: [note] };
}

interface Standing {
  readonly commit: string;
  readonly stands: true;
}

type Found = Standing | { readonly commit: string | null; readonly stands: false };

/** The commit of a name, and whether it descends from the start. */
async function findStanding(name: string, startSha: string, git: GitOptions): Promise<Found> {
  const commit = await findCommit(name, git);
  if (commit === null || !(await isAncestor(startSha, commit, git))) return { commit, stands: false };
  return { commit, stands: true };
}

interface CommittedFiles {
  readonly commit: string;
  readonly notes: readonly string[];
}

/** Commits the worktree's files on top of the tip where they differ from it. */
async function commitFiles(request: CollectRequest, tip: Tip): Promise<CommittedFiles> {
  if (!tip.takesFiles || !(await isFolder(request.worktree.path))) return { commit: tip.commit, notes: [] };
  const gitDir = request.worktree.commonDir;
  return await withTemporaryIndex(request.indexFile, async (index) => {
    const git = { gitDir, cwd: request.worktree.path, env: { ...index, GIT_WORK_TREE: request.worktree.path } };
    await checkoutGit(['read-tree', tip.commit], git);
    const added = await checkoutGit(['add', '--all', '--ignore-errors', '.'], { ...git, accept: [1, 128] });
    const notes = added.exitCode === 0 ? [] : ['some uncommitted files could not be read and were left out'];
    const same = await checkoutGit(['diff-index', '--cached', '--quiet', tip.commit], { ...git, accept: [1] });
    if (same.exitCode === 0) return { commit: tip.commit, notes };
    const tree = (await checkoutGit(['write-tree'], git)).stdout.trim();
    const made = await checkoutGit(['commit-tree', tree, '-p', tip.commit, '-F', '-'], {
      gitDir,
      env: identity(request.author, request.at),
      input: request.message,
    });
    return { commit: made.stdout.trim(), notes };
  });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

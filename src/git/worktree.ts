import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkoutGit } from './checkout-git.ts';

export interface Worktree {
  readonly path: string;
  /** Git's folder for this worktree inside the repository: it answers even when the worktree's own link is gone. */
  readonly gitDir: string;
  /** The repository's own git folder. */
  readonly commonDir: string;
}

export interface WorktreeRequest {
  /** The checkout that the worktree belongs to. */
  readonly repository: string;
  /** Where it goes, outside of the checkout. */
  readonly path: string;
  readonly commit: string;
  /** The branch made (or set) at the commit, or null for a detached one that is thrown away. */
  readonly branch: string | null;
}

/** Makes a worktree at a commit, on a branch of its own or detached. */
export async function addWorktree(request: WorktreeRequest): Promise<Worktree> {
  const where = request.branch === null ? ['--detach'] : ['-B', request.branch];
  await checkoutGit(['worktree', 'add', '--quiet', '--force', ...where, request.path, request.commit], {
    cwd: request.repository,
  });
  // What git has just written (gitrepository-layout(5)), and would tell in a process of its own.
  const link = await readFile(join(request.path, '.git'), 'utf8');
  const gitDir = resolve(request.path, link.replace(/^gitdir: /, '').trim());
  const commonDir = resolve(gitDir, (await readFile(join(gitDir, 'commondir'), 'utf8')).trim());
  return { path: request.path, gitDir, commonDir };
}

/** Throws a worktree away, in whatever state it is; what git remembers of it is thrown away with it. */
export async function removeWorktree(worktree: Worktree): Promise<void> {
  // Package managers leave folders without write permission, which nobody but root can empty.
  await Promise.allSettled([worktree.path, worktree.gitDir].map((path) => rm(path, { recursive: true, force: true })));
}

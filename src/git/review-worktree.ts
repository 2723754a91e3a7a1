import { isAgentConfiguration } from '../core/protected-paths.ts';
import { checkoutGit, findCommit } from './checkout-git.ts';
import type { GitOptions } from './git.ts';
import { identity, withTemporaryIndex } from './temporary-index.ts';
import { addWorktree, type Worktree } from './worktree.ts';

export interface ReviewRequest {
  readonly repository: string;
  readonly path: string;
  readonly head: string;
  /** The merge base the change is read against. */
  readonly diffBase: string;
  /** The base whose agent configuration the reviewer works under. */
  readonly base: string;
  readonly indexFile: string;
}

/**
 * Makes the tree a reviewer reads: the head's files under the base's agent configuration (none where the base is not
 * at hand), as one commit of ours, so that no message of the implementer's speaks to the reviewer.
 */
export async function addReviewWorktree(request: ReviewRequest): Promise<Worktree> {
  const git = { cwd: request.repository };
  const tree = await reviewTree(request, git);
  const parent = await findCommit(request.diffBase, git);
  const parents = parent === null ? [] : ['-p', parent];
  const made = await checkoutGit(['commit-tree', tree, ...parents, '-m', 'The change under review'], {
    ...git,
    env: identity({ name: 'Orchestrate', email: 'review@orchestrate.invalid' }, new Date(0)),
  });
  return await addWorktree({ ...request, commit: made.stdout.trim(), branch: null });
}

async function reviewTree(request: ReviewRequest, git: GitOptions): Promise<string> {
  const base = await findCommit(request.base, git);
  const removed = (await listConfiguration(request.head, git)).map(({ path }) => `0 ${'0'.repeat(40)}\t${path}\0`);
  const restored = base === null ? [] : await listConfiguration(base, git);
  const added = restored.map(({ mode, blob, path }) => `${mode} ${blob}\t${path}\0`);
  return await withTemporaryIndex(request.indexFile, async (env) => {
    await checkoutGit(['read-tree', request.head], { ...git, env });
    const input = [...removed, ...added].join('');
    await checkoutGit(['update-index', '-z', '--index-info'], { ...git, env, input });
    return (await checkoutGit(['write-tree'], { ...git, env })).stdout.trim();
  });
}

interface ConfigurationFile {
  readonly mode: string;
  readonly blob: string;
  readonly path: string;
}

async function listConfiguration(commit: string, git: GitOptions): Promise<readonly ConfigurationFile[]> {
  const { stdout } = await checkoutGit(['ls-tree', '-r', '-z', '--full-tree', commit], git);
  return stdout.split('\0').flatMap((line) => {
    const match = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line);
    const [, mode, blob, path] = match ?? [];
    if (mode === undefined || blob === undefined || path === undefined || !isAgentConfiguration(path)) return [];
    return [{ mode, blob, path }];
  });
}

import { checkoutGit } from './checkout-git.ts';
import { withTemporaryIndex } from './temporary-index.ts';
import type { Worktree } from './worktree.ts';

export interface RestoreRequest {
  readonly worktree: Worktree;
  readonly commit: string;
  readonly indexFile: string;
}

/** Makes a worktree's files those of a commit, whatever it has checked out; ignored files (dependencies, say) stay. */
export async function restoreFiles(request: RestoreRequest): Promise<void> {
  const { path, commonDir } = request.worktree;
  await withTemporaryIndex(request.indexFile, async (index) => {
    const git = { gitDir: commonDir, cwd: path, env: { ...index, GIT_WORK_TREE: path } };
    await checkoutGit(['add', '--all', '--ignore-errors', '.'], { ...git, accept: [1, 128] });
    await checkoutGit(['read-tree', '--reset', '-u', request.commit], git);
  });
}

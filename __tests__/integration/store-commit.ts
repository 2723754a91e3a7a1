import { runGit } from '../../src/git/git.ts';
import { makeCommit, type NewCommit } from '../../src/git/make-commit.ts';
import { listTree } from '../../src/git/read-tree.ts';
import { writePack } from '../../src/git/write-pack.ts';

/** Makes a commit in a bare repository, on top of one that is there, and moves no ref. */
export async function storeCommit(gitDir: string, commit: Omit<NewCommit, 'files'>): Promise<string> {
  const files = commit.parent === null ? new Map() : await listTree(gitDir, commit.parent);
  const made = makeCommit({ ...commit, files });
  await runGit(['index-pack', '--stdin'], { gitDir, input: writePack(made.objects) });
  return made.commit;
}

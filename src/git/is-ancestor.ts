import { type GitOptions, runGit } from './git.ts';

/** Whether a commit is in the history of another one; of a commit that is not there at all, nothing is. */
export async function isAncestor(ancestor: string, descendant: string, git: GitOptions): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', ancestor, descendant];
  return (await runGit(args, { ...git, accept: [1, 128] })).exitCode === 0;
}

import { runGit } from './git.ts';

export interface UpdateMergeQuestion {
  readonly head: string;
  /** The head that was accepted before. */
  readonly accepted: string;
  /** The tip of the base as it is now. */
  readonly baseSha: string;
}

/** Whether a commit has exactly the parents of a branch's update: the accepted head first, then a commit of the base. */
export async function isUpdateMerge(repository: string, question: UpdateMergeQuestion): Promise<boolean> {
  const git = { gitDir: repository };
  const { stdout } = await runGit(['rev-parse', `${question.head}^@`], git);
  const [first, second, ...others] = stdout.split('\n').filter((line) => line !== '');
  if (first !== question.accepted || second === undefined || others.length > 0) return false;
  const { exitCode } = await runGit(['merge-base', '--is-ancestor', second, question.baseSha], { ...git, accept: [1] });
  return exitCode === 0;
}

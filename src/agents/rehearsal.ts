import { addWorktree, removeWorktree } from '../git/worktree.ts';
import type { RehearsalAssignment } from './assignment-file.ts';
import type { Desk } from './desk.ts';
import { emptyOutcome, type OutcomePart } from './outcome-folder.ts';
import { setUp, verify } from './project-steps.ts';

/** How much of what a failed setup printed is told. */
const tailCharacters = 4000;

/** What an author's job does around its agent, and no agent: setup, then the project's own check, on the base as it is. */
export async function runRehearsal(desk: Desk, { startSha }: RehearsalAssignment): Promise<OutcomePart> {
  const worktree = await addWorktree({
    repository: desk.workspace,
    path: desk.worktreePath('work'),
    commit: startSha,
    branch: null,
  });
  try {
    const failure = await setUp(desk, worktree);
    if (desk.signal.aborted) return emptyOutcome('crashed', 'the job was cancelled');
    if (failure !== null) {
      return emptyOutcome('failed', `${failure.detail}\n${failure.output.slice(-tailCharacters)}`);
    }
    const checked = await verify(desk, worktree, startSha);
    if (desk.signal.aborted) return emptyOutcome('crashed', 'the job was cancelled');
    return { ...emptyOutcome('completed', ''), verify: checked };
  } finally {
    await removeWorktree(worktree);
  }
}

import type { Assignment } from '../core/assignment.ts';
import { findReviewFault, reviewSchema } from '../core/verdict.ts';
import { addReviewWorktree } from '../git/review-worktree.ts';
import { removeWorktree } from '../git/worktree.ts';
import type { Desk } from './desk.ts';
import { launchAgent } from './launch.ts';
import { emptyOutcome, type OutcomePart } from './outcome-folder.ts';
import { outcomeKind } from './outcome-kind.ts';
import { reviewPrompt } from './prompts/review-prompt.ts';

type ReviewAssignment = Extract<Assignment, { role: 'review' }>;

/** Lets an agent judge a change by its story; nothing of the repository is run, and what it changes is thrown away. */
export async function runReviewer(desk: Desk, assignment: ReviewAssignment): Promise<OutcomePart> {
  const { diff, job, skills } = desk.file;
  if (diff === null) throw new Error('the assignment of a review carries no diff');
  const worktree = await addReviewWorktree({
    repository: desk.workspace,
    path: desk.worktreePath('review'),
    head: assignment.startSha,
    diffBase: assignment.diffBase,
    base: assignment.base.sha,
    indexFile: desk.indexFile,
  });
  try {
    desk.say('the reviewer reads the change');
    const end = await launchAgent({
      task: 'review',
      command: job.reviewer.command,
      cwd: worktree.path,
      environment: desk.environment,
      prompt: (resultFile) => reviewPrompt(assignment, { diff, skills, resultFile }),
      schema: reviewSchema,
      exchange: desk.exchange,
      timeoutMs: job.reviewer.timeoutMinutes * 60_000,
      outputLimit: job.reviewer.outputLimitKb * 1024,
      signal: desk.signal,
      log: desk.log,
    });
    const agent = { exitCode: end.end.exitCode, durationMs: end.end.durationMs };
    if (end.kind !== 'result') return { ...emptyOutcome(outcomeKind(end.kind), end.detail), agent };
    const criteria = assignment.story.criteria.map(({ id }) => id);
    const fault = findReviewFault(end.value, criteria);
    if (fault !== null) return { ...emptyOutcome('failed', `the review cannot stand: ${fault}`), agent };
    return { ...emptyOutcome('completed', end.value.summary), review: end.value, agent, usage: end.usage };
  } finally {
    await removeWorktree(worktree);
  }
}

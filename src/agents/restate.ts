import type { Assignment } from '../core/assignment.ts';
import { findRestatementFault, type Restatement, restatementSchema, type Usage } from '../core/outcome.ts';
import { addWorktree, removeWorktree } from '../git/worktree.ts';
import type { Desk } from './desk.ts';
import { type LaunchEnd, launchAgent } from './launch.ts';
import { emptyOutcome, type OutcomePart } from './outcome-folder.ts';
import { outcomeKind } from './outcome-kind.ts';
import { restatePrompt } from './prompts/restate-prompt.ts';

export type Restating =
  | { readonly kind: 'agreed'; readonly restatement: Restatement; readonly usage: Usage | null }
  | { readonly kind: 'ended'; readonly outcome: OutcomePart };

/** Lets the agent say what the story asks, in a worktree that is thrown away; only a restatement that stands goes on. */
export async function restateStory(
  desk: Desk,
  assignment: Extract<Assignment, { role: 'implement' | 'fix' }>,
  timeoutMs: number,
): Promise<Restating> {
  desk.say('the agent restates the story');
  const { author } = desk.file.job;
  const worktree = await addWorktree({
    repository: desk.workspace,
    path: desk.worktreePath('restatement'),
    commit: assignment.startSha,
    branch: null,
  });
  try {
    const end = await launchAgent({
      task: 'restate',
      command: author.command,
      cwd: worktree.path,
      environment: desk.environment,
      prompt: (resultFile) => restatePrompt(assignment, resultFile),
      schema: restatementSchema,
      exchange: desk.exchange,
      timeoutMs,
      outputLimit: author.outputLimitKb * 1024,
      signal: desk.signal,
      log: desk.log,
    });
    return judge(assignment.story.criteria, end);
  } finally {
    await removeWorktree(worktree);
  }
}

function judge(criteria: readonly { readonly id: string }[], end: LaunchEnd<Restatement>): Restating {
  const agent = { exitCode: end.end.exitCode, durationMs: end.end.durationMs };
  if (end.kind !== 'result') {
    return { kind: 'ended', outcome: { ...emptyOutcome(outcomeKind(end.kind), end.detail), agent } };
  }
  const fault = findRestatementFault(
    end.value,
    criteria.map(({ id }) => id),
  );
  if (fault === null) return { kind: 'agreed', restatement: end.value, usage: end.usage };
  const detail = [fault, ...end.value.questions.map((question) => `- ${question}`)].join('\n');
  return {
    kind: 'ended',
    outcome: { ...emptyOutcome('declined', detail), restatement: end.value, agent, usage: end.usage },
  };
}

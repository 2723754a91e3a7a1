import { mayBeCommand } from '../core/commands/hearing.ts';
import { RemoteError } from '../errors.ts';
import { ensureReaction } from '../github/react.ts';
import { readComment } from '../github/read-comments.ts';
import type { CommentInputs } from '../inputs/read-inputs.ts';
import type { OpenedPass } from '../pass/pass.ts';
import { runPass } from '../pass/run-pass.ts';
import { keepRecord } from './keep-record.ts';
import { tellNotDone } from './not-done.ts';
import { type ConfiguredPass, openPass } from './open-pass.ts';
import { endOfPass, type PhaseEnd } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/**
 * A person wrote to us: that it was received is shown at once, and a pass follows whatever nobody has answered yet. Where
 * others are at work for too long nothing is lost: every pass reads what was said since the last one.
 */
export async function runComment(
  inputs: CommentInputs,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const opened = await openPass(inputs, context, log);
  return await keepRecord(inputs.record, opened, () => follow(inputs, opened));
}

async function follow(inputs: CommentInputs, { pass }: ConfiguredPass): Promise<PhaseEnd> {
  const title = inputs.comment === null ? 'dashboard' : `comment ${inputs.comment}`;
  const [end] = await Promise.all([
    runPass({ prepare: async (ledger) => ledger, outcome: async () => null, inspect: () => undefined }, pass),
    inputs.comment === null ? null : acknowledge(inputs.comment, pass),
  ]);
  if (end.kind !== 'done') return { outputs: {}, summary: tellNotDone(title, end, pass.log) };
  const { summary, annotations = [] } = endOfPass(title, end.result, pass);
  return { outputs: {}, summary, annotations };
}

/** Eyes on a comment that may be a command; that GitHub would not take them is no reason to do nothing. */
async function acknowledge(id: number, { github, log }: OpenedPass): Promise<void> {
  try {
    const comment = await readComment(github, id);
    if (comment !== null && mayBeCommand(comment)) await ensureReaction(github, id, 'eyes');
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    log(`! that comment ${id} was received could not be shown: ${error.message}`);
  }
}

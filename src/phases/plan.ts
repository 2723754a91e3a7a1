import type { PlanInputs } from '../inputs/read-inputs.ts';
import { importBacklog } from '../pass/import-backlog.ts';
import { requireRules } from '../pass/require-rules.ts';
import { runPass } from '../pass/run-pass.ts';
import { keepRecord } from './keep-record.ts';
import { tellNotDone } from './not-done.ts';
import { type ConfiguredPass, openPass } from './open-pass.ts';
import { endOfPass, type PhaseEnd } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/** One iteration's trusted first half: the backlog, the rounds, and this run's matrix of assignments. */
export async function runPlan(
  inputs: PlanInputs,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const opened = await openPass(inputs, context, log);
  return await keepRecord(inputs.record, opened, () => plan(inputs, opened));
}

async function plan(inputs: PlanInputs, { pass, config, tip }: ConfiguredPass): Promise<PhaseEnd> {
  const { log } = pass;
  const end = await runPass(
    {
      // A server's backlog is kept there.
      prepare: async (ledger, found) =>
        inputs.server === null ? await importBacklog(ledger, tip, config.backlog, found) : ledger,
      outcome: async () => null,
      inspect: (world) => requireRules(world, pass.policy),
    },
    pass,
  );
  if (end.kind !== 'done') {
    const summary = tellNotDone('plan', end, log);
    return { outputs: { matrix: '[]', count: '0', assignments: inputs.assignments }, summary };
  }
  const dispatched = end.result.applied.filter((decision) => decision.kind === 'dispatch');
  const matrix = dispatched.map(({ assignment }) => ({
    id: assignment.id,
    ref: assignment.startSha,
    review: assignment.role === 'review',
  }));
  const ended = endOfPass('plan', end.result, pass);
  const handedOut = { matrix: JSON.stringify(matrix), count: String(matrix.length), assignments: inputs.assignments };
  return { ...ended, outputs: { ...ended.outputs, ...handedOut } };
}

import { describeHold } from '../core/reasons.ts';
import type { PlanInputs } from '../inputs/read-inputs.ts';
import { importBacklog } from '../pass/import-backlog.ts';
import { requireRules } from '../pass/require-rules.ts';
import { runPass } from '../pass/run-pass.ts';
import { describeHolder } from '../pass/wait-for-lease.ts';
import { renderLeasedSummary, renderPassSummary, renderSpentSummary } from '../render/summary.ts';
import { openPass } from './open-pass.ts';
import { type PhaseEnd, passOutputs } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/** One iteration's trusted first half: the backlog, the rounds, and this run's matrix of assignments. */
export async function runPlan(
  inputs: PlanInputs,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const { pass, config, tip } = await openPass(inputs, context, log);
  const end = await runPass(
    {
      // A server's backlog is kept there.
      prepare: async (ledger, opened) =>
        inputs.server === null ? await importBacklog(ledger, tip, config.backlog, opened) : ledger,
      outcome: async () => null,
      inspect: (world) => requireRules(world, pass.policy),
    },
    pass,
  );
  if (end.kind !== 'done') {
    const isLeased = end.kind === 'leased';
    const why = isLeased
      ? `${describeHolder(end.holder)} holds the lease; the next run looks again`
      : describeHold(end.hold);
    log(`‖ - — ${why}`);
    const summary = isLeased ? renderLeasedSummary('plan') : renderSpentSummary('plan', end.hold);
    return { outputs: { matrix: '[]', count: '0', assignments: inputs.assignments }, summary };
  }
  const dispatched = end.result.applied.filter((decision) => decision.kind === 'dispatch');
  const matrix = dispatched.map(({ assignment }) => ({
    id: assignment.id,
    ref: assignment.startSha,
    review: assignment.role === 'review',
  }));
  const outputs = {
    ...passOutputs(end.result),
    matrix: JSON.stringify(matrix),
    count: String(matrix.length),
    assignments: inputs.assignments,
  };
  return { outputs, summary: renderPassSummary({ title: 'plan', ...end.result }) };
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeHold } from '../core/reasons.ts';
import { RemoteError } from '../errors.ts';
import type { SettleInputs } from '../inputs/read-inputs.ts';
import { gatherOutcome } from '../pass/gather-outcome.ts';
import { runPass } from '../pass/run-pass.ts';
import { describeHolder } from '../pass/wait-for-lease.ts';
import { keepRecord } from './keep-record.ts';
import { type ConfiguredPass, openPass } from './open-pass.ts';
import { endOfPass, type PhaseEnd } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/** The trusted second half of one leg: its one outcome is judged, then everything that has become possible is done. */
export async function runSettle(
  inputs: SettleInputs,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const opened = await openPass(inputs, context, log);
  return await keepRecord(inputs.record, opened, () => settle(inputs, context, opened));
}

async function settle(
  inputs: SettleInputs,
  context: Pick<RunnerContext, 'temp'>,
  { pass }: Pick<ConfiguredPass, 'pass'>,
): Promise<PhaseEnd> {
  const directory = join(context.temp, 'orchestrate-quarantine');
  await mkdir(directory, { recursive: true });
  const reference = {
    assignment: inputs.assignment,
    artifact: inputs.outcomeArtifact,
    digest: inputs.outcomeDigest,
    directory,
  };
  const end = await runPass(
    {
      prepare: async (ledger) => ledger,
      outcome: (ledger, found) => gatherOutcome(reference, ledger, found),
      inspect: () => undefined,
    },
    pass,
  );
  // Failing is what brings the outcome back: the next pass has this job run again.
  if (end.kind === 'leased') {
    const what = `Waited in vain for ${describeHolder(end.holder)}`;
    throw unsettled(`${what}; the outcome is settled when this job is run again.`, 'the lease');
  }
  if (end.kind === 'spent') throw unsettled(describeHold(end.hold), 'the outcome');
  const { ledger, holds } = end.result.plan;
  if (Object.hasOwn(ledger.flights, inputs.assignment)) {
    const what = `the outcome of ${inputs.assignment}`;
    const hold = holds.get(ledger.flights[inputs.assignment]?.story ?? '');
    const why = hold === undefined ? '' : ` ${describeHold(hold)}`;
    throw unsettled(
      `What was decided about ${what} could not be done now; it is when this job is run again.${why}`,
      what,
    );
  }
  return endOfPass(`settle ${inputs.assignment}`, end.result, pass);
}

function unsettled(message: string, request: string): RemoteError {
  return new RemoteError(message, { request, status: null, requestId: null, retryable: true });
}

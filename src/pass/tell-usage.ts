import type { Ledger } from '../core/ledger.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { dollars } from '../core/spending.ts';
import { readSpent } from '../core/spent.ts';
import { RemoteError } from '../errors.ts';
import { LoopctlRefusal } from '../loopctl/loopctl-error.ts';
import type { LeasedPass } from './under-lease.ts';

/** The ledger before a pass and after it. */
interface Landing {
  readonly before: Ledger;
  readonly after: Ledger;
}

/**
 * Tells loopctl what the agent of an outcome says that it spent, once that outcome is settled: by its assignment a report
 * is known, so none is made twice. Nothing is decided by it, and where it cannot be told nothing else is held up.
 */
export async function tellUsage(
  { outcome, stories }: Pick<Snapshot, 'outcome' | 'stories'>,
  { before, after }: Landing,
  { loopctl, log, requireLease }: Pick<LeasedPass, 'loopctl' | 'log' | 'requireLease'>,
): Promise<void> {
  const flight = outcome === null ? undefined : before.flights[outcome.assignment];
  if (outcome?.kind !== 'outcome' || flight === undefined || Object.hasOwn(after.flights, flight.id)) return;
  const spent = readSpent(outcome.outcome, flight);
  const story = stories.find(({ number }) => number === flight.story);
  if (spent === null || story === undefined) return;
  try {
    const told = await loopctl.listUsage(story.id);
    if (told.some(({ sessionId }) => sessionId === flight.id)) return;
    requireLease();
    await loopctl.reportUsage(spent.identity, story.id, spent.usage);
    const { inputTokens, outputTokens, costMillicents } = spent.usage;
    log(
      `· usage ${story.number} — ${inputTokens} + ${outputTokens} tokens, ${dollars(costMillicents)}, as its agent says`,
    );
  } catch (error) {
    if (!(error instanceof RemoteError || error instanceof LoopctlRefusal)) throw error;
    log(`! usage ${story.number} — not told: ${error.message}`);
  }
}

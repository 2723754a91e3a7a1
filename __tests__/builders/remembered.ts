import type { Applied } from '../../src/core/applied.ts';
import type { Decision } from '../../src/core/decision.ts';
import type { Ledger, StoryMemory } from '../../src/core/ledger.ts';
import { rememberApplied } from '../../src/core/remember.ts';
import { aFlight, aLedger, noon } from './ledger.ts';

/** What a decision leaves behind of story 1.1. */
export interface RememberedRow {
  readonly behaviour: string;
  readonly decision: Decision;
  readonly before?: StoryMemory;
  readonly applied?: Applied;
  readonly expected: Partial<StoryMemory>;
}

/** The ledger of story 1.1, an agent of it at work, after a decision was applied. */
export function afterwards(
  { decision, before, applied = {} }: Omit<RememberedRow, 'behaviour' | 'expected'>,
  flight = aFlight(),
): Ledger {
  const ledger = aLedger(before === undefined ? {} : { '1.1': before }, { flights: { [flight.id]: flight } });
  return rememberApplied(ledger, decision, applied, noon);
}

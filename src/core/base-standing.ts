import { judgeBase } from './base.ts';
import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';
import { reasons } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';

/** How the base stands in one word; `unknown`: nothing comes by itself, a person has to look. */
export type BaseStanding = 'proven' | 'pending' | 'red' | 'unknown';

/** Reads the base's proof in one word, whatever else the line waits for. */
export function standingOfBase(
  { base }: Pick<Snapshot, 'base'>,
  ledger: Ledger,
  policy: Policy,
  now: Instant,
): BaseStanding {
  const proof = judgeBase(base, ledger, policy, now);
  if (proof.kind === 'proven') return 'proven';
  if (proof.hold.code === 'base_red') return 'red';
  return reasons[proof.hold.code].who === 'person' ? 'unknown' : 'pending';
}

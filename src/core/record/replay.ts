import { decide } from '../decide.ts';
import type { Policy } from '../policy.ts';
import { comparePlans } from './compare-plans.ts';
import type { RecordedLook } from './pass-record.ts';

/** What today's code makes of a look that was recorded. */
export type Replay =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly differences: readonly string[] }
  /** It cannot decide by it. */
  | { readonly kind: 'impossible'; readonly why: string };

/** Decides anew by exactly what was seen and remembered then. */
export function replayLook({ world, ledger, now, plan }: RecordedLook, policy: Policy): Replay {
  try {
    const differences = comparePlans(plan, decide(world, ledger, policy, now));
    return differences.length === 0 ? { kind: 'same' } : { kind: 'differs', differences };
  } catch (error) {
    // A fact that another release did not know yet is missing somewhere inside.
    return { kind: 'impossible', why: error instanceof Error ? error.message : String(error) };
  }
}

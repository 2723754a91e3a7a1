import { judgeBase } from './base.ts';
import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';
import { nameRepair } from './repair.ts';
import type { Snapshot } from './snapshot.ts';
import type { Context } from './view.ts';

/** What a plan was made of, once more, for those who tell of it: the base judged by the ledger that the plan left behind. */
export function contextOf(world: Snapshot, ledger: Ledger, policy: Policy, now: Instant): Context {
  return { world, ledger, policy, now, proof: nameRepair(judgeBase(world.base, ledger, policy, now), ledger) };
}

import { decide } from '../core/decide.ts';
import type { Plan } from '../core/decision.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { gather } from './gather.ts';
import type { Pass } from './pass.ts';

/** The world as a pass would see it, and what it would do. */
export interface Look {
  readonly world: Snapshot;
  readonly plan: Plan;
}

/** Gathers and decides exactly as a pass does, and stops there: nothing is applied, nothing is saved. */
export async function look(ledger: Ledger, pass: Pass): Promise<Look> {
  const { world } = await gather(ledger, { outcome: null, before: null }, pass);
  return { world, plan: decide(world, ledger, pass.policy, pass.now()) };
}

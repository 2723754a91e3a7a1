import { decide } from '../../src/core/decide.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import type { PresentFacts } from '../../src/render/surface.ts';
import { aLedger, noon } from './ledger.ts';
import { aPolicy } from './policy.ts';

/** What people are shown at the end of a pass that found this world and did nothing. */
export function shownOf(
  world: Snapshot,
  { ledger = aLedger(), policy = aPolicy(), now = noon }: { ledger?: Ledger; policy?: Policy; now?: number } = {},
): PresentFacts {
  const plan = decide(world, ledger, policy, now);
  const places = { repository: 'https://github.test/o/r', run: 'https://github.test/o/r/actions/runs/100' };
  return { world, plan, ledger: plan.ledger, policy, now, places };
}

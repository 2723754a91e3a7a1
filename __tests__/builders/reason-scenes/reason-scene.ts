import type { Applied } from '../../../src/core/applied.ts';
import { decide } from '../../../src/core/decide.ts';
import type { Plan } from '../../../src/core/decision.ts';
import { judgeGate } from '../../../src/core/gate.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import { rememberApplied } from '../../../src/core/remember.ts';
import type { Snapshot } from '../../../src/core/snapshot.ts';
import { aContext, viewOf } from '../context.ts';
import { aLedger, noon } from '../ledger.ts';
import { aPolicy } from '../policy.ts';
import type { Scene } from '../scene.ts';
import { aSnapshot } from '../snapshot.ts';
import { aStory } from '../story.ts';

/** How a reason is come to. */
export type ReasonScene =
  /** From a snapshot: it stands in the plan, or in the one after its decisions were applied. */
  | (Scene & {
      readonly from: 'snapshot';
      /** What the decisions of the plan are answered. */
      readonly answered?: Applied;
    })
  /** From a snapshot, as a clause of the gate: something else is done before anybody waits for it. */
  | (Scene & { readonly from: 'gate' })
  /** From an answer of GitHub's or of loopctl's that no snapshot shows. */
  | { readonly from: 'answer'; readonly hold: () => Promise<Hold> | Hold };

/** Every hold that a scene leads to. */
export async function reach(scene: ReasonScene): Promise<readonly Hold[]> {
  switch (scene.from) {
    case 'snapshot':
      return reachByPlan(scene);
    case 'gate':
      return reachByGate(scene);
    case 'answer':
      return [await scene.hold()];
  }
}

function reachByPlan({ answered = {}, ...scene }: Extract<ReasonScene, { from: 'snapshot' }>): readonly Hold[] {
  const { world, ledger } = worldOf(scene);
  const policy = aPolicy(scene.policy);
  const now = scene.now ?? noon;
  const plan = decide(world, ledger, policy, now);
  const after = plan.decisions.reduce((known, one) => rememberApplied(known, one, answered, now), plan.ledger);
  return [...holdsOf(plan), ...holdsOf(decide({ ...world, outcome: null }, after, policy, now))];
}

function reachByGate(scene: Scene): readonly Hold[] {
  const { world, ledger } = worldOf(scene);
  const context = aContext(world, ledger, aPolicy(scene.policy), scene.now ?? noon);
  return judgeGate(viewOf(context), only(world.pullRequests), context).flatMap(({ hold }) => hold ?? []);
}

function worldOf(scene: Scene): { readonly world: Snapshot; readonly ledger: Ledger } {
  const story = scene.story ?? aStory();
  const pullRequests = scene.pullRequest === undefined ? [] : [scene.pullRequest];
  return {
    world: aSnapshot([story], { pullRequests, ...scene.world }),
    ledger: aLedger(scene.memory === undefined ? {} : { [story.number]: scene.memory }, {
      flights: scene.flight === undefined ? {} : { [scene.flight.id]: scene.flight },
      ...scene.ledger,
    }),
  };
}

function holdsOf({ holds, line, notes }: Plan): readonly Hold[] {
  return [...holds.values(), ...(line === null ? [] : [line]), ...notes];
}

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the scene has none');
  return item;
}

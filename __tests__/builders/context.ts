import { judgeBase } from '../../src/core/base.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import { stepOf } from '../../src/core/stages/step-of.ts';
import type { Step } from '../../src/core/step.ts';
import { type Context, type StoryView, viewStories } from '../../src/core/view.ts';
import { noon } from './ledger.ts';
import { aPolicy } from './policy.ts';

/** What every stage is handed, with the base judged as it stands. */
export function aContext(world: Snapshot, ledger: Ledger, policy: Policy = aPolicy(), now = noon): Context {
  return { world, ledger, policy, now, proof: judgeBase(world.base, ledger, policy, now) };
}

/** One story with all that belongs to it. */
export function viewOf(context: Context, number = '1.1'): StoryView {
  const view = viewStories(context.world, context.ledger).find(({ story }) => story.number === number);
  if (view === undefined) throw new Error(`the snapshot has no story ${number}`);
  return view;
}

/** The answer of the stage a story is in. */
export function ask(world: Snapshot, ledger: Ledger, policy: Policy = aPolicy(), now = noon, number = '1.1'): Step {
  const context = aContext(world, ledger, policy, now);
  return stepOf(viewOf(context, number), context);
}

/** A step in one word and its particulars, as a table row can expect it. */
export function inShort(step: Step): string {
  switch (step.kind) {
    case 'hold':
      return `hold ${step.hold.code}`;
    case 'want':
      return `want ${step.want.role}`;
    case 'merge':
      return step.decision.kind;
    case 'act':
      return step.decision.kind === 'escalate' ? `escalate ${step.decision.hold.code}` : step.decision.kind;
  }
}

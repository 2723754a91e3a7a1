import { assign } from './assign.ts';
import type { Dispatch } from './decision.ts';
import { holdOfPause } from './pause.ts';
import type { Hold } from './reasons.ts';
import { orderReady } from './select.ts';
import type { Want } from './step.ts';
import { compareStoryNumbers, type StoryNumber } from './story.ts';
import { holdForStray, isUntouched } from './strays.ts';
import type { Context, StoryView } from './view.ts';

export interface Wanted {
  readonly view: StoryView;
  readonly want: Want;
}

export interface Room {
  readonly dispatches: readonly Dispatch[];
  readonly holds: ReadonlyMap<StoryNumber, Hold>;
  /** Somebody would get a place now if this job could dispatch. */
  readonly wantsRun: boolean;
}

/**
 * Gives the free places to those who want an agent: a red base's repair first, then reviews, then fixes, then new
 * stories in the order of selection. New stories wait for a proven base; nobody starts while the project is paused, at a
 * story that has lost its criteria, or where a stray agent may be.
 */
export function shareRoom(wanted: readonly Wanted[], context: Context): Room {
  const limit = mostAgents(context);
  const places = Math.max(0, limit - Object.keys(context.ledger.flights).length - context.world.strays.length);
  const holds = new Map<StoryNumber, Hold>();
  const startable: Wanted[] = [];
  for (const one of wanted) {
    const held = holdStart(one, context);
    if (held === null) startable.push(one);
    else holds.set(one.view.story.number, held);
  }
  const ordered = orderWanted(startable, context);
  for (const { view } of ordered.slice(places)) {
    holds.set(view.story.number, { code: 'no_room', detail: `${limit} agents at most` });
  }
  const placed = ordered.slice(0, places);
  if (context.world.pass.canDispatch) {
    return {
      dispatches: placed.map(({ view, want }, index) => assign(view, want, index, context)),
      holds,
      wantsRun: false,
    };
  }
  for (const { view, want } of placed) holds.set(view.story.number, { code: 'awaiting_plan', detail: want.role });
  return { dispatches: [], holds, wantsRun: placed.length > 0 };
}

function mostAgents({ world, policy }: Context): number {
  return Math.min(policy.concurrency, world.maxConcurrentAgents ?? policy.concurrency);
}

function holdStart({ view, want }: Wanted, { world, ledger, policy, proof }: Context): Hold | null {
  if (view.story.criteria.length === 0) return { code: 'no_criteria', detail: '' };
  const paused = holdOfPause(ledger);
  if (paused !== null) return paused;
  const stray = isUntouched(view, { ledger }) ? null : holdForStray(world);
  if (stray !== null) return stray;
  if (proof.kind === 'proven' || !want.isNew) return null;
  const mayStart =
    policy.base.start === 'last-proven' && ledger.base.proven !== null && proof.hold.code === 'base_pending';
  return mayStart ? null : proof.hold;
}

const rank = { repair: 0, review: 1, fix: 2, implement: 3 } as const;

function orderWanted(wanted: readonly Wanted[], { world, policy }: Context): readonly Wanted[] {
  const fresh = wanted.filter(({ want }) => want.isNew).map(({ view }) => view.story.number);
  const position = new Map(orderReady(fresh, world, policy.selection).map((number, index) => [number, index]));
  const rankOf = ({ want }: Wanted): number => (want.isNew ? 4 : rank[want.role]);
  return wanted.toSorted(
    (left, right) =>
      rankOf(left) - rankOf(right) ||
      (position.get(left.view.story.number) ?? 0) - (position.get(right.view.story.number) ?? 0) ||
      compareStoryNumbers(left.view.story.number, right.view.story.number),
  );
}

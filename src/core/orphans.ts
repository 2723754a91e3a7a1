import type { Forget } from './decision.ts';
import type { Flight } from './ledger.ts';
import { phaseOf } from './stages/in-flight.ts';
import type { Context, StoryView } from './view.ts';

/** Assignments whose story is gone: they leave flight when their outcome arrives or their run has ended. */
export function forgetOrphans(views: readonly StoryView[], context: Context): readonly Forget[] {
  const known = new Set(views.map(({ flight }) => flight?.id));
  return Object.values(context.ledger.flights)
    .filter((flight) => !known.has(flight.id) && isOver(flight, context))
    .map(({ id, story }) => ({ kind: 'forget', assignment: id, because: `story ${story ?? 'unknown'} is gone` }));
}

function isOver(flight: Flight, context: Context): boolean {
  return context.world.outcome?.assignment === flight.id || phaseOf(flight, context) !== 'under_way';
}

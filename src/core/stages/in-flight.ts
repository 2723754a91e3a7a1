import { addMinutes } from '../instant.ts';
import type { Flight } from '../ledger.ts';
import { act, hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';

/** How often a settle job that did not finish is run again before the assignment counts as lost. */
const settleReruns = 2;
/** How long after its time limit an assignment whose run cannot be seen is still believed to be under way. */
const graceMinutes = 30;

/** How far an assignment has come by the look of its run: a run that nobody can see is over when its time is up. */
export function phaseOf(flight: Flight, { world, now }: Context): 'under_way' | 'ended' | 'vanished' {
  const run = world.runs.get(flight.run);
  if (run !== undefined) return run.status === 'completed' ? 'ended' : 'under_way';
  return now > addMinutes(flight.notAfter, graceMinutes) ? 'vanished' : 'under_way';
}

/** An agent is at it: it leaves flight only by its settling, or when its run has ended without. */
export function stepInFlight(view: StoryView, flight: Flight, context: Context): Step {
  switch (phaseOf(flight, context)) {
    case 'under_way':
      return hold('agent_at_work', `${flight.role} in run ${flight.run}`);
    case 'vanished':
      return lose(view, flight, `run ${flight.run} cannot be found`);
    case 'ended':
      return stepEnded(view, flight, context);
  }
}

function stepEnded(view: StoryView, flight: Flight, { world }: Context): Step {
  const { story } = view;
  const leg = world.legs.get(flight.id);
  if (leg === undefined) return hold('settling', `run ${flight.run} has ended`);
  if (leg.settle === 'success') {
    const because = `it was settled in run ${flight.run}, and that was forgotten`;
    return act({ kind: 'discard', story, because, assignment: flight.id });
  }
  if (leg.agent === 'success' && leg.settleJobId !== null && flight.settleReruns < settleReruns) {
    return act({
      kind: 'rerun_settle',
      story,
      because: `run ${flight.run} ended before its outcome was settled`,
      assignment: flight.id,
      jobId: leg.settleJobId,
    });
  }
  return lose(view, flight, `run ${flight.run} ended with its agent job ${leg.agent}`);
}

/** It ended for no fault of its agent's work. */
export function lose({ story }: StoryView, flight: Flight, because: string): Step {
  return act({ kind: 'lose', story, because, assignment: flight.id });
}

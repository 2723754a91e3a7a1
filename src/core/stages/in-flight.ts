import { addMinutes } from '../instant.ts';
import type { Flight } from '../ledger.ts';
import { act, hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';

/** How often a settle job that did not finish is run again before the assignment counts as lost. */
const settleReruns = 2;
/** How long after its time limit an assignment whose run cannot be seen is still believed to be under way. */
const graceMinutes = 30;

/** An agent is at it: it leaves flight only by its settling, or when its run has ended without. */
export function stepInFlight(view: StoryView, flight: Flight, context: Context): Step {
  const { story } = view;
  const run = context.world.runs.get(flight.run);
  const leg = context.world.legs.get(flight.id);
  const isEnded = run !== undefined && run.status === 'completed';
  if (!isEnded) {
    const isOverdue = run === undefined && context.now > addMinutes(flight.notAfter, graceMinutes);
    if (isOverdue) return lose(view, flight, `run ${flight.run} cannot be found`);
    return hold('agent_at_work', `${flight.role} in run ${flight.run}`);
  }
  if (leg === undefined) return hold('settling', `run ${flight.run} has ended`);
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

function lose({ story }: StoryView, flight: Flight, because: string): Step {
  return act({ kind: 'lose', story, because, assignment: flight.id });
}

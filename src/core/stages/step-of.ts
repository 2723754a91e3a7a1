import { isReasonCode } from '../reasons.ts';
import { hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { stepClaimed } from './claimed.ts';
import { stepContracted } from './contracted.ts';
import { stepInFlight } from './in-flight.ts';
import { stepMerged } from './merged.ts';
import { stepOutcome } from './outcome.ts';
import { stepPending } from './pending.ts';
import { stepReported } from './reported.ts';

/** Finds the stage a story is in and asks it the one question. What waits for a person comes before everything else. */
export function stepOf(view: StoryView, context: Context): Step {
  const { story, memory, flight } = view;
  if (story.verifiedStatus === 'verified' && story.agentStatus === 'reported_done') return hold('project_done');
  const { outcome } = context.world;
  if (flight !== null) {
    return outcome?.assignment === flight.id
      ? stepOutcome(view, flight, outcome, context)
      : stepInFlight(view, flight, context);
  }
  if (memory.sticky !== null) return holdSticky(memory.sticky);
  if (memory.merged !== null) return stepMerged(view, context);
  switch (story.agentStatus) {
    case 'pending':
      return stepPending(view, context);
    case 'contracted':
      return stepContracted(view, context);
    case 'assigned':
    case 'implementing':
      return stepClaimed(view, context);
    case 'reported_done':
      return stepReported(view, context);
  }
}

function holdSticky({ code, detail }: { readonly code: string; readonly detail: string }): Step {
  return isReasonCode(code) ? hold(code, detail) : hold('stalled_elsewhere', `${code}: ${detail}`);
}

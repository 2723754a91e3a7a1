import { isReasonCode } from '../reasons.ts';
import { hold, type Step } from '../step.ts';
import { isDone } from '../story.ts';
import type { Context, StoryView } from '../view.ts';
import { stepClaimed } from './claimed.ts';
import { stepContracted } from './contracted.ts';
import { stepInFlight } from './in-flight.ts';
import { stepMerged } from './merged.ts';
import { stepOutcome } from './outcome.ts';
import { stepPending } from './pending.ts';
import { stepReported } from './reported.ts';

/**
 * Finds the stage a story is in and asks it the one question. An agent at work comes first, whatever became of its
 * story, since nothing else frees its place; then what is done, then what waits for a person.
 */
export function stepOf(view: StoryView, context: Context): Step {
  const { story, memory, flight } = view;
  const { outcome } = context.world;
  if (flight !== null) {
    return outcome?.assignment === flight.id
      ? stepOutcome(view, flight, outcome, context)
      : stepInFlight(view, flight, context);
  }
  if (isDone(story)) return hold('project_done');
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

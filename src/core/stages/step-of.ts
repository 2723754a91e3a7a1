import { stepOrdered } from '../commands/follow-orders.ts';
import { isReasonCode } from '../reasons.ts';
import { isRepair } from '../repair.ts';
import type { PullRequestFacts } from '../snapshot.ts';
import { hold, type Step } from '../step.ts';
import { isDone } from '../story.ts';
import type { Context, StoryView } from '../view.ts';
import { stepClaimed } from './claimed.ts';
import { stepContracted } from './contracted.ts';
import { stepInFlight } from './in-flight.ts';
import { leaveStory } from './leave.ts';
import { stepMerged } from './merged.ts';
import { stepOutcome } from './outcome.ts';
import { stepPending } from './pending.ts';
import { recordMerge } from './pull-request.ts';
import { endRepair, stepRepair } from './repair.ts';
import { stepReported } from './reported.ts';
import { stepStartOver } from './start-over.ts';

/**
 * Finds the stage a story is in and asks it the one question. An agent at work comes first, whatever became of its
 * story, since nothing else frees its place; then what is done or merged, whoever did it; then what a person asked for or
 * is asked for.
 */
export function stepOf(view: StoryView, context: Context): Step {
  const { story, memory, pullRequest } = view;
  if (isRepair(story.number)) return stepOfRepair(view, context);
  const flown = stepFlight(view, context);
  if (flown !== null) return flown;
  if (isDone(story) && memory.reverted === null) return hold('project_done');
  if (memory.merged !== null) return stepMerged(view, context);
  if (pullRequest !== null && isMerged(pullRequest, context)) return recordMerge(view, pullRequest, context);
  const ordered = stepOrdered(view, context);
  if (ordered !== null) return ordered;
  if (memory.startOver) return stepStartOver(view, context);
  if (memory.sticky !== null) return leaveStory(view, context) ?? holdSticky(memory.sticky);
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

/** A repair that is over is over, whoever is at it. */
function stepOfRepair(view: StoryView, context: Context): Step {
  const ended = endRepair(view, context) ?? stepFlight(view, context) ?? stepOrdered(view, context);
  if (ended !== null) return ended;
  return view.memory.sticky === null ? stepRepair(view, context) : holdSticky(view.memory.sticky);
}

function stepFlight(view: StoryView, context: Context): Step | null {
  const { flight } = view;
  const { outcome } = context.world;
  if (flight === null) return null;
  return outcome?.assignment === flight.id
    ? stepOutcome(view, flight, outcome, context)
    : stepInFlight(view, flight, context);
}

function isMerged({ state, baseRef }: PullRequestFacts, { world }: Context): boolean {
  return state === 'MERGED' && baseRef === world.base.branch;
}

function holdSticky({ code, detail }: { readonly code: string; readonly detail: string }): Step {
  return isReasonCode(code) ? hold(code, detail) : hold('stalled_elsewhere', `${code}: ${detail}`);
}

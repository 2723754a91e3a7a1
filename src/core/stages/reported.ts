import { act, hold, type Step } from '../step.ts';
import { judgementOf } from '../transitions.ts';
import type { Context, StoryView } from '../view.ts';
import { giveBackChanged } from './give-back.ts';
import { reportFail } from './in-review.ts';
import { awaitUnknown, describeOwner, isOurs } from './ownership.ts';
import { stepPullRequest } from './pull-request.ts';

/** Reported done and not verified: on its way through the gate, or reported outside of our loop. */
export function stepReported(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (!isOurs(view, context)) return hold('stalled_elsewhere', describeOwner(view, context));
  if (judgementOf(story) === 'rejected') return takeBack(view);
  if (memory.agreement !== null && memory.agreement !== story.criteriaHash) return giveBackChanged(view);
  return awaitUnknown(view, context) ?? stepPullRequest(view, context);
}

/** Rejected, and not reset: the tenant resets nothing by itself, and the pass that rejected it ended too early. */
function takeBack(view: StoryView): Step {
  const { story, memory } = view;
  if (memory.verdict?.review.result === 'fail') return reportFail(view, memory.verdict);
  const because = 'rejected, and still claimed';
  return act({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
}

import { hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { stepPullRequest } from './pull-request.ts';

/** Reported done and not verified: on its way through the gate, or reported outside of our loop. */
export function stepReported(view: StoryView, context: Context): Step {
  if (view.memory.head === null)
    return hold('stalled_elsewhere', 'reported done, and no pull request of ours is known');
  return stepPullRequest(view, context);
}

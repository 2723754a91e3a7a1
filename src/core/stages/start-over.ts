import { act, hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { isOurs } from './ownership.ts';

/** A person wants the story begun anew: its claim is given back and its pull request closed, whatever came of them. */
export function stepStartOver(view: StoryView, context: Context): Step {
  const { story, pullRequest } = view;
  if (story.agentStatus !== 'pending' && !isOurs(view, context)) {
    return hold('stalled_elsewhere', `to be started over, and ${story.agentStatus} by somebody else`);
  }
  return act({
    kind: 'unclaim',
    story,
    because: 'a person had it started over',
    assignment: null,
    sticky: null,
    closes: pullRequest?.state === 'OPEN' ? pullRequest.number : null,
  });
}

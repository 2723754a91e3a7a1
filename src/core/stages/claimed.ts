import { checkAuthorLimits } from '../limits.ts';
import { hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { giveBackChanged } from './give-back.ts';
import { awaitUnknown, describeOwner, isOurs } from './ownership.ts';
import { heedPerson, stepPullRequest } from './pull-request.ts';

/** Assigned or implementing: ours, with or without a pull request yet, or somebody else's. */
export function stepClaimed(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (!isOurs(view, context)) return hold('stalled_elsewhere', describeOwner(view, context));
  if (memory.agreement !== null && memory.agreement !== story.criteriaHash) return giveBackChanged(view);
  const waiting = awaitUnknown(view, context) ?? heedPerson(view, context);
  if (waiting !== null) return waiting;
  if ((memory.head !== null || memory.kept !== null) && !isHalfClaimed(view)) return stepPullRequest(view, context);
  return (
    checkAuthorLimits(view, context) ??
    want({
      role: memory.feedback.length > 0 ? 'fix' : 'implement',
      isNew: false,
      claims: story.agentStatus === 'assigned',
      startSha: memory.head?.sha ?? null,
      feedback: memory.feedback,
      because: memory.feedback.at(-1)?.summary ?? 'claimed by us, and no agent is at it',
    })
  );
}

/** Claimed and not started: a fresh attempt whose agent was never dispatched. Its old head is not the one to judge. */
function isHalfClaimed({ story, memory, pullRequest }: StoryView): boolean {
  return story.agentStatus === 'assigned' && memory.kept === null && pullRequest?.state === 'OPEN';
}

import { checkAuthorLimits } from '../limits.ts';
import { act, hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { stepPullRequest } from './pull-request.ts';

/** Assigned or implementing: ours, with or without a pull request yet, or somebody else's. */
export function stepClaimed(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (story.assignedAgentId !== context.world.identities.implementer) {
    return hold('stalled_elsewhere', `claimed by agent ${story.assignedAgentId ?? 'unknown'}`);
  }
  if (memory.agreement !== null && memory.agreement !== story.criteriaHash) {
    return act({
      kind: 'unclaim',
      story,
      because: 'the story was changed after it was agreed on',
      assignment: null,
      sticky: null,
    });
  }
  if (memory.head !== null) return stepPullRequest(view, context);
  return (
    checkAuthorLimits(view, context) ??
    want({
      role: memory.feedback.length > 0 ? 'fix' : 'implement',
      isNew: false,
      claims: story.agentStatus === 'assigned',
      startSha: null,
      feedback: memory.feedback,
      because: memory.feedback.at(-1)?.summary ?? 'claimed by us, and no agent is at it',
    })
  );
}

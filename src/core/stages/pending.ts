import { checkAuthorLimits } from '../limits.ts';
import { hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { reportFail } from './in-review.ts';
import { recordMerge } from './pull-request.ts';

/** Pending in loopctl: new, given back, or rejected and to be done again on its branch with the findings. */
export function stepPending(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (story.verifiedStatus === 'verified')
    return hold('stalled_elsewhere', 'its claim was taken away after it was verified');
  if (story.criteria.length === 0) return hold('no_criteria');
  if (view.pullRequest?.state === 'MERGED') return recordMerge(view, view.pullRequest, context);
  // Rejected in loopctl, and the pass that did it ended before it could remember the findings.
  if (story.verifiedStatus === 'rejected' && memory.verdict?.review.result === 'fail') {
    return reportFail(view, memory.verdict);
  }
  if (!context.world.ready.has(story.number)) return holdBlocked(view, context);
  const limited = checkAuthorLimits(view, context);
  if (limited !== null) return limited;
  if (view.pullRequest?.state === 'CLOSED') return hold('closed_by_human', `#${view.pullRequest.number}`);
  return want({
    role: 'implement',
    isNew: memory.head === null,
    claims: true,
    startSha: memory.head?.sha ?? null,
    feedback: memory.feedback,
    because: describeStart(view),
  });
}

function describeStart({ memory }: StoryView): string {
  if (memory.head === null) return 'ready';
  if (memory.feedback.length === 0) return 'given back: again, on its branch';
  return `rejected ${memory.rejections} times: again, with the findings`;
}

function holdBlocked({ story }: StoryView, { world }: Context): Step {
  const blockers = world.blockers.get(story.number) ?? [];
  if (blockers.length === 0) return hold('stalled_elsewhere', 'loopctl lists it neither as ready nor as blocked');
  const others = blockers.length > 4 ? ` and ${blockers.length - 4} more` : '';
  return hold('blocked', `${blockers.slice(0, 4).join(', ')}${others}`, blockers);
}

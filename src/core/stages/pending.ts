import { checkAuthorLimits } from '../limits.ts';
import { nameSome } from '../name-some.ts';
import { act, hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { reportFail } from './in-review.ts';
import { describeClosed } from './pull-request.ts';
import { isForeignHead, stepPushedHead } from './pushed-head.ts';

/** Pending in loopctl: new, given back, or rejected and to be done again on its branch with the findings. */
export function stepPending(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (story.verifiedStatus === 'verified')
    return hold('stalled_elsewhere', 'its claim was taken away after it was verified');
  if (story.criteria.length === 0) return hold('no_criteria');
  // Rejected in loopctl, and the pass that did it ended before it could remember the findings.
  if (story.verifiedStatus === 'rejected' && memory.verdict?.review.result === 'fail') {
    return reportFail(view, memory.verdict);
  }
  if (!context.world.ready.has(story.number)) return holdBlocked(view, context);
  return (
    checkAuthorLimits(view, context) ??
    heedPerson(view, context) ??
    want({
      role: 'implement',
      isNew: memory.head === null,
      claims: true,
      startSha: memory.head?.sha ?? null,
      feedback: memory.feedback,
      because: describeStart(view),
    })
  );
}

/** What a person did to the pull request of an earlier attempt: closed it, which holds the story, or pushed to it. */
function heedPerson(view: StoryView, context: Context): Step | null {
  const { story, pullRequest } = view;
  if (pullRequest === null) return null;
  if (pullRequest.state === 'OPEN') {
    return isForeignHead(view, pullRequest) ? stepPushedHead(view, pullRequest, context) : null;
  }
  const { because, detail } = describeClosed(pullRequest);
  return act({ kind: 'escalate', story, because, hold: { code: 'closed_by_human', detail } });
}

function describeStart({ memory }: StoryView): string {
  if (memory.head === null) return 'ready';
  if (memory.feedback.length === 0) return 'given back: again, on its branch';
  return `rejected ${memory.rejections} times: again, with the findings`;
}

function holdBlocked({ story }: StoryView, { world }: Context): Step {
  const blockers = world.blockers.get(story.number) ?? [];
  if (blockers.length === 0) return hold('stalled_elsewhere', 'loopctl lists it neither as ready nor as blocked');
  const drifted = world.drift.get(story.number) ?? [];
  const isDrift = blockers.every((blocker) => drifted.includes(blocker));
  return hold(isDrift ? 'backlog_drift' : 'blocked', nameSome(blockers), blockers);
}

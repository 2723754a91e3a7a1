import type { Feedback } from '../assignment.ts';
import { judgeChecks } from '../checks.ts';
import { holdOfChecks } from '../gate.ts';
import type { AcceptedHead } from '../ledger.ts';
import { checkAuthorLimits } from '../limits.ts';
import type { PullRequestFacts } from '../snapshot.ts';
import { feedbackOfChecks } from '../standing.ts';
import { act, hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { stepInReview } from './in-review.ts';

/** An accepted head with its pull request: first GitHub's state, then CI, then deliverables, then the review. */
export function stepPullRequest(view: StoryView, context: Context): Step {
  const { story, memory, pullRequest } = view;
  const { head } = memory;
  if (head === null || pullRequest === null) {
    return hold('stalled_elsewhere', `${story.agentStatus}, and no pull request of ours can be found`);
  }
  if (pullRequest.state === 'MERGED') return recordMerge(view, pullRequest);
  if (pullRequest.state === 'CLOSED') {
    return act({
      kind: 'unclaim',
      story,
      because: `#${pullRequest.number} was closed by a person`,
      assignment: null,
      sticky: { code: 'closed_by_human', detail: `#${pullRequest.number}` },
    });
  }
  if (pullRequest.headSha !== head.sha) {
    return hold('head_not_accepted', `#${pullRequest.number} is at ${pullRequest.headSha.slice(0, 7)}`);
  }
  return mend(view, pullRequest, head, context) ?? stepInReview(view, pullRequest, context);
}

function recordMerge({ story }: StoryView, pullRequest: PullRequestFacts): Step {
  if (pullRequest.mergeSha === null)
    return hold('merge_state_unknown', `#${pullRequest.number} is merged, its commit is not known yet`);
  return act({
    kind: 'record_merge',
    story,
    because: `#${pullRequest.number} was merged by ${pullRequest.mergedBy ?? 'somebody'}`,
    pullRequest: pullRequest.number,
    merged: { sha: pullRequest.mergeSha, headSha: pullRequest.headSha },
  });
}

/** What stands between this head and its review: a conflict, CI, files that were promised. */
function mend(view: StoryView, pullRequest: PullRequestFacts, head: AcceptedHead, context: Context): Step | null {
  if (pullRequest.mergeState === 'DIRTY') {
    return fix(view, context, {
      kind: 'conflict',
      summary: `the branch is in conflict with ${context.world.base.branch}`,
      items: [
        `Merge ${context.world.base.branch} at ${context.world.base.sha} into the branch and resolve the conflicts.`,
      ],
      headSha: head.sha,
    });
  }
  const verdict = judgeChecks(pullRequest.checks, context.world.rules.requiredChecks, context.policy.checks);
  if (verdict.kind === 'red') return fix(view, context, feedbackOfChecks(verdict.failed, head.sha));
  const waiting = holdOfChecks(verdict);
  if (waiting !== null) return { kind: 'hold', hold: waiting };
  if (head.missingDeliverables.length === 0) return null;
  return fix(view, context, {
    kind: 'deliverables_missing',
    summary: `promised files are missing: ${head.missingDeliverables.join(', ')}`,
    items: head.missingDeliverables,
    headSha: head.sha,
  });
}

function fix(view: StoryView, context: Context, feedback: Feedback): Step {
  return (
    checkAuthorLimits(view, context) ??
    want({
      role: 'fix',
      isNew: false,
      claims: false,
      startSha: feedback.headSha,
      feedback: [feedback],
      because: feedback.summary,
    })
  );
}

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
  if (pullRequest.state === 'MERGED') return recordMerge(view, pullRequest, context);
  if (pullRequest.state === 'CLOSED') {
    return act({
      kind: 'unclaim',
      story,
      because: `#${pullRequest.number} was closed by a person`,
      assignment: null,
      sticky: { code: 'closed_by_human', detail: `#${pullRequest.number}` },
      closes: null,
    });
  }
  if (pullRequest.headSha !== head.sha) {
    return hold('head_not_accepted', `#${pullRequest.number} is at ${pullRequest.headSha.slice(0, 7)}`);
  }
  return mend(view, pullRequest, head, context) ?? stepInReview(view, pullRequest, context);
}

/** A merge as GitHub shows it, by whomever it was made. */
export function recordMerge({ story }: StoryView, pullRequest: PullRequestFacts, { world }: Context): Step {
  if (pullRequest.mergeSha === null)
    return hold('merge_state_unknown', `#${pullRequest.number} is merged, its commit is not known yet`);
  return act({
    kind: 'record_merge',
    story,
    because: `#${pullRequest.number} was merged by ${pullRequest.mergedBy ?? 'somebody'}`,
    pullRequest: pullRequest.number,
    merged: {
      sha: pullRequest.mergeSha,
      headSha: pullRequest.headSha,
      by: pullRequest.mergedBy === world.viewer ? null : (pullRequest.mergedBy ?? 'somebody'),
    },
  });
}

/** What stands between this head and its review: a conflict, CI, findings nobody has answered yet, files that were promised. */
function mend(view: StoryView, pullRequest: PullRequestFacts, head: AcceptedHead, context: Context): Step | null {
  if (pullRequest.mergeState === 'DIRTY') {
    return fix(view, context, head, feedbackOfConflict(context, head));
  }
  const verdict = judgeChecks(pullRequest.checks, context.world.rules.requiredChecks, context.policy.checks);
  if (verdict.kind === 'red') return fix(view, context, head, feedbackOfChecks(verdict.failed, head.sha));
  if (view.memory.feedback.some(({ kind }) => kind === 'review_failed')) return fix(view, context, head);
  const waiting = holdOfChecks(verdict);
  if (waiting !== null) return { kind: 'hold', hold: waiting };
  if (head.missingDeliverables.length === 0) return null;
  return fix(view, context, head, {
    kind: 'deliverables_missing',
    summary: `promised files are missing: ${head.missingDeliverables.join(', ')}`,
    items: head.missingDeliverables,
    headSha: head.sha,
  });
}

/** A fix of this head: what earlier authors still owe, then what was seen of it now. */
function fix(view: StoryView, context: Context, head: AcceptedHead, seen?: Feedback): Step {
  const feedback = [...view.memory.feedback, ...(seen === undefined ? [] : [seen])];
  return (
    checkAuthorLimits(view, context) ??
    want({
      role: 'fix',
      isNew: false,
      claims: false,
      startSha: head.sha,
      feedback,
      because: feedback.at(-1)?.summary ?? '',
    })
  );
}

function feedbackOfConflict({ world: { base } }: Context, head: AcceptedHead): Feedback {
  return {
    kind: 'conflict',
    summary: `the branch is in conflict with ${base.branch}`,
    items: [`Merge ${base.branch} at ${base.sha} into the branch and resolve the conflicts.`],
    headSha: head.sha,
  };
}

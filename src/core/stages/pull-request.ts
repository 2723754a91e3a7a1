import type { Feedback } from '../assignment.ts';
import { judgeChecks } from '../checks.ts';
import { holdOfChecks } from '../gate/head-checks.ts';
import type { AcceptedHead } from '../ledger.ts';
import { checkAuthorLimits } from '../limits.ts';
import { holdOfRerun } from '../rerun.ts';
import type { CheckFacts, PullRequestFacts } from '../snapshot.ts';
import { feedbackOfChecks, findPersonsVerdict } from '../standing.ts';
import { act, hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { reportFail, stepInReview } from './in-review.ts';
import { stepKept } from './kept.ts';
import { stepMerging } from './merging.ts';
import { isForeignHead, stepPushedHead } from './pushed-head.ts';

/** An accepted head with its pull request: first what people did, then GitHub's state, CI, deliverables, the review. */
export function stepPullRequest(view: StoryView, context: Context): Step {
  const { story, memory, pullRequest } = view;
  const heeded = heedPerson(view, context);
  if (heeded !== null) return heeded;
  if (memory.kept !== null) return stepKept(view, memory.kept);
  if (memory.head === null || pullRequest === null) {
    const status = story.agentStatus.replace('_', ' ');
    return hold('stalled_elsewhere', `${status}, and no pull request of ours can be found`);
  }
  return (
    stepMerging(view, context) ??
    heedRejection(view) ??
    mend(view, pullRequest, memory.head, context) ??
    stepInReview(view, pullRequest, context)
  );
}

/** A person's no needs no checks: whatever they say, the work is done again. */
function heedRejection(view: StoryView): Step | null {
  const verdict = findPersonsVerdict(view);
  return verdict === null ? null : reportFail(view, verdict);
}

/** What a person did to the pull request of a claimed story: closed it, which gives the claim back, or pushed to it. */
export function heedPerson(view: StoryView, context: Context): Step | null {
  const { story, pullRequest } = view;
  if (pullRequest === null) return null;
  if (pullRequest.state === 'OPEN') {
    return isForeignHead(view, pullRequest) ? stepPushedHead(view, pullRequest, context) : null;
  }
  const { because, detail } = describeClosed(pullRequest);
  return act({
    kind: 'unclaim',
    story,
    because,
    assignment: null,
    sticky: { code: 'closed_by_human', detail },
    closes: null,
  });
}

/** How a pull request came to its end without coming into the base. */
export function describeClosed({ number, state, baseRef }: PullRequestFacts): {
  readonly because: string;
  readonly detail: string;
} {
  if (state !== 'MERGED') return { because: `#${number} was closed by a person`, detail: `#${number}` };
  const detail = `#${number} was merged into ${baseRef}`;
  return { because: detail, detail };
}

/** A merge as GitHub shows it, by whomever it was made. */
export function recordMerge(view: StoryView, pullRequest: PullRequestFacts, { world }: Context): Step {
  if (pullRequest.mergeSha === null)
    return hold('merge_state_unknown', `#${pullRequest.number} is merged, its commit is not known yet`);
  return act({
    kind: 'record_merge',
    story: view.story,
    because: `#${pullRequest.number} was merged by ${pullRequest.mergedBy ?? 'somebody'}`,
    pullRequest: pullRequest.number,
    merged: {
      sha: pullRequest.mergeSha,
      headSha: pullRequest.headSha,
      by: isOurMerge(view, pullRequest, world) ? null : (pullRequest.mergedBy ?? 'somebody'),
    },
  });
}

/** GitHub's merge queue merges in its own name what we had put into it. */
const queueLogin = 'github-merge-queue';

function isOurMerge({ memory }: StoryView, pullRequest: PullRequestFacts, { viewer }: Context['world']): boolean {
  if (pullRequest.mergedBy === viewer) return true;
  return pullRequest.mergedBy === queueLogin && memory.merging?.headSha === pullRequest.headSha;
}

/** What stands between this head and its review: a conflict, CI, findings nobody has answered yet, files that were promised. */
function mend(view: StoryView, pullRequest: PullRequestFacts, head: AcceptedHead, context: Context): Step | null {
  if (pullRequest.mergeState === 'DIRTY') {
    return fix(view, context, head, feedbackOfConflict(context, head));
  }
  const verdict = judgeChecks(pullRequest.checks, context.world.rules.requiredChecks, context.policy.checks);
  if (verdict.kind === 'red') return mendChecks(view, context, head, verdict.failed);
  if (view.memory.feedback.some(({ kind }) => kind === 'review_failed')) return fix(view, context, head);
  const waiting = holdOfChecks(verdict, head, context);
  if (waiting !== null) return { kind: 'hold', hold: waiting };
  if (head.missingDeliverables.length === 0) return null;
  return fix(view, context, head, {
    kind: 'deliverables_missing',
    summary: `promised files are missing: ${head.missingDeliverables.join(', ')}`,
    items: head.missingDeliverables,
    headSha: head.sha,
  });
}

/** CI mostly tests a branch merged with the base: while that is red, a red head says nothing of its author. */
function mendChecks(view: StoryView, context: Context, head: AcceptedHead, failed: readonly CheckFacts[]): Step {
  const { proof, world } = context;
  const rerun = holdOfRerun(view, context);
  if (rerun !== null) return { kind: 'hold', hold: rerun };
  if (proof.kind === 'unproven' && proof.hold.code === 'base_red') return { kind: 'hold', hold: proof.hold };
  const feedback = feedbackOfChecks(failed, head.sha);
  if (head.diffBase === world.base.sha) return fix(view, context, head, feedback);
  const hint = `${world.base.branch} has moved since: where the fault is not here, bring it in: git merge ${world.base.sha} (it is there already).`;
  return fix(view, context, head, { ...feedback, items: [...feedback.items, hint] });
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
    items: [
      `Merge ${base.branch} into the branch and resolve the conflicts: git merge ${base.sha} (it is there already).`,
    ],
    headSha: head.sha,
  };
}

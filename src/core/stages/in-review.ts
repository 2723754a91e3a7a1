import { type Clause, firstHold, readGate } from '../gate.ts';
import type { VerdictRecord } from '../ledger.ts';
import { checkInfrastructure } from '../limits.ts';
import { isRepair } from '../repair.ts';
import type { PullRequestFacts } from '../snapshot.ts';
import { feedbackOfVerdict, isVerdictValid } from '../standing.ts';
import { act, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { checkUnmerged } from './merging.ts';

/** CI is green: a review by another identity, its verdict told to loopctl, then the gate. */
export function stepInReview(view: StoryView, pullRequest: PullRequestFacts, context: Context): Step {
  const { verdict, reported } = view.memory;
  if (verdict === null || !isVerdictValid(view)) return askReview(view, context);
  if (verdict.review.result === 'fail') return reportFail(view, verdict);
  const isReported = reported === verdict.assignment && view.story.agentStatus === 'reported_done';
  if (!isReported) return reportPass(view, verdict);
  return askMerge(view, pullRequest, { verdict, because: 'checks green, review passed, base proven' }, context);
}

interface Reviewed {
  readonly verdict: VerdictRecord;
  readonly because: string;
}

/**
 * The gate: every clause of it, and then the merge, by the way that the rules leave open. Of a head that lacks nothing
 * but the base's newest commits, these; but an approval that the verdict can be, that.
 */
export function askMerge(
  view: StoryView,
  pullRequest: PullRequestFacts,
  { verdict, because }: Reviewed,
  context: Context,
): Step {
  const { base, rules } = context.world;
  const { gate, isApprovalDue } = readGate(view, pullRequest, context);
  const waiting = firstHold(gate);
  const judged = { story: view.story, pullRequest: pullRequest.number, headSha: pullRequest.headSha, verdict };
  const merge = { ...judged, baseSha: base.sha };
  if (isOnlyBehind(gate) && (!isRepair(view.story.number) || context.ledger.repair.red?.asked != null)) {
    const stale = `${because}, and behind ${base.branch} at ${base.sha.slice(0, 7)}`;
    return { kind: 'merge', decision: { ...merge, kind: 'update_branch', because: stale } };
  }
  if (waiting !== null) return { kind: 'hold', hold: waiting };
  const unmerged = checkUnmerged(view, context);
  if (unmerged !== null) return unmerged;
  if (isApprovalDue) return act({ ...judged, kind: 'approve', because: `${because}; the rules ask for an approval` });
  const way = rules.requiresMergeQueue ? 'queue' : 'direct';
  const { method } = context.policy.merge;
  return {
    kind: 'merge',
    decision: { ...merge, kind: 'merge', because, method, way, pullRequestId: pullRequest.id },
  };
}

function isOnlyBehind(gate: readonly Clause[]): boolean {
  const holds = gate.flatMap(({ hold }) => hold ?? []);
  return holds.length === 1 && holds[0]?.code === 'behind';
}

/** A review by another identity; so many of one head and no more. */
export function askReview(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  const count = memory.reviews.headSha === memory.head?.sha ? memory.reviews.count : 0;
  if (count >= context.policy.limits.reviewsPerHead) {
    const detail = `${count} reviews of ${memory.head?.sha.slice(0, 7) ?? ''} gave no verdict`;
    return act({ kind: 'escalate', story, because: detail, hold: { code: 'reviews_exhausted', detail } });
  }
  return (
    checkInfrastructure(view, context) ??
    want({
      role: 'review',
      isNew: false,
      claims: false,
      startSha: memory.head?.sha ?? null,
      feedback: [],
      because: 'CI is green',
    })
  );
}

/** A failed review told to loopctl: reported, then rejected with its findings. */
export function reportFail({ story, memory }: StoryView, verdict: VerdictRecord): Step {
  return act({
    kind: 'report_fail',
    story,
    because: `review failed (${memory.rejections + 1}): ${verdict.review.summary}`,
    verdict,
    feedback: feedbackOfVerdict(verdict),
  });
}

function reportPass({ story, memory }: StoryView, verdict: VerdictRecord): Step {
  return act({
    kind: 'report_pass',
    story,
    because: `review passed: ${verdict.review.summary}`,
    verdict,
    closedFindings: memory.openFindings,
  });
}

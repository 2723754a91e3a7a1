import { type AgentFacts, type AuditFacts, type AuditRules, diffKey } from '../facts.ts';
import { type Merge, type MergeEvent, mergesOfLoop, nameMerge } from '../merges.ts';
import type { Violation } from '../violation.ts';

/** Every merged diff had been passed by a reviewer whom the witness saw, on that head or on one with the same patch id. */
export function findUnreviewedMerges(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const passes = facts.agents.filter(isPassingReview);
  return mergesOfLoop(facts, rules)
    .filter(({ event }) => !passes.some((review) => isOnDiff(review, event, facts.patchIds)))
    .map((merge) => violationOf(merge, facts.agents));
}

/** Whether this process was a reviewer that passed what it read. */
export function isPassingReview(agent: AgentFacts): boolean {
  if (agent.task !== 'review' || agent.endedAt === null) return false;
  const review = agent.result as { readonly result?: unknown; readonly acs_failed?: unknown } | null;
  if (typeof review !== 'object' || review?.result !== 'pass') return false;
  return !Array.isArray(review.acs_failed) || review.acs_failed.length === 0;
}

function isOnDiff(review: AgentFacts, merge: MergeEvent, patchIds: AuditFacts['patchIds']): boolean {
  if (review.head === null || !isBefore(review, merge)) return false;
  if (review.head === merge.headSha) return true;
  const merged = patchIds.get(diffKey(merge.baseBefore, merge.headSha));
  return merged !== undefined && merged === patchIds.get(diffKey(merge.baseBefore, review.head));
}

/** The world's clock tells whole seconds, the witness's tells more. */
function isBefore(review: AgentFacts, merge: MergeEvent): boolean {
  return review.endedAt !== null && review.endedAt < Date.parse(merge.at) + 1000;
}

function violationOf(merge: Merge, agents: readonly AgentFacts[]): Violation {
  const reviews = agents.filter(({ task, head }) => task === 'review' && head === merge.event.headSha).length;
  const seen = reviews === 0 ? 'nobody reviewed that head' : `${reviews} review of that head, none passed`;
  return { code: 'merge_without_verdict', detail: `${nameMerge(merge)}: ${seen}`, at: merge.event.at };
}

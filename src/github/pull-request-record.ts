import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import type { CheckFacts, PullRequestFacts } from '../core/snapshot.ts';
import { withoutSuffix } from './bot-login.ts';
import { connectionOf } from './connection.ts';
import { type ReviewRecord, reviewSchema, toReviewFacts } from './review-record.ts';
import { rollupSchema } from './rollup.ts';
import { suitesSchema, toParkedChecks } from './suite-checks.ts';

export const mergeStateSchema = z
  .enum(['CLEAN', 'BEHIND', 'BLOCKED', 'DIRTY', 'DRAFT', 'HAS_HOOKS', 'UNSTABLE', 'UNKNOWN'])
  // A state invented after this was written is one we do not know.
  .catch('UNKNOWN');
export const reviewDecisionSchema = z.enum(['APPROVED', 'CHANGES_REQUESTED', 'REVIEW_REQUIRED']).nullable();
export const reviewThreadsSchema = connectionOf(z.object({ isResolved: z.boolean() }));
export type ReviewThread = z.infer<typeof reviewThreadsSchema>['nodes'][number];

export const reviewsSchema = connectionOf(reviewSchema);

/** A pull request as our queries bring it. */
export const pullRequestSchema = z.object({
  id: z.string(),
  number: z.number(),
  url: z.string(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: z.boolean(),
  isCrossRepository: z.boolean(),
  headRefName: z.string(),
  headRefOid: sha,
  baseRefName: z.string(),
  mergeStateStatus: mergeStateSchema,
  reviewDecision: reviewDecisionSchema,
  viewerCanMergeAsAdmin: z.boolean(),
  author: z.object({ login: z.string() }).nullable(),
  comments: z.object({ totalCount: z.number() }),
  mergedBy: z.object({ login: z.string() }).nullable(),
  mergeCommit: z.object({ oid: sha }).nullable(),
  latestOpinionatedReviews: reviewsSchema.nullable(),
  reviewThreads: reviewThreadsSchema,
  statusCheckRollup: rollupSchema,
  /** Null when the branch is gone. */
  headRef: z.object({ target: z.object({ oid: sha, checkSuites: suitesSchema }).nullable() }).nullable(),
});
export type PullRequestRecord = z.infer<typeof pullRequestSchema>;

/** The lists of a pull request, read to the end. */
export interface PullRequestLists {
  readonly checks: readonly CheckFacts[];
  readonly reviewThreads: readonly ReviewThread[];
  readonly reviews: readonly ReviewRecord[];
}

/** A pull request in our own words. */
export function toPullRequestFacts(
  record: PullRequestRecord,
  { checks, reviewThreads, reviews }: PullRequestLists,
): PullRequestFacts {
  return {
    number: record.number,
    id: record.id,
    url: record.url,
    state: record.state,
    headRef: record.headRefName,
    headSha: record.headRefOid,
    baseRef: record.baseRefName,
    isDraft: record.isDraft,
    isFork: record.isCrossRepository,
    mergeState: record.mergeStateStatus,
    reviewDecision: record.reviewDecision,
    viewerCanMergeAsAdmin: record.viewerCanMergeAsAdmin,
    commentCount: record.comments.totalCount,
    unresolvedConversations: reviewThreads.filter(({ isResolved }) => !isResolved).length,
    author: record.author === null ? null : withoutSuffix(record.author.login),
    reviews: reviews.flatMap(toReviewFacts),
    checks: [...checks, ...listParked(record)],
    mergeSha: record.state === 'MERGED' ? (record.mergeCommit?.oid ?? null) : null,
    mergedBy: record.mergedBy === null ? null : withoutSuffix(record.mergedBy.login),
  };
}

/** The branch can be further than the head that GitHub shows of its pull request: what is there is not of this head. */
function listParked({ headRef, headRefOid }: PullRequestRecord): CheckFacts[] {
  return headRef?.target?.oid === headRefOid ? toParkedChecks(headRef.target.checkSuites) : [];
}

import { z } from 'zod';
import type { PullRequestFacts } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';
import { readRemaining } from './connection.ts';
import {
  composeBranchesDocument,
  composeTrackedDocument,
  moreReviewsDocument,
  moreReviewThreadsDocument,
} from './documents.ts';
import { parseAnswer } from './parse-answer.ts';
import {
  type PullRequestRecord,
  pullRequestSchema,
  type ReviewThread,
  reviewsSchema,
  reviewThreadsSchema,
  toPullRequestFacts,
} from './pull-request-record.ts';
import type { ReviewRecord } from './review-record.ts';
import { readChecks } from './rollup.ts';

const trackedPerQuery = 50;
const trackedSchema = z.object({ repository: z.record(z.string(), pullRequestSchema.nullable()) });
const branchesSchema = z.object({
  repository: z.record(z.string(), z.object({ nodes: z.array(pullRequestSchema) })),
});
const reviewsPageSchema = z.object({ node: z.object({ latestOpinionatedReviews: reviewsSchema }) });
const threadsPageSchema = z.object({ node: z.object({ reviewThreads: reviewThreadsSchema }) });

/** Pull requests by number, open or not; a number that is no pull request is left out. */
export async function readPullRequests(
  github: Pick<GitHub, 'graphql'>,
  numbers: readonly number[],
): Promise<PullRequestRecord[]> {
  const records: PullRequestRecord[] = [];
  for (let start = 0; start < numbers.length; start += trackedPerQuery) {
    const document = composeTrackedDocument(numbers.slice(start, start + trackedPerQuery));
    const data = parseAnswer(trackedSchema, await github.graphql(document, {}), 'the query for pull requests');
    records.push(...Object.values(data.repository).filter((record) => record !== null));
  }
  return records;
}

/** The newest pull requests of these branches of the repository itself, open or not. */
export async function readPullRequestsOfBranches(
  github: Pick<GitHub, 'graphql'>,
  branches: readonly string[],
): Promise<readonly PullRequestRecord[]> {
  const records: PullRequestRecord[] = [];
  for (let start = 0; start < branches.length; start += trackedPerQuery) {
    const document = composeBranchesDocument(branches.slice(start, start + trackedPerQuery));
    const name = 'the query for the pull requests of branches';
    const { repository } = parseAnswer(branchesSchema, await github.graphql(document, {}), name);
    records.push(...Object.values(repository).flatMap(({ nodes }) => nodes));
  }
  return records.filter(({ isCrossRepository }) => !isCrossRepository);
}

/** One pull request as facts; costs a request only for what is beyond the first hundred checks, conversations or reviewers. */
export async function completePullRequest(
  github: Pick<GitHub, 'graphql'>,
  record: PullRequestRecord,
): Promise<PullRequestFacts> {
  const [checks, reviewThreads, reviews] = await Promise.all([
    readChecks(github, record.statusCheckRollup),
    readReviewThreads(github, record),
    readReviews(github, record),
  ]);
  return toPullRequestFacts(record, { checks, reviewThreads, reviews });
}

function readReviewThreads(
  github: Pick<GitHub, 'graphql'>,
  record: PullRequestRecord,
): Promise<readonly ReviewThread[]> {
  return readRemaining(record.reviewThreads, async (after) => {
    const data = await github.graphql(moreReviewThreadsDocument, { id: record.id, after });
    return parseAnswer(threadsPageSchema, data, 'the query for more conversations').node.reviewThreads;
  });
}

/** GitHub shows none where a pull request cannot be reviewed. */
async function readReviews(
  github: Pick<GitHub, 'graphql'>,
  { id, latestOpinionatedReviews }: PullRequestRecord,
): Promise<readonly ReviewRecord[]> {
  if (latestOpinionatedReviews === null) return [];
  return await readRemaining(latestOpinionatedReviews, async (after) => {
    const data = await github.graphql(moreReviewsDocument, { id, after });
    return parseAnswer(reviewsPageSchema, data, 'the query for more reviews').node.latestOpinionatedReviews;
  });
}

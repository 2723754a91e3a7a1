import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import type { MergeState, PullRequestFacts } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';
import { mergeStateDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';
import { type Patience, pauseAfter } from './patience.ts';
import { mergeStateSchema, reviewDecisionSchema } from './pull-request-record.ts';

export interface MergeStateFacts
  extends Pick<PullRequestFacts, 'state' | 'headSha' | 'reviewDecision' | 'viewerCanMergeAsAdmin' | 'mergeSha'> {
  /** `UNKNOWN` when GitHub did not work it out for as long as we asked. */
  readonly mergeState: MergeState;
  /** The base's tip at this moment; null when the base is gone. */
  readonly baseSha: string | null;
}

const answerSchema = z.object({
  repository: z.object({
    pullRequest: z.object({
      state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
      headRefOid: sha,
      mergeStateStatus: mergeStateSchema,
      reviewDecision: reviewDecisionSchema,
      viewerCanMergeAsAdmin: z.boolean(),
      mergeCommit: z.object({ oid: sha }).nullable(),
      baseRef: z.object({ target: z.object({ oid: sha }).nullable() }).nullable(),
    }),
  }),
});

/** One pull request as it stands now, asked again while GitHub is still working out whether it can be merged. */
export async function readMergeState(
  github: Pick<GitHub, 'graphql'>,
  number: number,
  patience: Patience,
): Promise<MergeStateFacts> {
  for (let turn = 0; ; turn += 1) {
    const facts = await readOnce(github, number);
    if (facts.state !== 'OPEN' || facts.mergeState !== 'UNKNOWN' || turn + 1 >= patience.attempts) return facts;
    await pauseAfter(turn, patience);
  }
}

async function readOnce(github: Pick<GitHub, 'graphql'>, number: number): Promise<MergeStateFacts> {
  const data = await github.graphql(mergeStateDocument, { number });
  const { pullRequest } = parseAnswer(answerSchema, data, 'the query for a merge state').repository;
  return {
    state: pullRequest.state,
    headSha: pullRequest.headRefOid,
    mergeState: pullRequest.mergeStateStatus,
    reviewDecision: pullRequest.reviewDecision,
    viewerCanMergeAsAdmin: pullRequest.viewerCanMergeAsAdmin,
    mergeSha: pullRequest.state === 'MERGED' ? (pullRequest.mergeCommit?.oid ?? null) : null,
    baseSha: pullRequest.baseRef?.target?.oid ?? null,
  };
}

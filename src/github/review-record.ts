import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import type { ReviewFacts } from '../core/snapshot.ts';
import { withoutSuffix } from './bot-login.ts';

/** A reviewer's last word, as our queries bring it. */
export const reviewSchema = z.object({
  state: z.string(),
  submittedAt: z.iso.datetime({ offset: true }).nullable(),
  authorCanPushToRepository: z.boolean(),
  author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
  commit: z.object({ oid: sha }).nullable(),
});
export type ReviewRecord = z.infer<typeof reviewSchema>;

const states = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'] as const satisfies readonly ReviewFacts['state'][];

/** The review in our own words; nothing of one that says nothing for or against, or was not submitted. */
export function toReviewFacts(record: ReviewRecord): readonly ReviewFacts[] {
  const state = states.find((known) => known === record.state);
  if (state === undefined || record.submittedAt === null) return [];
  return [
    {
      author: record.author === null ? null : withoutSuffix(record.author.login),
      isPerson: record.author?.__typename === 'User',
      canWrite: record.authorCanPushToRepository,
      state,
      commit: record.commit?.oid ?? null,
      submittedAt: Date.parse(record.submittedAt),
    },
  ];
}

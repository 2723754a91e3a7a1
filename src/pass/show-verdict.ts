import type { VerdictRecord } from '../core/ledger.ts';
import type { StoryFacts } from '../core/snapshot.ts';
import { ensureCheck } from '../github/ensure-check.ts';
import { renderReviewCheck } from '../render/review-check.ts';
import type { LeasedPass } from './under-lease.ts';

export interface ShownVerdict {
  readonly story: StoryFacts;
  readonly verdict: VerdictRecord;
  /** The head it was said of, or one with the same diff. */
  readonly headSha: string;
}

/** The verdict as our check on a head. */
export async function showVerdict({ story, verdict, headSha }: ShownVerdict, pass: LeasedPass): Promise<void> {
  await ensureCheck(pass.github, {
    sha: headSha,
    name: 'orchestrate/review',
    externalId: 'orchestrate',
    conclusion: verdict.review.result === 'pass' ? 'success' : 'failure',
    ...renderReviewCheck(story, verdict.review),
    detailsUrl: pass.runUrl,
  });
}

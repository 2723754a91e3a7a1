import type { RecordVerdict } from '../core/decision.ts';
import type { Applied } from '../core/remember.ts';
import { ensureCheck } from '../github/ensure-check.ts';
import { renderReviewCheck } from '../render/review-check.ts';
import type { LeasedPass } from './under-lease.ts';

/** Shows the verdict on the head it is about. */
export async function applyRecordVerdict({ story, verdict }: RecordVerdict, pass: LeasedPass): Promise<Applied> {
  await ensureCheck(pass.github, {
    sha: verdict.headSha,
    name: 'orchestrate/review',
    externalId: 'orchestrate',
    conclusion: verdict.review.result === 'pass' ? 'success' : 'failure',
    ...renderReviewCheck(story, verdict.review),
    detailsUrl: pass.runUrl,
  });
  return {};
}

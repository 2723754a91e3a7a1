import type { AcceptedHead, VerdictRecord } from '../core/ledger.ts';
import { ownChecks } from '../core/own-checks.ts';
import type { Shown } from '../core/shown.ts';
import type { StoryFacts } from '../core/snapshot.ts';
import { ensureCheck } from '../github/ensure-check.ts';
import { ownMark } from '../github/own-mark.ts';
import { checkOn } from '../render/checks/check-on.ts';
import { renderReviewCheck } from '../render/checks/review-check.ts';
import { runUrl } from '../render/story-page.ts';
import { rememberShown } from './remember-shown.ts';
import type { LeasedPass } from './under-lease.ts';

export interface ShownVerdict {
  readonly story: StoryFacts;
  readonly verdict: VerdictRecord;
  /** The head it was said of, or one with the same diff. */
  readonly head: AcceptedHead;
}

/** The verdict as our check on a head, at once: a rule may ask for it when the same pass merges. Returns what is shown. */
export async function showVerdict({ story, verdict, head }: ShownVerdict, pass: LeasedPass): Promise<Shown> {
  const detailsUrl = runUrl({ repository: pass.repositoryUrl }, verdict.run);
  const text = renderReviewCheck({ story, verdict, head, vouched: [], detailsUrl });
  const surface = checkOn(head.sha, ownChecks.review, text);
  const id = await ensureCheck(pass.github, { ...surface, externalId: ownMark });
  return rememberShown(surface, { id, note: '' });
}

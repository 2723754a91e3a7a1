import type { Applied } from '../core/applied.ts';
import type { Reject, ReportFail, ReportPass, Unclaim, Verify } from '../core/decision.ts';
import { ensurePullRequestClosed } from '../github/ensure-pull-request-closed.ts';
import { transit } from './transition.ts';
import type { LeasedPass } from './under-lease.ts';

const reviewType = 'independent';

/** Report in the reviewer's name, then review-complete in the orchestrator's, every finding accounted for. */
export async function applyReportPass(decision: ReportPass, pass: LeasedPass): Promise<Applied> {
  const { story, verdict, closedFindings } = decision;
  const { loopctl } = pass;
  await transit('report', story, pass, () => loopctl.report(story.id));
  const completion = {
    reviewType,
    findingsCount: closedFindings,
    fixesCount: closedFindings,
    summary: verdict.review.summary,
  };
  await transit('review_complete', story, pass, () => loopctl.reviewComplete(story.id, completion));
  return {};
}

/** Report in the reviewer's name, then reject with the findings; where loopctl does not reset by itself, the claim is freed. */
export async function applyReportFail(decision: ReportFail, pass: LeasedPass): Promise<Applied> {
  const { story, verdict } = decision;
  const { loopctl } = pass;
  const before = await loopctl.getStory(story.id);
  // Rejected and reset by an earlier try whose answer was lost: the story is pending, and there is nothing to report.
  if (before?.agentStatus !== 'pending') {
    await transit('report', story, pass, () => loopctl.report(story.id));
  }
  const rejection = {
    reason: verdict.review.summary,
    findings: { findings: verdict.review.findings, acs_failed: verdict.review.acs_failed },
    reviewType,
  };
  await transit('reject', story, pass, () => loopctl.reject(story.id, rejection));
  await transit('force_unclaim', story, pass, () => loopctl.forceUnclaim(story.id));
  return {};
}

/** Reject what had been reported, or even verified, with the reason; where loopctl does not reset by itself, the claim is freed. */
export async function applyReject({ story, reason }: Reject, pass: LeasedPass): Promise<Applied> {
  const { loopctl } = pass;
  const call = story.verifiedStatus === 'verified' ? 'undo' : 'reject';
  await transit(call, story, pass, () => loopctl.reject(story.id, { reason, reviewType }));
  await transit('force_unclaim', story, pass, () => loopctl.forceUnclaim(story.id));
  return {};
}

/**
 * Gives the claim back: unclaim in the implementer's name, or force-unclaim of what is only contracted. A pull request
 * that is started over is closed first.
 */
export async function applyUnclaim({ story, closes }: Unclaim, pass: LeasedPass): Promise<Applied> {
  if (closes !== null) await ensurePullRequestClosed(pass.github, closes);
  const now = await pass.loopctl.getStory(story.id);
  if (now?.agentStatus === 'contracted') {
    await transit('force_unclaim', story, pass, () => pass.loopctl.forceUnclaim(story.id));
  } else {
    await transit('unclaim', story, pass, () => pass.loopctl.unclaim(story.id));
  }
  return {};
}

/** Verify, which only ever says pass: to fail a story there is reject. */
export async function applyVerify(decision: Verify, pass: LeasedPass): Promise<Applied> {
  const { story, summary, mergeSha } = decision;
  const verification = { summary, reviewType, commitSha: mergeSha };
  await transit('verify', story, pass, () => pass.loopctl.verify(story.id, verification));
  return {};
}

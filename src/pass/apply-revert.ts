import type { Applied } from '../core/applied.ts';
import type { Revert } from '../core/decision.ts';
import { ensurePullRequestClosed } from '../github/ensure-pull-request-closed.ts';
import { ensureRevert } from '../github/ensure-revert.ts';
import { renderRevert } from '../render/repair.ts';
import type { LeasedPass } from './under-lease.ts';

/** Has GitHub revert the merge on a branch of its own, once; then the repair's own pull request is closed. */
export async function applyRevert(decision: Revert, pass: LeasedPass): Promise<Applied> {
  const { pullRequest, pullRequestId, closes } = decision;
  const revert = await ensureRevert(pass.github, {
    pullRequest,
    pullRequestId,
    base: pass.settings.base,
    ...renderRevert(decision),
  });
  if (closes !== null) await ensurePullRequestClosed(pass.github, closes);
  return { pullRequest: revert };
}

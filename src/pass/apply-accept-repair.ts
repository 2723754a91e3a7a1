import type { AcceptRepair } from '../core/decision.ts';
import type { Applied } from '../core/remember.ts';
import { branchRef } from '../git/push.ts';
import { ensurePullRequest } from '../github/ensure-pull-request.ts';
import { renderRepair } from '../render/repair.ts';
import { pushHead } from './push-head.ts';
import type { LeasedPass } from './under-lease.ts';

/** Push with a lease, and the pull request opened once. */
export async function applyAcceptRepair(decision: AcceptRepair, pass: LeasedPass): Promise<Applied> {
  const { story, head, branch, expected } = decision;
  const { github, settings } = pass;
  const refused = await pushHead({ head: head.sha, ref: branchRef(branch), expected }, pass);
  if (refused !== null) return refused;
  const pullRequest = await ensurePullRequest(github, {
    head: branch,
    base: settings.base,
    ...renderRepair(story),
    labels: ['orchestrate'],
  });
  return { pullRequest: pullRequest.number };
}

import { isDeepStrictEqual } from 'node:util';
import type { Accept } from '../core/decision.ts';
import type { Applied } from '../core/remember.ts';
import { branchRef } from '../git/push.ts';
import { ensurePullRequest } from '../github/ensure-pull-request.ts';
import { renderPullRequest } from '../render/pull-request.ts';
import { pushHead } from './push-head.ts';
import { transit } from './transition.ts';
import type { LeasedPass } from './under-lease.ts';

/** Push with a lease, the pull request opened once, what was made told to loopctl, review requested. */
export async function applyAccept(decision: Accept, pass: LeasedPass): Promise<Applied> {
  const { story, head, branch, expected } = decision;
  const { loopctl } = pass;
  const refused = await pushHead({ head: head.sha, ref: branchRef(branch), expected }, pass);
  if (refused !== null) return refused;
  const pullRequest = await ensurePullRequest(pass.github, {
    head: branch,
    base: pass.settings.base,
    ...renderPullRequest(story),
    labels: ['orchestrate'],
  });
  const artifact = {
    artifactType: 'commit_diff',
    path: pullRequest.url,
    exists: true,
    details: { sha: head.sha, branch },
  };
  await transit('request_review', story, pass, async ({ artifacts }) => {
    // loopctl keeps every artifact it is given, the same one twice too.
    const isPosted = artifacts.some(({ artifactType, path, exists, details }) =>
      isDeepStrictEqual({ artifactType, path, exists, details }, artifact),
    );
    if (!isPosted) await loopctl.postArtifact(story.id, artifact);
    pass.requireLease();
    await loopctl.requestReview(story.id);
  });
  return { pullRequest: pullRequest.number };
}

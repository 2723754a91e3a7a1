import { isDeepStrictEqual } from 'node:util';
import type { Applied } from '../core/applied.ts';
import type { Accept } from '../core/decision.ts';
import { renderPullRequest } from '../render/pull-request.ts';
import { propose } from './propose.ts';
import { transit } from './transition.ts';
import type { LeasedPass } from './under-lease.ts';

/** Pushed and proposed; then what was made is told to loopctl, and review requested. */
export async function applyAccept(decision: Accept, pass: LeasedPass): Promise<Applied> {
  const { story, head, branch } = decision;
  const { loopctl } = pass;
  const proposal = await propose(decision, renderPullRequest(story), pass);
  if (proposal.kind === 'not_proposed') return proposal.applied;
  const { pullRequest, at } = proposal;
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
  return { pullRequest: pullRequest.number, at };
}

import { isDeepStrictEqual } from 'node:util';
import type { Applied } from '../core/applied.ts';
import type { Accept } from '../core/decision.ts';
import { findDashboard, ownLabel } from '../render/labels.ts';
import { newborn, renderPullRequest } from '../render/pull-request.ts';
import { textOn } from '../render/story-surfaces.ts';
import { propose } from './propose.ts';
import { rememberShown } from './remember-shown.ts';
import { transit } from './transition.ts';
import type { LeasedPass } from './under-lease.ts';

/** Pushed and proposed; then what was made is told to loopctl, and review requested. */
export async function applyAccept(decision: Accept, pass: LeasedPass): Promise<Applied> {
  const { story, head, branch, awaitedBy = [] } = decision;
  const { loopctl } = pass;
  const repository = pass.repositoryUrl;
  const dashboard = pass.policy.dashboard ? findDashboard({ repository }) : null;
  const text = renderPullRequest(story, { ...newborn, awaitedBy, dashboard, repository });
  const proposal = await propose(decision, text, pass);
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
  const { number, isAsWanted } = pullRequest;
  const shown = isAsWanted ? rememberShown(textOn(number, text, [ownLabel]), { id: null, note: '' }) : {};
  return { pullRequest: number, at, shown };
}

import type { WithdrawApproval } from './decision.ts';
import { isByActions } from './gate/own-approval.ts';
import type { PullRequestFacts } from './snapshot.ts';
import { isVerdictPassing } from './standing.ts';
import type { Context, StoryView } from './view.ts';

/**
 * The approval in GitHub Actions' name to take back: whoever's workflow gave it, on our pull requests it speaks for a
 * passing verdict, and none stands behind it.
 */
export function findWithdrawal(view: StoryView, context: Context): WithdrawApproval | null {
  const { policy, world } = context;
  const { story, pullRequest } = view;
  if (policy.approve !== 'actions' || world.pass.canApprove !== true) return null;
  if (pullRequest?.state !== 'OPEN' || !isApproved(pullRequest)) return null;
  if (isBacked(view, pullRequest, context) || isRefused(view, pullRequest, context)) return null;
  const { number, headSha } = pullRequest;
  const because = `no passing verdict stands behind the approval of #${number} any more`;
  return { kind: 'withdraw_approval', story, because, pullRequest: number, headSha };
}

function isApproved({ reviews }: PullRequestFacts): boolean {
  return reviews.some((review) => review.state === 'APPROVED' && isByActions(review));
}

/** The verdict passes for the accepted head, and that head is this one, or this one with the base merged in by GitHub. */
function isBacked(view: StoryView, { number, headSha }: PullRequestFacts, { world }: Context): boolean {
  if (!isVerdictPassing(view, world)) return false;
  if (view.memory.head?.sha === headSha) return true;
  const seen = world.heads.get(number);
  return seen?.kind === 'update' && seen.sha === headSha;
}

function isRefused({ memory }: StoryView, { headSha }: PullRequestFacts, { now }: Context): boolean {
  return memory.unapproved?.headSha === headSha && now < memory.unapproved.notBefore;
}

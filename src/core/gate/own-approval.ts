import { actionsSlug } from '../checks.ts';
import type { Hold } from '../reasons.ts';
import type { ReviewFacts } from '../snapshot.ts';
import type { GateFacts } from './clause.ts';

/** How the passing verdict stands as an approval in GitHub Actions' name, where the team lets it be one. */
export type OwnApproval =
  /** The team wants people to approve. */
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'due' }
  /** Given for this very head: what the rules still miss is for others to give. */
  | { readonly kind: 'given' }
  | { readonly kind: 'impossible'; readonly hold: Hold };

/**
 * Whether the verdict is to be posted as an approval of this head, told by what GitHub shows of it: once for a head,
 * again only for a newer verdict when somebody took it back.
 */
export function findOwnApproval(facts: GateFacts): OwnApproval {
  const { view, pullRequest, context } = facts;
  if (context.policy.approve !== 'actions') return { kind: 'unwanted' };
  const { number, author } = pullRequest;
  const standing = pullRequest.reviews.find((review) => isByActions(review) && isOfHead(review, facts));
  if (standing?.state === 'APPROVED') return { kind: 'given' };
  if (standing?.state === 'DISMISSED' && standing.submittedAt >= (view.memory.verdict?.at ?? 0)) {
    return { kind: 'impossible', hold: { code: 'awaiting_approval', detail: `#${number}: ${dismissed}` } };
  }
  const obstacle = author === actionsSlug ? ownPullRequest : findObstacle(facts);
  if (obstacle === null) return { kind: 'due' };
  return { kind: 'impossible', hold: { code: 'approval_refused', detail: `#${number}: ${obstacle}` } };
}

/** A review in the name that a job's own token has: any workflow of the repository can speak in it. */
export function isByActions({ author, isPerson }: ReviewFacts): boolean {
  return author === actionsSlug && !isPerson;
}

const dismissed = 'somebody dismissed the approval that stood for the verdict';
const ownPullRequest = 'GitHub Actions opened it, and nobody approves their own';
const noToken = '`approve: actions`, and this job was given no `approval-token`';

function findObstacle({ view, pullRequest, context }: GateFacts): string | null {
  if (context.world.pass.canApprove !== true) return noToken;
  const { unapproved } = view.memory;
  const isRefused = unapproved?.headSha === pullRequest.headSha && context.now < unapproved.notBefore;
  return isRefused ? unapproved.detail : null;
}

/** Given after the head was pushed: the commit that GitHub shows with a review may follow a force-push. */
function isOfHead({ commit, submittedAt }: ReviewFacts, { view, pullRequest }: GateFacts): boolean {
  return commit === pullRequest.headSha && submittedAt >= (view.memory.head?.at ?? 0);
}

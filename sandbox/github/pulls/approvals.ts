import { roleOf } from '../auth/tokens.ts';
import type { Demands } from '../rules/demands.ts';
import type { Site } from '../site.ts';
import type { PullRow, ReviewRow } from '../world/rows.ts';

export type ReviewDecision = 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED';

/** Each reviewer's last word on a pull request; a comment is none. */
export function opinionsOn(site: Site, number: number): readonly ReviewRow[] {
  const opinions = new Map<string, ReviewRow>();
  for (const review of site.tables.reviews.where('number', number)) {
    if (review.state !== 'COMMENTED' && review.state !== 'PENDING') opinions.set(review.author, review);
  }
  return [...opinions.values()];
}

/** The approvals that protection counts: of people who may write, and of Actions where that is allowed. */
export function countedApprovals(site: Site, pull: PullRow, demands: Demands): readonly ReviewRow[] {
  return opinionsOn(site, pull.number).filter(
    (review) =>
      review.state === 'APPROVED' &&
      mayCount(site, review) &&
      !(demands.lastPushApproval && review.author === pull.headPushedBy),
  );
}

/** Somebody who may write asks for changes and has not taken it back. */
export function changesRequested(site: Site, number: number): boolean {
  return opinionsOn(site, number).some((review) => review.state === 'CHANGES_REQUESTED' && mayCount(site, review));
}

/** GraphQL's `reviewDecision`; null where the rules ask for no approval and nobody objects. */
export function reviewDecision(site: Site, pull: PullRow, demands: Demands): ReviewDecision | null {
  if (changesRequested(site, pull.number)) return 'CHANGES_REQUESTED';
  if (demands.approvals === 0) return null;
  return countedApprovals(site, pull, demands).length >= demands.approvals ? 'APPROVED' : 'REVIEW_REQUIRED';
}

// An App's approval shows, but counts for nothing.
function mayCount(site: Site, review: ReviewRow): boolean {
  switch (review.tokenKind) {
    case 'installation':
      return false;
    case 'job':
      return site.repo().actionsMayApprove;
    case 'user':
      return ['admin', 'maintain', 'write'].includes(roleOf(site, review.author));
  }
}

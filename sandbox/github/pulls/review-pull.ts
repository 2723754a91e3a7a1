import type { Actor, Site } from '../site.ts';
import type { ReviewRow, ReviewState } from '../world/rows.ts';
import { Refusal } from './refusal.ts';

const states = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const satisfies Record<string, ReviewState>;

export type ReviewEvent = keyof typeof states;

/** Records a review of a pull request as it is now; nobody judges their own. */
export function reviewPull(
  site: Site,
  actor: Actor,
  number: number,
  review: { readonly event: ReviewEvent; readonly body: string; readonly commitId: string | null },
): ReviewRow {
  const pull = site.tables.pulls.get(number);
  const issue = site.tables.issues.get(number);
  if (pull === undefined || issue === undefined) throw new Refusal(404, 'Not Found');
  if (issue.author === actor.login && review.event !== 'COMMENT') {
    const what = review.event === 'APPROVE' ? 'approve' : 'request changes on';
    throw new Refusal(422, 'Unprocessable Entity', [`Can not ${what} your own pull request`]);
  }
  if (actor.kind === 'job' && review.event === 'APPROVE' && !site.repo().actionsMayApprove) {
    throw new Refusal(422, 'Unprocessable Entity', ['GitHub Actions is not permitted to approve pull requests.']);
  }
  return site.store.together(() => {
    const row = site.tables.reviews.put({
      id: site.store.nextId(),
      number,
      author: actor.login,
      tokenKind: actor.kind,
      state: states[review.event],
      body: review.body,
      commitId: review.commitId ?? pull.headSha,
      submittedAt: site.now(),
    });
    site.happen({ kind: 'review', number, state: row.state, commitId: row.commitId, by: actor.login });
    return row;
  });
}

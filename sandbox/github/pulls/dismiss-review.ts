import type { Actor, Site } from '../site.ts';
import type { ReviewRow } from '../world/rows.ts';
import { Refusal } from './refusal.ts';

/** Takes back what a review said for or against a pull request; the review stays, and says nothing any more. */
export function dismissReview(site: Site, actor: Actor, number: number, id: number): ReviewRow {
  const review = site.tables.reviews.where('number', number).find((row) => row.id === id);
  if (review === undefined) throw new Refusal(404, 'Not Found');
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    const what = review.state === 'DISMISSED' ? 'dismissed' : 'commented';
    throw new Refusal(422, 'Unprocessable Entity', [`Can not dismiss a ${what} pull request review`]);
  }
  return site.store.together(() => {
    const row = site.tables.reviews.put({ ...review, state: 'DISMISSED' });
    site.happen({ kind: 'review', number, state: row.state, commitId: row.commitId, by: actor.login });
    return row;
  });
}

import type { Hold } from '../reasons.ts';

/** How GitHub answers that a branch is to be brought up to date, where it is not at once. */
export type UpdateAnswer = { readonly kind: 'pending' } | { readonly kind: 'refused'; readonly message: string };

/** What a story waits for whose branch GitHub did not bring up to date, in GitHub's words where it has any. */
export function holdOfUpdate(pullRequest: number, answer: UpdateAnswer): Hold {
  return answer.kind === 'pending'
    ? { code: 'behind', detail: `#${pullRequest} is being brought up to date` }
    : { code: 'update_refused', detail: `#${pullRequest}: ${answer.message}` };
}

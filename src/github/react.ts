import type { GitHub } from './client.ts';

/** Received, followed, not followed. */
type Reaction = 'eyes' | 'rocket' | '-1';

/**
 * Our reaction to a comment, there once however often it is asked for; false where GitHub takes none: the comment is
 * gone, or its conversation closed to us.
 */
export async function ensureReaction(
  github: Pick<GitHub, 'request'>,
  comment: number,
  content: Reaction,
): Promise<boolean> {
  const route = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
  const answer = await github.request(route, { comment_id: comment, content }, [403, 404, 410, 422]);
  return answer.status < 300;
}

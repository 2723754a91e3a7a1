import { z } from 'zod';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

/** More in one go would make a busy repository's first pass wait; the next pass reads on from where this one ended. */
const pagesAtMost = 5;

/** A comment on an issue or pull request of the repository, as REST lists it. */
export interface CommentRecord {
  readonly id: number;
  readonly nodeId: string;
  /** Null: their account is gone. */
  readonly author: string | null;
  /** A person's own words: neither a bot's, nor what an App wrote in a person's name. */
  readonly isByPerson: boolean;
  readonly body: string;
  /** ISO 8601 in UTC, whole seconds. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

const commentSchema = z
  .object({
    id: z.number(),
    node_id: z.string(),
    user: z.object({ login: z.string(), type: z.string() }).nullable(),
    performed_via_github_app: z.unknown(),
    body: z.string().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .transform(
    (comment): CommentRecord => ({
      id: comment.id,
      nodeId: comment.node_id,
      author: comment.user?.login ?? null,
      isByPerson: comment.user?.type === 'User' && (comment.performed_via_github_app ?? null) === null,
      body: comment.body ?? '',
      createdAt: comment.created_at,
      updatedAt: comment.updated_at,
    }),
  );

/** Comments by when they were written or changed, the earliest first. */
export interface CommentList {
  readonly comments: readonly CommentRecord[];
  /** There are more. */
  readonly isCut: boolean;
}

/** The comments of the whole repository that were written or changed since then (ISO 8601); five hundred at most. */
export async function readCommentsSince(github: Pick<GitHub, 'request'>, since: string): Promise<CommentList> {
  const route = 'GET /repos/{owner}/{repo}/issues/comments';
  const comments: CommentRecord[] = [];
  for (let page = 1; page <= pagesAtMost; page += 1) {
    const parameters = { since, sort: 'updated', direction: 'asc', per_page: 100, page };
    const answer = await github.request(route, parameters);
    comments.push(...parseAnswer(z.array(commentSchema), answer.data, route));
    if (!String(answer.headers['link'] ?? '').includes('rel="next"')) return { comments, isCut: false };
  }
  return { comments, isCut: true };
}

/** One comment; null where it was deleted. */
export async function readComment(github: Pick<GitHub, 'request'>, id: number): Promise<CommentRecord | null> {
  const route = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}';
  const answer = await github.request(route, { comment_id: id }, [404, 410]);
  return answer.status === 200 ? parseAnswer(commentSchema, answer.data, route) : null;
}

import { z } from 'zod';
import { withoutSuffix } from './bot-login.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';

export interface WantedComment {
  /** The issue or pull request that it stands on. */
  readonly on: number;
  /** Ends with the mark. */
  readonly body: string;
  readonly mark: string;
  /** The login in whose name we act, without `[bot]`. */
  readonly viewer: string;
  /** It is to be posted anew, and not changed: those it names are told of a new comment only. */
  readonly isRenewed: boolean;
}

/** Its id; `none`: there is none; null: not known. */
export type KnownComment = number | 'none' | null;

const commentSchema = z.object({
  id: z.number(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
});
type Comment = z.infer<typeof commentSchema>;

/**
 * Our one comment of this mark on an issue or pull request, as wanted. One that is known is changed without a look;
 * where it is posted anew, the ones before it go; where nobody has commented yet there is none. Returns its id.
 */
export async function ensureComment(
  github: Pick<GitHub, 'request'>,
  wanted: WantedComment,
  known: KnownComment,
): Promise<number> {
  if (known === 'none') return await postComment(github, wanted);
  if (known !== null && !wanted.isRenewed && (await changeComment(github, known, wanted.body))) return known;
  const ours = (await listComments(github, wanted)).filter((comment) => isOurs(comment, wanted));
  const newest = ours.at(-1);
  if (newest === undefined) return await postComment(github, wanted);
  const isAsWanted = bodyOf(newest) === wanted.body;
  const isKept = isAsWanted || (!wanted.isRenewed && (await changeComment(github, newest.id, wanted.body)));
  const id = isKept ? newest.id : await postComment(github, wanted);
  for (const comment of ours) if (comment.id !== id) await removeComment(github, comment.id);
  return id;
}

function isOurs(comment: Comment, { mark, viewer }: WantedComment): boolean {
  return comment.user !== null && withoutSuffix(comment.user.login) === viewer && bodyOf(comment).endsWith(mark);
}

function bodyOf({ body }: Comment): string {
  return (body ?? '').replaceAll('\r\n', '\n');
}

async function listComments(github: Pick<GitHub, 'request'>, { on }: WantedComment): Promise<readonly Comment[]> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const parse = (data: unknown): readonly Comment[] => parseAnswer(z.array(commentSchema), data, route);
  return await readPages(github, route, { issue_number: on }, parse);
}

async function postComment(github: Pick<GitHub, 'request'>, { on, body }: WantedComment): Promise<number> {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const answer = await github.request(route, { issue_number: on, body });
  return parseAnswer(z.object({ id: z.number() }), answer.data, route).id;
}

/** False where it is not there any more. */
async function changeComment(github: Pick<GitHub, 'request'>, id: number, body: string): Promise<boolean> {
  const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
  const answer = await github.request(route, { comment_id: id, body }, [404]);
  return answer.status !== 404;
}

async function removeComment(github: Pick<GitHub, 'request'>, id: number): Promise<void> {
  await github.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id }, [404]);
}

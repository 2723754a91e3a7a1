import { z } from 'zod';
import { withoutSuffix } from './bot-login.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';

interface WantedReply {
  /** The issue or pull request on which the comment stands, and the comment's id. */
  readonly on: number;
  readonly comment: string;
  readonly body: string;
  /** The login in whose name we act, without `[bot]`. */
  readonly viewer: string;
  /** ISO 8601: no reply to it can be older. */
  readonly since: string;
}

const commentsSchema = z.array(
  z.object({ body: z.string().nullish(), user: z.object({ login: z.string() }).nullable() }),
);

/** Our one reply to a comment, known again by its marker; false where GitHub takes none. */
export async function ensureReply(github: Pick<GitHub, 'request'>, wanted: WantedReply): Promise<boolean> {
  const marker = `<!-- orchestrate answer ${wanted.comment} -->`;
  if (await isThere(github, wanted, marker)) return true;
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const parameters = { issue_number: wanted.on, body: `${wanted.body}\n\n${marker}` };
  const answer = await github.request(route, parameters, [403, 404, 410, 422]);
  return answer.status < 300;
}

async function isThere(
  github: Pick<GitHub, 'request'>,
  { on, viewer, since }: WantedReply,
  marker: string,
): Promise<boolean> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const later = await readPages(github, route, { issue_number: on, since }, (data) =>
    parseAnswer(commentsSchema, data, route),
  );
  return later.some(
    ({ body, user }) => user !== null && withoutSuffix(user.login) === viewer && (body ?? '').endsWith(marker),
  );
}

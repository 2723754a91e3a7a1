import { z } from 'zod';
import { actionsSlug } from '../core/checks.ts';
import { withoutSuffix } from './bot-login.ts';
import type { GitHub } from './client.ts';
import { viewerDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';

type Caller = Pick<GitHub, 'request' | 'graphql'>;

export interface WantedApproval {
  readonly number: number;
  /** The head that was judged, and no other. */
  readonly headSha: string;
  readonly body: string;
}

export type ApprovalAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'head_moved' }
  | { readonly kind: 'refused'; readonly message: string };

const viewerSchema = z.object({ viewer: z.object({ login: z.string() }) });
const pullRequestSchema = z.object({ state: z.string(), head: z.object({ sha: z.string() }) });
const reviewSchema = z.object({
  id: z.number(),
  state: z.string(),
  commit_id: z.string().nullable(),
  user: z.object({ login: z.string() }).nullable(),
});
const refusalSchema = z.object({ message: z.string(), errors: z.array(z.unknown()).optional() });

type Review = z.infer<typeof reviewSchema>;

/**
 * Approves this head in GitHub Actions' name, once; of an answer that was lost, the next look tells. A token of anybody
 * else is refused: what it says would be a person's word, or nobody's.
 */
export async function ensureApproved(github: Caller, wanted: WantedApproval): Promise<ApprovalAnswer> {
  const { number, headSha, body } = wanted;
  const other = await findOtherName(github);
  if (other !== null) return other;
  if (!(await isAt(github, wanted))) return { kind: 'head_moved' };
  const standing = await listApprovals(github, number);
  if (standing.some(({ commit_id: commit }) => commit === headSha)) return { kind: 'done' };
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
  const parameters = { pull_number: number, commit_id: headSha, event: 'APPROVE', body };
  return toAnswer(await github.request(route, parameters, [403, 422]), route);
}

/** Dismisses every approval that stands in GitHub Actions' name. */
export async function ensureUnapproved(
  github: Caller,
  { number, message }: { readonly number: number; readonly message: string },
): Promise<Exclude<ApprovalAnswer, { kind: 'head_moved' }>> {
  const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals';
  for (const { id } of await listApprovals(github, number)) {
    const parameters = { pull_number: number, review_id: id, message, event: 'DISMISS' };
    const answer = toAnswer(await github.request(route, parameters, [403, 422]), route);
    if (answer.kind === 'refused') return answer;
  }
  return { kind: 'done' };
}

function toAnswer(
  { status, data }: { readonly status: number; readonly data: unknown },
  route: string,
): Exclude<ApprovalAnswer, { kind: 'head_moved' }> {
  if (status < 400) return { kind: 'done' };
  const { message, errors = [] } = parseAnswer(refusalSchema, data, route);
  const details = errors.filter((error) => typeof error === 'string');
  return { kind: 'refused', message: [message, ...details].join(': ') };
}

async function findOtherName(github: Caller): Promise<ApprovalAnswer | null> {
  const { viewer } = parseAnswer(viewerSchema, await github.graphql(viewerDocument, {}), 'POST /graphql');
  if (withoutSuffix(viewer.login) === actionsSlug) return null;
  return { kind: 'refused', message: `\`approval-token\` is ${viewer.login}'s, and not the job's own` };
}

async function isAt(github: Caller, { number, headSha }: WantedApproval): Promise<boolean> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const { data } = await github.request(route, { pull_number: number });
  const { state, head } = parseAnswer(pullRequestSchema, data, route);
  return state === 'open' && head.sha === headSha;
}

async function listApprovals(github: Caller, number: number): Promise<readonly Review[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
  const reviews = await readPages(github, route, { pull_number: number }, (data) =>
    parseAnswer(z.array(reviewSchema), data, route),
  );
  return reviews.filter(
    ({ state, user }) => state === 'APPROVED' && user !== null && withoutSuffix(user.login) === actionsSlug,
  );
}

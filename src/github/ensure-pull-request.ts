import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { ensureLabels } from './ensure-labels.ts';
import { parseAnswer } from './parse-answer.ts';

export interface WantedPullRequest {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

export interface EnsuredPullRequest {
  readonly number: number;
  readonly id: string;
  readonly url: string;
  readonly headSha: string;
  /** Whether it has the text that was wanted: people, or we later on, may have given it another. */
  readonly isAsWanted: boolean;
}

const pullRequestSchema = z.object({
  number: z.number(),
  node_id: z.string(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  head: z.object({ ref: z.string(), sha }),
  base: z.object({ ref: z.string() }),
  labels: z.array(z.object({ name: z.string() })),
});
type PullRequest = z.infer<typeof pullRequestSchema>;

/**
 * The one open pull request from this head into this base: opened when there is none, with its labels; the text of one
 * that is open stays. Null where GitHub opens none, since the base holds every commit of the head.
 */
export async function ensurePullRequest(
  github: Pick<GitHub, 'owner' | 'request'>,
  wanted: WantedPullRequest,
): Promise<EnsuredPullRequest | null> {
  const found = await findPullRequest(github, wanted);
  const pullRequest = found ?? (await createPullRequest(github, wanted));
  if (pullRequest === null) return null;
  const present = pullRequest.labels.map(({ name }) => name);
  await ensureLabels(github, { on: pullRequest.number, present, wanted: wanted.labels, own: [] });
  return {
    number: pullRequest.number,
    id: pullRequest.node_id,
    url: pullRequest.html_url,
    headSha: pullRequest.head.sha,
    isAsWanted: pullRequest.title === wanted.title && textOf(pullRequest) === wanted.body,
  };
}

async function findPullRequest(
  github: Pick<GitHub, 'owner' | 'request'>,
  { head, base }: WantedPullRequest,
): Promise<PullRequest | null> {
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const answer = await github.request(route, { state: 'open', head: `${github.owner}:${head}`, base, per_page: 100 });
  // GitHub ignores a filter it cannot make sense of and lists everything.
  const isIt = (pullRequest: PullRequest): boolean => pullRequest.head.ref === head && pullRequest.base.ref === base;
  return parseAnswer(z.array(pullRequestSchema), answer.data, route).find(isIt) ?? null;
}

async function createPullRequest(
  github: Pick<GitHub, 'owner' | 'request'>,
  wanted: WantedPullRequest,
): Promise<PullRequest | null> {
  const route = 'POST /repos/{owner}/{repo}/pulls';
  const { head, base, title, body } = wanted;
  try {
    const answer = await github.request(route, { head, base, title, body });
    return parseAnswer(pullRequestSchema, answer.data, route);
  } catch (error) {
    // The answer was lost, or another pass was quicker (422): either way it may be there now.
    if (!(error instanceof RemoteError) || !(error.retryable || error.status === 422)) throw error;
    const found = await findPullRequest(github, wanted);
    if (found === null && !isNothingNew(error)) throw error;
    return found;
  }
}

/** GitHub's own words where the head is a commit that the base has. */
function isNothingNew({ status, message }: RemoteError): boolean {
  return status === 422 && message.includes('No commits between');
}

/** GitHub may give the body back with the line ends of a web form. */
function textOf({ body }: PullRequest): string {
  return (body ?? '').replaceAll('\r\n', '\n');
}

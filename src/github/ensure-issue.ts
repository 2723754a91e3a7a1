import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import { withoutSuffix } from './bot-login.ts';
import type { GitHub } from './client.ts';
import { digestIssue } from './issue-digest.ts';
import { parseAnswer } from './parse-answer.ts';
import { pinIssue } from './pin-issue.ts';

export interface WantedIssue {
  /** Stands at the beginning of the body, and is how the issue is found again. */
  readonly marker: string;
  readonly title: string;
  readonly body: string;
  /** It is opened with all of them, and looked for by the last. */
  readonly labels: readonly [...string[], string];
}

/** What is known of the issue before it is written. */
interface KnownIssue {
  readonly number: number;
  /** As it was seen when the pass looked; null: it was not seen. */
  readonly digest: string | null;
}

interface EnsuredIssue {
  readonly number: number;
  /** What GitHub says now that it holds. */
  readonly digest: string;
}

const issueSchema = z.object({
  number: z.number(),
  node_id: z.string(),
  state: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  user: z.object({ login: z.string() }).nullable(),
  pull_request: z.unknown().optional(),
});
type Issue = z.infer<typeof issueSchema>;

/**
 * The one issue of ours with this marker, as wanted: opened and pinned where there is none, else rewritten where it
 * differs. One that was closed is left alone: somebody wants to be without. Null where somebody edited it since the pass
 * looked: what they did there has to be seen first.
 */
export async function ensureIssue(
  github: Pick<GitHub, 'request' | 'graphql'>,
  wanted: WantedIssue,
  { known, viewer }: { readonly known: KnownIssue | null; readonly viewer: string },
): Promise<EnsuredIssue | null> {
  const read = known === null ? null : await readIssue(github, known.number);
  const found = read ?? (await findIssue(github, wanted, viewer));
  if (found === null) return await openIssue(github, wanted, viewer);
  // Who opened it may not have come to pin it.
  if (read === null && found.state === 'open') await pinIssue(github, found.node_id);
  const digest = digestOf(found);
  if (found.state !== 'open' || digest === digestIssue(wanted)) return { number: found.number, digest };
  if (read !== null && known !== null && known.digest !== null && known.digest !== digest) return null;
  return toEnsured(await editIssue(github, found.number, wanted));
}

async function readIssue(github: Pick<GitHub, 'request'>, number: number): Promise<Issue | null> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
  const answer = await github.request(route, { issue_number: number }, [404, 410]);
  return answer.status === 200 ? parseAnswer(issueSchema, answer.data, route) : null;
}

/** The newest of ours; a closed one as well. */
async function findIssue(
  github: Pick<GitHub, 'request'>,
  { marker, labels }: WantedIssue,
  viewer: string,
): Promise<Issue | null> {
  const route = 'GET /repos/{owner}/{repo}/issues';
  const answer = await github.request(route, { labels: labels.at(-1), state: 'all', per_page: 100 });
  const isIt = ({ body, user, pull_request: pull }: Issue): boolean =>
    pull === undefined && body?.startsWith(marker) === true && withoutSuffix(user?.login ?? '') === viewer;
  return parseAnswer(z.array(issueSchema), answer.data, route).find(isIt) ?? null;
}

async function openIssue(
  github: Pick<GitHub, 'request' | 'graphql'>,
  wanted: WantedIssue,
  viewer: string,
): Promise<EnsuredIssue> {
  const route = 'POST /repos/{owner}/{repo}/issues';
  const { title, body, labels } = wanted;
  try {
    const answer = await github.request(route, { title, body, labels });
    return await pinned(github, parseAnswer(issueSchema, answer.data, route));
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    const found = await findIssue(github, wanted, viewer);
    if (found === null) throw error;
    return await pinned(github, found);
  }
}

async function pinned(github: Pick<GitHub, 'graphql'>, issue: Issue): Promise<EnsuredIssue> {
  await pinIssue(github, issue.node_id);
  return toEnsured(issue);
}

async function editIssue(
  github: Pick<GitHub, 'request'>,
  number: number,
  { title, body }: WantedIssue,
): Promise<Issue> {
  const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
  const answer = await github.request(route, { issue_number: number, title, body });
  return parseAnswer(issueSchema, answer.data, route);
}

function toEnsured(issue: Issue): EnsuredIssue {
  return { number: issue.number, digest: digestOf(issue) };
}

function digestOf({ title, body }: Issue): string {
  return digestIssue({ title, body: body ?? '' });
}

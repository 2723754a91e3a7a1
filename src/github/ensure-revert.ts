import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { revertDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';

export interface WantedRevert {
  /** The merged pull request, by number and by node id. */
  readonly pullRequest: number;
  readonly pullRequestId: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

const listedSchema = z.array(
  z.object({
    number: z.number(),
    head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
    base: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }) }),
  }),
);
type Listed = z.infer<typeof listedSchema>[number];
const answerSchema = z.object({
  revertPullRequest: z.object({ revertPullRequest: z.object({ number: z.number() }).nullable() }).nullable(),
});

/**
 * The number of the one open pull request that reverts a merged one: GitHub makes branch, commit and pull request where
 * there is none yet. After a lost answer it is looked for, and never asked for twice.
 */
export async function ensureRevert(github: Pick<GitHub, 'request' | 'graphql'>, wanted: WantedRevert): Promise<number> {
  const found = await findRevert(github, wanted);
  if (found !== null) return found;
  const { pullRequestId, title, body } = wanted;
  try {
    const data = await github.graphql(revertDocument, { pullRequestId, title, body });
    const made = parseAnswer(answerSchema, data, 'the revert of a pull request').revertPullRequest?.revertPullRequest;
    if (made !== null && made !== undefined) return made.number;
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    const late = await findRevert(github, wanted);
    if (late === null) throw error;
    return late;
  }
  const seen = await findRevert(github, wanted);
  if (seen === null) throw new Error(`GitHub made no revert of #${wanted.pullRequest}, and said nothing of it.`);
  return seen;
}

/** GitHub calls the branch `revert-<number>-<branch of the reverted one>`. */
async function findRevert(
  github: Pick<GitHub, 'request'>,
  { pullRequest, base }: WantedRevert,
): Promise<number | null> {
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const listed = await readPages(github, route, { state: 'open', base }, (data) =>
    parseAnswer(listedSchema, data, route),
  );
  // A fork can name its branches as it likes.
  const isIt = ({ head, base: into }: Listed): boolean =>
    into.ref === base && head.repo?.full_name === into.repo.full_name && head.ref.startsWith(`revert-${pullRequest}-`);
  return listed.find(isIt)?.number ?? null;
}

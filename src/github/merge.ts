import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import type { MergeMethod } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub, RestAnswer } from './client.ts';
import {
  forgottenMerge,
  type MergeRequest,
  mergeRequestSchema,
  readMergeRequest,
  refusalSchema,
} from './merge-request.ts';
import { parseAnswer } from './parse-answer.ts';
import { type Patience, pauseAfter } from './patience.ts';

type Requester = Pick<GitHub, 'request'>;

/** Everything a merge of ours can say; nothing in it could pass over a rule. */
export interface WantedMerge {
  readonly number: number;
  readonly headSha: string;
  readonly method: MergeMethod;
  readonly title: string;
  readonly message: string;
}

export type MergeAnswer =
  | { readonly kind: 'merged'; readonly sha: string }
  /** GitHub is still at it; the request can be asked for by its name. */
  | { readonly kind: 'pending'; readonly uuid: string }
  | { readonly kind: 'enqueued' }
  | { readonly kind: 'head_moved' }
  | { readonly kind: 'not_mergeable'; readonly message: string }
  | { readonly kind: 'queue_required' }
  /** The answer was lost and the pull request is not merged so far: it may still happen, so it must not be repeated. */
  | { readonly kind: 'unanswered'; readonly message: string };

const mergedSchema = z.object({ sha });
const pullRequestSchema = z.object({
  merged: z.boolean(),
  merge_commit_sha: sha.nullable(),
  head: z.object({ sha }),
});

/**
 * Merges exactly this head, or says why not. Asks for an asynchronous merge first and falls back where there is none;
 * after a lost answer the pull request is read and nothing is sent twice.
 */
export async function mergePullRequest(
  github: Requester,
  wanted: WantedMerge,
  patience: Patience,
): Promise<MergeAnswer> {
  try {
    return (await requestAsyncMerge(github, wanted, patience)) ?? (await requestMerge(github, wanted));
  } catch (error) {
    // What was refused only because too much was asked had no effect that could be read.
    if (!(error instanceof RemoteError) || !error.retryable || error.isTooMuch) throw error;
    return readLostMerge(github, wanted, { patience, message: error.message });
  }
}

/** The answer of `merge-async`, or nothing where GitHub does not have it. */
async function requestAsyncMerge(
  github: Requester,
  wanted: WantedMerge,
  patience: Patience,
): Promise<MergeAnswer | null> {
  const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge-async';
  const answer = await github.request(route, composeMerge(wanted), [400, 404, 409, 422]);
  if (answer.status === 404) return null;
  if (answer.status === 422) return explainRefusal(github, wanted, readMessage(answer));
  const result = parseAnswer(mergeRequestSchema, answer.data, route);
  if (answer.status === 409 && result.status === 'pending' && result.details.expected_head_sha !== wanted.headSha) {
    return { kind: 'not_mergeable', message: `a merge of ${result.details.expected_head_sha} was asked for already` };
  }
  return result.status === 'pending'
    ? followMerge(github, wanted, { uuid: result.details.uuid, patience })
    : explainEnd(github, wanted, result);
}

/** Asks for as long as it is worth waiting; a question that is lost is asked again, since asking changes nothing. */
async function followMerge(
  github: Requester,
  wanted: WantedMerge,
  { uuid, patience }: { readonly uuid: string; readonly patience: Patience },
): Promise<MergeAnswer> {
  for (let turn = 0; turn < patience.attempts; turn += 1) {
    await pauseAfter(turn, patience);
    const answer = await followOnce(github, wanted, uuid);
    if (answer !== null) return answer;
  }
  return { kind: 'pending', uuid };
}

async function followOnce(github: Requester, wanted: WantedMerge, uuid: string): Promise<MergeAnswer | null> {
  try {
    const result = await readMergeRequest(github, wanted.number, uuid);
    if (result?.status === 'pending') return null;
    return await explainEnd(github, wanted, result ?? forgottenMerge);
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    return null;
  }
}

async function explainEnd(
  github: Requester,
  wanted: WantedMerge,
  result: Exclude<MergeRequest, { status: 'pending' }>,
): Promise<MergeAnswer> {
  switch (result.status) {
    case 'merged':
      // By us, or by whoever came first with a head of their own: GitHub says the same to both.
      return (await readFate(github, wanted)) ?? { kind: 'merged', sha: result.details.sha };
    case 'enqueued':
      return { kind: 'enqueued' };
    case 'failed':
      return explainRefusal(github, wanted, result.details.message);
  }
}

async function requestMerge(github: Requester, wanted: WantedMerge): Promise<MergeAnswer> {
  const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge';
  const answer = await github.request(route, composeMerge(wanted), [405, 409, 422]);
  if (answer.status === 200) return { kind: 'merged', sha: parseAnswer(mergedSchema, answer.data, route).sha };
  if (answer.status === 409) return { kind: 'head_moved' };
  return explainRefusal(github, wanted, readMessage(answer));
}

/** Which refusal it is: GitHub's words differ, so the head is read rather than the sentence. */
async function explainRefusal(github: Requester, wanted: WantedMerge, message: string): Promise<MergeAnswer> {
  if (/merge queue/i.test(message)) return { kind: 'queue_required' };
  return (await readFate(github, wanted)) ?? { kind: 'not_mergeable', message };
}

async function readLostMerge(
  github: Requester,
  wanted: WantedMerge,
  lost: { readonly patience: Patience; readonly message: string },
): Promise<MergeAnswer> {
  for (let turn = 0; ; turn += 1) {
    const fate = await readFate(github, wanted);
    if (fate !== null) return fate;
    if (turn + 1 >= lost.patience.attempts) return { kind: 'unanswered', message: lost.message };
    await pauseAfter(turn, lost.patience);
  }
}

/** What became of the pull request: merged as wanted, another head, or nothing so far. */
async function readFate(github: Requester, wanted: WantedMerge): Promise<MergeAnswer | null> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const answer = await github.request(route, { pull_number: wanted.number });
  const pullRequest = parseAnswer(pullRequestSchema, answer.data, route);
  if (pullRequest.head.sha !== wanted.headSha) return { kind: 'head_moved' };
  if (!pullRequest.merged || pullRequest.merge_commit_sha === null) return null;
  return { kind: 'merged', sha: pullRequest.merge_commit_sha };
}

function composeMerge(wanted: WantedMerge): Readonly<Record<string, unknown>> {
  const text = wanted.method === 'rebase' ? {} : { commit_title: wanted.title, commit_message: wanted.message };
  return { pull_number: wanted.number, sha: wanted.headSha, merge_method: wanted.method, ...text };
}

function readMessage(answer: RestAnswer): string {
  return parseAnswer(refusalSchema, answer.data, 'a refused merge').message;
}

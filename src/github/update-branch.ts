import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { type Patience, pauseAfter } from './patience.ts';

export interface WantedUpdate {
  readonly number: number;
  /** The head that is to be brought up to date, and no other. */
  readonly headSha: string;
}

export type UpdateAnswer =
  /** The head is another one now: brought up to date, or moved by somebody. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'up_to_date' }
  /** GitHub has taken it on and does not show it yet, or did not answer; to ask again does no harm. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly message: string };

const pullRequestSchema = z.object({ head: z.object({ sha }) });
const refusalSchema = z.object({ message: z.string() });

/** Has GitHub merge the base into exactly this head, and waits a while for what comes of it. */
export async function ensureUpdated(
  github: Pick<GitHub, 'request'>,
  wanted: WantedUpdate,
  patience: Patience,
): Promise<UpdateAnswer> {
  if (await isMoved(github, wanted)) return { kind: 'moved' };
  const refused = await requestUpdate(github, wanted);
  if (refused !== null) return refused;
  for (let turn = 0; turn < patience.attempts; turn += 1) {
    if (turn > 0) await pauseAfter(turn - 1, patience);
    if (await isMoved(github, wanted)) return { kind: 'moved' };
  }
  return { kind: 'pending' };
}

/** Why GitHub would not do it, or nothing; of an answer that was lost, the head tells. */
async function requestUpdate(github: Pick<GitHub, 'request'>, wanted: WantedUpdate): Promise<UpdateAnswer | null> {
  const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch';
  try {
    const parameters = { pull_number: wanted.number, expected_head_sha: wanted.headSha };
    const answer = await github.request(route, parameters, [403, 422]);
    if (answer.status === 202) return null;
    const { message } = parseAnswer(refusalSchema, answer.data, route);
    if (/no new commits/i.test(message)) return { kind: 'up_to_date' };
    // Another head than the expected one is refused too, in words of GitHub's choice.
    return (await isMoved(github, wanted)) ? { kind: 'moved' } : { kind: 'refused', message };
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    return null;
  }
}

async function isMoved(github: Pick<GitHub, 'request'>, { number, headSha }: WantedUpdate): Promise<boolean> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const answer = await github.request(route, { pull_number: number });
  return parseAnswer(pullRequestSchema, answer.data, route).head.sha !== headSha;
}

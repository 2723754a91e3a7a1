import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

/** Why GitHub refused a merge. */
export const refusalSchema = z.object({ message: z.string().default('no reason given') });

/** What GitHub says of an asynchronous merge, when it takes it on and whenever it is asked. */
export const mergeRequestSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('merged'), details: z.object({ sha }) }),
  z.object({ status: z.literal('pending'), details: z.object({ uuid: z.string(), expected_head_sha: sha }) }),
  z.object({ status: z.literal('enqueued') }),
  z.object({ status: z.literal('failed'), details: refusalSchema }),
]);

export type MergeRequest = z.infer<typeof mergeRequestSchema>;

/** What a merge has come to that GitHub knows nothing of any more. */
export const forgottenMerge = {
  status: 'failed',
  details: { message: 'GitHub does not know of the merge any more' },
} as const satisfies MergeRequest;

/** How an asynchronous merge stands that was asked for before; null when GitHub knows nothing of it (any more). */
export async function readMergeRequest(
  github: Pick<GitHub, 'request'>,
  number: number,
  uuid: string,
): Promise<MergeRequest | null> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/merge-async/{uuid}';
  const answer = await github.request(route, { pull_number: number, uuid }, [404]);
  return answer.status === 404 ? null : parseAnswer(mergeRequestSchema, answer.data, route);
}

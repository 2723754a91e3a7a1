import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { composeQueueDocument, enqueueDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';

const perQuery = 50;

const placeSchema = z.object({
  number: z.number(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  headRefOid: sha,
  mergeQueueEntry: z.object({ position: z.number(), state: z.string() }).nullable(),
  timelineItems: z.object({
    nodes: z.array(z.object({ createdAt: z.string(), reason: z.string().nullable() }).nullable()).nullable(),
  }),
});
const answerSchema = z.object({ repository: z.record(z.string(), placeSchema.nullable()) });

/** Where a pull request stands with the base's merge queue. */
export interface QueuePlace {
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly headSha: string;
  /** Null: it is not in the queue. */
  readonly entry: { readonly position: number; readonly state: string } | null;
  /** Why the queue took it out the last time, if it ever did. */
  readonly removed: string | null;
}

/** Everything a place in the queue can be asked for with; nothing in it could pass over a rule. */
export interface WantedPlace {
  readonly number: number;
  /** The pull request's node id. */
  readonly id: string;
  readonly headSha: string;
}

export type EnqueueAnswer =
  | { readonly kind: 'enqueued' }
  | { readonly kind: 'head_moved' }
  | { readonly kind: 'refused'; readonly message: string };

/** The places of these pull requests in the merge queue: one request for fifty. */
export async function readQueuePlaces(
  github: Pick<GitHub, 'graphql'>,
  numbers: readonly number[],
): Promise<readonly QueuePlace[]> {
  const places: QueuePlace[] = [];
  for (let start = 0; start < numbers.length; start += perQuery) {
    const document = composeQueueDocument(numbers.slice(start, start + perQuery));
    const { repository } = parseAnswer(answerSchema, await github.graphql(document, {}), 'the query for the queue');
    places.push(...Object.values(repository).flatMap((record) => (record === null ? [] : toPlace(record))));
  }
  return places;
}

function toPlace(record: z.infer<typeof placeSchema>): QueuePlace {
  const { number, state, headRefOid, mergeQueueEntry, timelineItems } = record;
  const removed = timelineItems.nodes?.at(-1)?.reason ?? null;
  return { number, state, headSha: headRefOid, entry: mergeQueueEntry, removed };
}

/** Puts exactly this head into the merge queue, once; after a lost answer the queue is read, and nothing is repeated. */
export async function ensureEnqueued(github: Pick<GitHub, 'graphql'>, wanted: WantedPlace): Promise<EnqueueAnswer> {
  const found = await findPlace(github, wanted);
  if (found !== null) return found;
  try {
    await github.graphql(enqueueDocument, { pullRequestId: wanted.id, headSha: wanted.headSha });
    return { kind: 'enqueued' };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const late = await findPlace(github, wanted);
    if (late !== null) return late;
    if (error.retryable) throw error;
    return { kind: 'refused', message: error.message };
  }
}

/** Queued already, or merged by the queue since; or another head. */
async function findPlace(
  github: Pick<GitHub, 'graphql'>,
  { number, headSha }: WantedPlace,
): Promise<EnqueueAnswer | null> {
  const place = (await readQueuePlaces(github, [number]))[0];
  if (place === undefined) return null;
  if (place.headSha !== headSha) return { kind: 'head_moved' };
  return place.entry !== null || place.state === 'MERGED' ? { kind: 'enqueued' } : null;
}

import { type Ledger, recall } from '../core/ledger.ts';
import type { MergingFacts, PullRequestFacts, RulesFacts, Snapshot } from '../core/snapshot.ts';
import { type QueuePlace, readQueuePlaces } from '../github/merge-queue.ts';
import { forgottenMerge, readMergeRequest } from '../github/merge-request.ts';
import type { Pass } from './pass.ts';

interface Seen {
  readonly pullRequests: readonly PullRequestFacts[];
  readonly rules: RulesFacts;
}

/** A merge that we remember to have asked for, of a pull request that is still open. */
interface Asked {
  readonly number: number;
  /** Null: it is in the queue. */
  readonly uuid: string | null;
}

/**
 * How the merges stand that were asked for and have not ended; where the rules have a queue, also who is in it. Costs
 * nothing where neither is the case.
 */
export async function gatherMerging(
  { pullRequests, rules }: Seen,
  ledger: Ledger,
  github: Pass['github'],
): Promise<Snapshot['merging']> {
  const open = pullRequests.filter(({ state }) => state === 'OPEN').map(({ number }) => number);
  const asked = listAsked(ledger).filter(({ number }) => open.includes(number));
  const requests = await Promise.all(
    asked.map(
      async ({ number, uuid }) => [number, uuid === null ? null : await readRequest(number, uuid, github)] as const,
    ),
  );
  const inQueue = requests.filter(([, request]) => request === null).map(([number]) => number);
  const places = await readQueuePlaces(github, rules.requiresMergeQueue ? open : inQueue);
  return new Map([
    ...requests.flatMap(([number, request]) => (request === null ? [] : [[number, request] as const])),
    ...places.flatMap((place) => {
      const facts = toFacts(place, inQueue.includes(place.number));
      return facts === null ? [] : [[place.number, facts] as const];
    }),
  ]);
}

function listAsked(ledger: Ledger): readonly Asked[] {
  return Object.keys(ledger.stories).flatMap((story) => {
    const { merging, pullRequest } = recall(ledger, story);
    return merging === null || pullRequest === null ? [] : [{ number: pullRequest, uuid: merging.uuid }];
  });
}

/** What GitHub says of an asynchronous merge; null where it went into the queue. */
async function readRequest(number: number, uuid: string, github: Pass['github']): Promise<MergingFacts | null> {
  const request = (await readMergeRequest(github, number, uuid)) ?? forgottenMerge;
  switch (request.status) {
    case 'pending':
      return { kind: 'pending', detail: `#${number}` };
    case 'merged':
      return notShownYet(number);
    case 'failed':
      return { kind: 'ended', detail: request.details.message };
    case 'enqueued':
      return null;
  }
}

function toFacts({ number, state, entry, removed }: QueuePlace, isAsked: boolean): MergingFacts | null {
  if (entry !== null) {
    const words = entry.state.toLowerCase().replaceAll('_', ' ');
    return { kind: 'queued', detail: `#${number} at position ${entry.position}, ${words}` };
  }
  if (!isAsked) return null;
  if (state === 'MERGED') return notShownYet(number);
  return { kind: 'ended', detail: `the merge queue took it out${removed === null ? '' : `: ${removed}`}` };
}

/** Of a pull request that was still open when it was looked at. */
function notShownYet(number: number): MergingFacts {
  return { kind: 'pending', detail: `#${number} is merged, and not shown as that yet` };
}

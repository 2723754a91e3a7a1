import { describe, expect, test } from 'vitest';
import type { Ledger, StoryMemory } from '../../src/core/ledger.ts';
import type { PullRequestFacts, Snapshot } from '../../src/core/snapshot.ts';
import { gatherMerging } from '../../src/pass/gather-merging.ts';
import { aLedger, approved, noon } from '../builders/ledger.ts';
import { aPullRequest } from '../builders/pull-request.ts';
import { headSha, tip } from '../builders/sha.ts';
import { someRules } from '../builders/snapshot.ts';
import { answerGraphql } from './github-graphql.ts';
import { always, type Handler, serveGitHub } from './github-server.ts';
import { pullRequest } from './github-world.ts';

const request = 'GET /pulls/11/merge-async/u-1';
const requested: StoryMemory['merging'] = { headSha, baseSha: tip, uuid: 'u-1', at: noon };
const queued: StoryMemory['merging'] = { ...requested, uuid: null };
const entry = { id: 'MQE_1', position: 1, state: 'AWAITING_CHECKS' };

function ledgerWith(merging: StoryMemory['merging']): Ledger {
  return aLedger({ '1.1': approved({ merging }) });
}

function answer(status: string, details: object = { message: '' }): Handler {
  return always({ body: { status, details } });
}

function showPlace(change: Readonly<Record<string, unknown>>): Handler {
  const place = { mergeQueueEntry: null, timelineItems: { nodes: [] }, ...change };
  return answerGraphql({ repository: { pullRequest: pullRequest(11, place) } });
}

interface Scene {
  readonly ledger: Ledger;
  readonly handlers?: Readonly<Record<string, Handler>>;
  readonly pullRequests?: readonly PullRequestFacts[];
  readonly hasQueue?: boolean;
}

async function gather(scene: Scene): Promise<{ readonly merging: Snapshot['merging']; readonly requests: number }> {
  await using server = await serveGitHub(scene.handlers ?? {});
  const { pullRequests = [aPullRequest()], hasQueue = false } = scene;
  const rules = someRules({ requiresMergeQueue: hasQueue });
  const merging = await gatherMerging({ pullRequests, rules }, scene.ledger, server.github);
  return { merging, requests: server.github.requests() };
}

describe('merges that were asked for', () => {
  test.each([
    { behaviour: 'nothing was asked for', scene: { ledger: aLedger({ '1.1': approved() }) } },
    {
      behaviour: 'the pull request is merged or closed',
      scene: { ledger: ledgerWith(requested), pullRequests: [aPullRequest({ state: 'MERGED' })] },
    },
  ] as const)('cost nothing where $behaviour', async ({ scene }) => {
    expect(await gather(scene)).toEqual({ merging: new Map(), requests: 0 });
  });

  const pending = {
    message: '',
    uuid: 'u-1',
    merge_method: 'merge',
    merge_action: 'default',
    expected_head_sha: headSha,
  };
  test.each([
    { status: 'is pending', reply: answer('pending', pending), expected: { kind: 'pending', detail: '#11' } },
    {
      status: 'has failed',
      reply: answer('failed', { message: 'a rule says no' }),
      expected: { kind: 'ended', detail: 'a rule says no' },
    },
    {
      status: 'is merged, and the pull request not shown as that',
      reply: answer('merged', { message: '', sha: tip }),
      expected: { kind: 'pending', detail: '#11 is merged, and not shown as that yet' },
    },
    {
      status: 'is forgotten',
      reply: always({ status: 404, body: { message: 'Not Found' } }),
      expected: { kind: 'ended', detail: 'GitHub does not know of the merge any more' },
    },
  ] as const)('are told by their request: it $status', async ({ reply, expected }) => {
    const { merging, requests } = await gather({ ledger: ledgerWith(requested), handlers: { [request]: reply } });
    expect([...merging]).toEqual([[11, expected]]);
    expect(requests).toBe(1);
  });

  test.each([
    {
      behaviour: 'is in it',
      place: { mergeQueueEntry: entry },
      expected: { kind: 'queued', detail: '#11 at position 1, awaiting checks' },
    },
    {
      behaviour: 'was taken out',
      place: {
        timelineItems: {
          nodes: [
            { __typename: 'RemovedFromMergeQueueEvent', createdAt: '2026-11-01T10:00:00Z', reason: 'failed checks' },
          ],
        },
      },
      expected: { kind: 'ended', detail: 'the merge queue took it out: failed checks' },
    },
    {
      behaviour: 'was merged since',
      place: { state: 'MERGED' },
      expected: { kind: 'pending', detail: '#11 is merged, and not shown as that yet' },
    },
  ])('are told by the queue: it $behaviour', async ({ place, expected }) => {
    const scene = { ledger: ledgerWith(queued), handlers: { 'POST /graphql': showPlace(place) } };
    expect([...(await gather(scene)).merging]).toEqual([[11, expected]]);
  });

  test('are told by the queue where the request went into it', async () => {
    const handlers = { [request]: answer('enqueued'), 'POST /graphql': showPlace({ mergeQueueEntry: entry }) };
    const { merging } = await gather({ ledger: ledgerWith(requested), handlers });
    expect(merging.get(11)?.kind).toBe('queued');
  });
});

describe('a queue that the rules have', () => {
  test('tells whom somebody else has put into it', async () => {
    const handlers = { 'POST /graphql': showPlace({ mergeQueueEntry: entry }) };
    const { merging } = await gather({ ledger: aLedger(), handlers, hasQueue: true });
    expect(merging.get(11)?.kind).toBe('queued');
  });

  test('says nothing of those who are not in it', async () => {
    const handlers = { 'POST /graphql': showPlace({}) };
    expect((await gather({ ledger: aLedger(), handlers, hasQueue: true })).merging.size).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { ensureEnqueued, readQueuePlaces } from '../../src/github/merge-queue.ts';
import { answerGraphql } from './github-graphql.ts';
import { always, type GitHubServer, type Handler, inTurn, serveGitHub } from './github-server.ts';
import { pullRequest, sha } from './github-world.ts';

const wanted = { number: 7, id: 'PR_7', headSha: sha('a') };
const entry = { id: 'MQE_1', position: 2, state: 'AWAITING_CHECKS' };
const enqueued = { data: { enqueuePullRequest: { mergeQueueEntry: { id: 'MQE_1' } } } };

function showPlace(change: Readonly<Record<string, unknown>> = {}): Handler {
  const place = { mergeQueueEntry: null, timelineItems: { nodes: [] }, ...change };
  return answerGraphql({ repository: { pullRequest: pullRequest(7, place) } });
}

function countMutations({ exchanges }: GitHubServer): number {
  return exchanges.filter(({ body }) => /^\s*mutation/.test((body as { query: string }).query)).length;
}

function refuse(message: string, type?: string): Handler {
  return always({ body: { data: null, errors: [{ message, ...(type === undefined ? {} : { type }) }] } });
}

describe('a place in the merge queue', () => {
  test('is asked for with the head that was judged', async () => {
    await using server = await serveGitHub({ 'POST /graphql': inTurn(showPlace(), always({ body: enqueued })) });
    expect(await ensureEnqueued(server.github, wanted)).toEqual({ kind: 'enqueued' });
    expect(server.exchanges[1]?.body).toMatchObject({
      variables: { owner: 'o', repo: 'r', pullRequestId: 'PR_7', headSha: sha('a') },
    });
  });

  test.each([
    ['in it already', { mergeQueueEntry: entry }, { kind: 'enqueued' }],
    ['merged by it since', { state: 'MERGED' }, { kind: 'enqueued' }],
    ['at another head', { headRefOid: sha('f') }, { kind: 'head_moved' }],
  ])('is not asked for when the pull request is %s', async (_, change, expected) => {
    await using server = await serveGitHub({ 'POST /graphql': showPlace(change) });
    expect(await ensureEnqueued(server.github, wanted)).toEqual(expected);
    expect(countMutations(server)).toBe(0);
  });

  test('that is refused says so in GitHub’s words', async () => {
    const refusal = refuse('Pull request is in draft', 'UNPROCESSABLE');
    await using server = await serveGitHub({ 'POST /graphql': inTurn(showPlace(), refusal, showPlace()) });
    expect(await ensureEnqueued(server.github, wanted)).toEqual({
      kind: 'refused',
      message: expect.stringContaining('Pull request is in draft'),
    });
  });

  test('whose answer was lost is found by reading, and not asked for again', async () => {
    const late = showPlace({ mergeQueueEntry: entry });
    await using server = await serveGitHub({ 'POST /graphql': inTurn(showPlace(), always('drop'), late) });
    expect(await ensureEnqueued(server.github, wanted)).toEqual({ kind: 'enqueued' });
    expect(countMutations(server)).toBe(1);
  });

  test('whose answer was lost and that is not there is neither claimed nor repeated', async () => {
    await using server = await serveGitHub({ 'POST /graphql': inTurn(showPlace(), always('drop'), showPlace()) });
    await expect(ensureEnqueued(server.github, wanted)).rejects.toThrow(RemoteError);
    expect(countMutations(server)).toBe(1);
  });
});

describe('the places in the merge queue', () => {
  test('tell position, state and why the queue took one out', async () => {
    const removed = {
      __typename: 'RemovedFromMergeQueueEvent',
      createdAt: '2026-11-01T10:00:00Z',
      reason: 'failed checks',
    };
    await using server = await serveGitHub({ 'POST /graphql': showPlace({ timelineItems: { nodes: [removed] } }) });
    expect(await readQueuePlaces(server.github, [7])).toEqual([
      { number: 7, state: 'OPEN', headSha: sha('a'), entry: null, removed: 'failed checks' },
    ]);
  });

  test('cost nothing where nobody is asked about, and a request for fifty', async () => {
    await using server = await serveGitHub({ 'POST /graphql': showPlace() });
    await readQueuePlaces(server.github, []);
    expect(server.github.requests()).toBe(0);
    await readQueuePlaces(
      server.github,
      Array.from({ length: 51 }, (_, index) => index + 1),
    );
    expect(server.github.requests()).toBe(2);
  });
});

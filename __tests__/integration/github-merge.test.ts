import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { type MergeAnswer, mergePullRequest, type WantedMerge } from '../../src/github/merge.ts';
import {
  always,
  type GitHubServer,
  type Handler,
  inTurn,
  type Loss,
  type Reply,
  serveGitHub,
} from './github-server.ts';
import { sha } from './github-world.ts';

const wanted: WantedMerge = {
  number: 7,
  headSha: sha('a'),
  method: 'squash',
  title: 'Parse dates (#7)',
  message: 'Story: 1.2',
};
const patience = { attempts: 3, firstMs: 1, mostMs: 1 };
const mergedAs: MergeAnswer = { kind: 'merged', sha: sha('c') };

const pending = {
  status: 'pending',
  details: {
    message: 'under way',
    uuid: 'u-1',
    merge_method: 'squash',
    merge_action: 'default',
    expected_head_sha: sha('a'),
  },
};
const merged = { status: 'merged', details: { message: 'Pull request merged', sha: sha('c') } };
const noAsync = always({ status: 404, body: { message: 'Not Found' } });
const lost: readonly (readonly [string, Reply | Loss])[] = [
  ['a 502', { status: 502, body: { message: 'Bad Gateway' } }],
  ['a dropped connection', 'drop'],
  ['an answer cut short', 'cut'],
];

/** The pull request as it is read after a refusal or a lost answer. */
function showPull(change: Readonly<Record<string, unknown>> = {}): Handler {
  return always({ body: { merged: false, merge_commit_sha: sha('e'), head: { sha: sha('a') }, ...change } });
}

async function mergeWith(handlers: Readonly<Record<string, Handler>>): Promise<{
  readonly answer: MergeAnswer;
  readonly server: GitHubServer;
}> {
  await using server = await serveGitHub({ 'GET /pulls/7': showPull(), ...handlers });
  return { answer: await mergePullRequest(server.github, wanted, patience), server };
}

function countWrites({ server }: { readonly server: GitHubServer }): number {
  return server.exchanges.filter(({ method }) => method !== 'GET').length;
}

describe('an asynchronous merge', () => {
  test('sends the head it was judged for, the method and the message', async () => {
    const { answer, server } = await mergeWith({ 'PUT /pulls/7/merge-async': always({ body: merged }) });
    expect(answer).toEqual(mergedAs);
    expect(server.sent('PUT /pulls/7/merge-async').map(({ body }) => body)).toEqual([
      { sha: sha('a'), merge_method: 'squash', commit_title: 'Parse dates (#7)', commit_message: 'Story: 1.2' },
    ]);
  });

  test('that finds it merged with another head does not take that for ours', async () => {
    const { answer } = await mergeWith({
      'GET /pulls/7': showPull({ merged: true, merge_commit_sha: sha('c'), head: { sha: sha('f') } }),
      'PUT /pulls/7/merge-async': always({ body: merged }),
    });
    expect(answer).toEqual({ kind: 'head_moved' });
  });

  test('is followed until it is done', async () => {
    const end = await mergeWith({
      'PUT /pulls/7/merge-async': always({ status: 202, body: pending }),
      'GET /pulls/7/merge-async/u-1': inTurn(always({ body: pending }), always({ body: merged })),
    });
    expect(end.answer).toEqual(mergedAs);
    expect(countWrites(end)).toBe(1);
  });

  test('is left to the next pass when it takes too long', async () => {
    const { answer, server } = await mergeWith({
      'PUT /pulls/7/merge-async': always({ status: 202, body: pending }),
      'GET /pulls/7/merge-async/u-1': always({ body: pending }),
    });
    expect(answer).toEqual({ kind: 'pending', uuid: 'u-1' });
    expect(server.sent('GET /pulls/7/merge-async/u-1')).toHaveLength(3);
  });

  test('that GitHub forgot about is read off the pull request', async () => {
    const handlers = { 'PUT /pulls/7/merge-async': always({ status: 202, body: pending }) };
    const forgotten = { kind: 'not_mergeable', message: 'GitHub does not know of the merge any more' };
    expect((await mergeWith(handlers)).answer).toEqual(forgotten);
    const mergedBefore = { 'GET /pulls/7': showPull({ merged: true, merge_commit_sha: sha('c') }) };
    expect((await mergeWith({ ...handlers, ...mergedBefore })).answer).toEqual(mergedAs);
  });

  test('is in the queue already when it was put there before', async () => {
    const enqueued = { status: 'enqueued', details: { message: 'queued' } };
    const end = await mergeWith({ 'PUT /pulls/7/merge-async': always({ status: 409, body: enqueued }) });
    expect(end.answer).toEqual({ kind: 'enqueued' });
    expect(countWrites(end)).toBe(1);
  });

  test('may end in the queue', async () => {
    const { answer } = await mergeWith({
      'PUT /pulls/7/merge-async': always({ status: 202, body: pending }),
      'GET /pulls/7/merge-async/u-1': always({ body: { status: 'enqueued', details: { message: 'queued' } } }),
    });
    expect(answer).toEqual({ kind: 'enqueued' });
  });

  test('that was asked for already, for this head, is followed', async () => {
    const { answer } = await mergeWith({
      'PUT /pulls/7/merge-async': always({ status: 409, body: pending }),
      'GET /pulls/7/merge-async/u-1': always({ body: merged }),
    });
    expect(answer).toEqual(mergedAs);
  });

  test("of another head is somebody else's, and not ours to wait for", async () => {
    const others = { ...pending, details: { ...pending.details, expected_head_sha: sha('f') } };
    const { answer } = await mergeWith({ 'PUT /pulls/7/merge-async': always({ status: 409, body: others }) });
    expect(answer).toEqual({ kind: 'not_mergeable', message: expect.stringContaining(sha('f')) });
  });

  test.each([
    ['closed or draft', { status: 400, body: { status: 'failed', details: { message: 'is a draft' } } }, 'is a draft'],
    ['invalid', { status: 422, body: { message: 'Validation Failed' } }, 'Validation Failed'],
  ])('is refused when the pull request is %s', async (_, reply, message) => {
    const end = await mergeWith({ 'PUT /pulls/7/merge-async': always(reply) });
    expect(end.answer).toEqual({ kind: 'not_mergeable', message });
    expect(countWrites(end)).toBe(1);
  });

  test.each([
    ['the rules said no', showPull(), { kind: 'not_mergeable', message: 'At least 1 approving review is required' }],
    ['the head moved', showPull({ head: { sha: sha('f') } }), { kind: 'head_moved' }],
    ['it had been merged by then', showPull({ merged: true, merge_commit_sha: sha('c') }), mergedAs],
  ] as const)('that failed while it ran is explained: %s', async (_, pull, expected) => {
    const failed = { status: 'failed', details: { message: 'At least 1 approving review is required' } };
    const { answer } = await mergeWith({
      'GET /pulls/7': pull,
      'PUT /pulls/7/merge-async': always({ status: 202, body: pending }),
      'GET /pulls/7/merge-async/u-1': always({ body: failed }),
    });
    expect(answer).toEqual(expected);
  });
});

describe('a merge where there is no asynchronous one', () => {
  test('is the plain one, with the same head', async () => {
    const { answer, server } = await mergeWith({
      'PUT /pulls/7/merge-async': noAsync,
      'PUT /pulls/7/merge': always({ body: { sha: sha('c'), merged: true, message: 'merged' } }),
    });
    expect(answer).toEqual(mergedAs);
    expect(server.sent('PUT /pulls/7/merge')[0]?.body).toMatchObject({ sha: sha('a'), merge_method: 'squash' });
  });

  test.each([
    ['a moved head', { status: 409, body: { message: 'Head branch was modified' } }, { kind: 'head_moved' }],
    [
      'rules that say no',
      { status: 405, body: { message: '2 of 3 required status checks are expected.' } },
      { kind: 'not_mergeable', message: '2 of 3 required status checks are expected.' },
    ],
    [
      'a queue',
      { status: 405, body: { message: 'Changes must be made through the merge queue' } },
      { kind: 'queue_required' },
    ],
    ['what is invalid', { status: 422, body: { message: 'Invalid' } }, { kind: 'not_mergeable', message: 'Invalid' }],
  ])('tells %s', async (_, reply, expected) => {
    const { answer } = await mergeWith({ 'PUT /pulls/7/merge-async': noAsync, 'PUT /pulls/7/merge': always(reply) });
    expect(answer).toEqual(expected);
  });

  test('sends no title with a rebase, which has none', async () => {
    await using server = await serveGitHub({
      'PUT /pulls/7/merge-async': noAsync,
      'PUT /pulls/7/merge': always({ body: { sha: sha('c'), merged: true, message: 'merged' } }),
    });
    await mergePullRequest(server.github, { ...wanted, method: 'rebase' }, patience);
    expect(server.sent('PUT /pulls/7/merge')[0]?.body).toEqual({ sha: sha('a'), merge_method: 'rebase' });
  });

  test('is not looked for where it was refused because too much was asked', async () => {
    const limited = { status: 403, headers: { 'retry-after': '60' }, body: { message: 'secondary rate limit' } };
    await using server = await serveGitHub({ 'PUT /pulls/7/merge-async': always(limited), 'GET /pulls/7': showPull() });
    const asking = mergePullRequest(server.github, wanted, patience);
    await expect(asking).rejects.toMatchObject({ name: 'RemoteError', isTooMuch: true });
    expect(server.exchanges.map(({ method }) => method)).toEqual(['PUT']);
  });

  test('fails when the token may not merge', async () => {
    const forbidden = always({ status: 403, body: { message: 'Resource not accessible by integration' } });
    await expect(mergeWith({ 'PUT /pulls/7/merge-async': forbidden })).rejects.toThrow(RemoteError);
  });
});

describe.each(lost)('after %s', (_, reply) => {
  test('a merge that did happen is found by reading, and not asked for again', async () => {
    const end = await mergeWith({
      'GET /pulls/7': showPull({ merged: true, merge_commit_sha: sha('c') }),
      'PUT /pulls/7/merge-async': noAsync,
      'PUT /pulls/7/merge': always(reply),
    });
    expect(end.answer).toEqual(mergedAs);
    expect(end.server.sent('PUT /pulls/7/merge')).toHaveLength(1);
  });

  test('an asynchronous merge that ends a little later is found by reading again', async () => {
    const end = await mergeWith({
      'GET /pulls/7': inTurn(showPull(), showPull({ merged: true, merge_commit_sha: sha('c') })),
      'PUT /pulls/7/merge-async': always(reply),
    });
    expect(end.answer).toEqual(mergedAs);
    expect(countWrites(end)).toBe(1);
  });

  test('a merge that cannot be seen is neither claimed nor repeated', async () => {
    const end = await mergeWith({ 'PUT /pulls/7/merge-async': always(reply) });
    expect(end.answer).toEqual({ kind: 'unanswered', message: expect.stringContaining('/pulls/7/merge-async') });
    expect(countWrites(end)).toBe(1);
  });

  test('a head that moved meanwhile is not taken for ours', async () => {
    const end = await mergeWith({
      'GET /pulls/7': showPull({ merged: true, merge_commit_sha: sha('c'), head: { sha: sha('f') } }),
      'PUT /pulls/7/merge-async': always(reply),
    });
    expect(end.answer).toEqual({ kind: 'head_moved' });
  });

  test('a question about a merge under way is asked again', async () => {
    const end = await mergeWith({
      'PUT /pulls/7/merge-async': always({ status: 202, body: pending }),
      'GET /pulls/7/merge-async/u-1': inTurn(always(reply), always({ body: merged })),
    });
    expect(end.answer).toEqual(mergedAs);
    expect(countWrites(end)).toBe(1);
  });

  test('a merge under way keeps its name, by which a later pass asks', async () => {
    const end = await mergeWith({
      'PUT /pulls/7/merge-async': always({ status: 202, body: pending }),
      'GET /pulls/7/merge-async/u-1': always(reply),
    });
    expect(end.answer).toEqual({ kind: 'pending', uuid: 'u-1' });
    expect(countWrites(end)).toBe(1);
  });
});

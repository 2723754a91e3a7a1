import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import { mergePullRequest } from '../../src/github/merge.ts';
import { LeaseOver } from '../../src/pass/lease-over.ts';
import { always, type GitHubServer, type Handler, inTurn, type Reply, serveGitHub, token } from './github-server.ts';

const second = 1000;
const minute = 60 * second;

const secondaryLimit: Reply = {
  status: 403,
  headers: { 'retry-after': '60', 'x-ratelimit-remaining': '4000' },
  body: { message: 'You have exceeded a secondary rate limit.' },
};
const wordsOnly: Reply = { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } };
const badGateway: Reply = { status: 502, body: { message: 'Bad Gateway' } };
const fine: Reply = { body: { number: 7 } };
const viewer = 'query { viewer { login } }';

/** A budget as GitHub tells it, given anew in so many seconds. */
function budget(remaining: number, resetsInS: number, resource = 'core'): Record<string, string> {
  return {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.round(Date.now() / 1000) + resetsInS),
    'x-ratelimit-resource': resource,
  };
}

interface Waiting {
  readonly github: GitHub;
  readonly pauses: number[];
  /** Lets the time pass that a request took, or that lies between two. */
  pass(milliseconds: number): void;
}

/** A client that waits by a clock of its own, for as long as it may. */
function waitingClient(server: GitHubServer, patienceMs: number): Waiting {
  let now = Date.now();
  const pauses: number[] = [];
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  const waits = {
    until: now + patienceMs,
    now: () => now,
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds);
      pass(milliseconds);
    },
  };
  return { github: createGitHub({ token, apiUrl: server.url, owner: 'o', repo: 'r', waits }), pauses, pass };
}

function read(github: GitHub): Promise<unknown> {
  return github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: 7 });
}

function label(github: GitHub): Promise<unknown> {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
  return github.request(route, { issue_number: 7, labels: ['orchestrate'] });
}

async function fail(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    () => expect.unreachable('it was to fail'),
    (error: unknown) => error,
  );
}

describe('a limit of GitHub', () => {
  test.each<[string, Reply, number]>([
    ['a secondary one is waited out as long as `retry-after` says', secondaryLimit, 60 * second],
    ['a secondary one that does not say how long, for a minute', wordsOnly, 60 * second],
    [
      'too many requests, as long as it says',
      { ...secondaryLimit, status: 429, headers: { 'retry-after': '7' } },
      7000,
    ],
    [
      'one that says "at once" is not asked again at once',
      { ...secondaryLimit, headers: { 'retry-after': '0' } },
      1000,
    ],
  ])('%s', async (_, reply, wait) => {
    await using server = await serveGitHub({ 'GET /pulls/7': inTurn(always(reply), always(fine)) });
    const { github, pauses } = waitingClient(server, 5 * minute);
    await expect(read(github)).resolves.toMatchObject({ status: 200 });
    expect(pauses).toEqual([wait]);
  });

  test('a spent budget is waited for where it is given anew in time', async () => {
    const spent = { status: 403, headers: budget(0, 30), body: { message: 'API rate limit exceeded' } };
    await using server = await serveGitHub({ 'GET /pulls/7': inTurn(always(spent), always(fine)) });
    const { github, pauses } = waitingClient(server, 5 * minute);
    await read(github);
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThan(28 * second);
    expect(pauses[0]).toBeLessThan(33 * second);
  });

  test('a budget that comes after the job is not waited for, nor asked of again: another one is', async () => {
    const spent = { status: 403, headers: budget(0, 1800), body: { message: 'API rate limit exceeded' } };
    await using server = await serveGitHub({
      'GET /pulls/7': always(spent),
      'POST /graphql': always({ headers: budget(900, 1800, 'graphql'), body: { data: { viewer: null } } }),
    });
    const { github, pauses } = waitingClient(server, 5 * minute);
    expect(await fail(read(github))).toMatchObject({ status: 403, retryable: true, isTooMuch: true });
    expect(await fail(read(github))).toMatchObject({
      status: null,
      retryable: true,
      isTooMuch: true,
      message: expect.stringMatching(/^GitHub was not asked GET \/repos\/o\/r\/pulls\/7: .* \d{4} s$/),
    });
    expect(await fail(label(github))).toMatchObject({ isTooMuch: true });
    await github.graphql(viewer, {});
    expect(server.exchanges.map(({ path }) => path)).toEqual(['/pulls/7', '/graphql']);
    expect(pauses).toEqual([]);
  });

  test('a spent budget of queries, which is told with a 200, is waited for', async () => {
    const body = { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] };
    await using server = await serveGitHub({
      'POST /graphql': inTurn(
        always({ headers: budget(0, 20, 'graphql'), body }),
        always({ body: { data: { viewer: null } } }),
      ),
    });
    const { github, pauses } = waitingClient(server, 5 * minute);
    await expect(github.graphql(viewer, {})).resolves.toEqual({ viewer: null });
    expect(pauses).toHaveLength(1);
  });

  test('everything else waits as well while a secondary one lasts', async () => {
    await using server = await serveGitHub({
      'GET /pulls/7': inTurn(always(secondaryLimit), always(fine)),
      'POST /graphql': always({ body: { data: { viewer: null } } }),
    });
    const { github, pauses } = waitingClient(server, 5 * minute);
    await Promise.all([read(github), read(github)]);
    await github.graphql(viewer, {});
    expect(pauses.every((pause) => pause > 50 * second)).toBe(true);
  });

  test('all waiting ends with the patience of the job', async () => {
    await using server = await serveGitHub({ 'GET /pulls/7': always(secondaryLimit) });
    const { github, pauses } = waitingClient(server, 150 * second);
    expect(await fail(read(github))).toMatchObject({ status: 403, isTooMuch: true });
    expect(pauses).toEqual([60 * second, 60 * second]);
    expect(server.exchanges).toHaveLength(3);
  });
});

describe('what is sent again', () => {
  test.each<[string, Handler]>([
    ['an error of the server', always(badGateway)],
    ['an answer that was lost', always('drop')],
    ['an answer that was cut short', always('cut')],
  ])('a read, after %s, and no more than twice', async (_, trouble) => {
    await using passing = await serveGitHub({ 'GET /pulls/7': inTurn(trouble, trouble, always(fine)) });
    await expect(read(waitingClient(passing, minute).github)).resolves.toMatchObject({ status: 200 });
    await using lasting = await serveGitHub({ 'GET /pulls/7': trouble });
    expect(await fail(read(waitingClient(lasting, minute).github))).toBeInstanceOf(RemoteError);
    expect(lasting.exchanges).toHaveLength(3);
  });

  test('a query, but never a mutation', async () => {
    await using server = await serveGitHub({
      'POST /graphql': inTurn(always(badGateway), always({ body: { data: { viewer: null } } })),
    });
    const { github } = waitingClient(server, minute);
    await github.graphql(viewer, {});
    expect(server.exchanges).toHaveLength(2);
    await using other = await serveGitHub({ 'POST /graphql': always(secondaryLimit) });
    const mutation = ' mutation { revertPullRequest(input: { pullRequestId: "1" }) { clientMutationId } }';
    await fail(waitingClient(other, 5 * minute).github.graphql(mutation, {}));
    expect(other.exchanges).toHaveLength(1);
  });

  test.each<[string, Handler]>([
    ['an error of the server', always(badGateway)],
    ['a lost answer', always('drop')],
  ])('nothing that has an effect, after %s: it may have had it', async (_, trouble) => {
    await using server = await serveGitHub({ 'POST /issues/7/labels': trouble });
    expect(await fail(label(waitingClient(server, 5 * minute).github))).toMatchObject({ retryable: true });
    expect(server.exchanges).toHaveLength(1);
  });

  test('an effect that was refused by a limit only, for it was none', async () => {
    await using server = await serveGitHub({
      'POST /issues/7/labels': inTurn(always(secondaryLimit), always({ body: [] })),
    });
    const { github, pauses } = waitingClient(server, 5 * minute);
    await expect(label(github)).resolves.toMatchObject({ status: 200 });
    expect(pauses).toEqual([60 * second]);
  });

  test('never a merge: it was judged for that moment', async () => {
    const wanted = { number: 7, headSha: 'a'.repeat(40), method: 'merge', title: 't', message: 'm' } as const;
    await using server = await serveGitHub({ 'PUT /pulls/7/merge-async': always(secondaryLimit) });
    const { github } = waitingClient(server, 5 * minute);
    const merging = mergePullRequest(github, wanted, { attempts: 2, firstMs: 0, mostMs: 0 });
    expect(await fail(merging)).toMatchObject({ isTooMuch: true });
    expect(server.exchanges).toHaveLength(1);
  });

  test('nothing at all by a client that was not told to be patient', async () => {
    await using server = await serveGitHub({ 'GET /pulls/7': always(badGateway) });
    await fail(read(server.github));
    expect(server.exchanges).toHaveLength(1);
  });
});

describe('leave to act', () => {
  test('is asked for when the limit is over, right before the effect is sent, and is not asked by a read', async () => {
    await using server = await serveGitHub({
      'POST /issues/7/labels': inTurn(always(secondaryLimit), always({ body: [] })),
      'GET /pulls/7': always(fine),
    });
    const { github, pauses } = waitingClient(server, 5 * minute);
    const lease = (): void => {
      if (pauses.length > 0) throw new LeaseOver();
    };
    expect(await fail(label(github.guarded(lease)))).toBeInstanceOf(LeaseOver);
    expect(server.sent('POST /issues/7/labels')).toHaveLength(1);
    await expect(read(github.guarded(lease))).resolves.toMatchObject({ status: 200 });
  });
});

describe('the budgets', () => {
  test('are what GitHub said last, until they are given anew', async () => {
    await using server = await serveGitHub({
      'GET /pulls/7': inTurn(
        always({ ...fine, headers: budget(12, 600) }),
        always({ ...fine, headers: budget(11, 600) }),
      ),
      'POST /graphql': always({ headers: budget(900, 60, 'graphql'), body: { data: { viewer: null } } }),
    });
    const { github, pass } = waitingClient(server, minute);
    expect(github.budgets()).toEqual([]);
    await read(github);
    await read(github);
    await github.graphql(viewer, {});
    expect(github.budgets()).toMatchObject([
      { resource: 'core', limit: 1000, remaining: 11 },
      { resource: 'graphql', limit: 1000, remaining: 900 },
    ]);
    pass(2 * minute);
    expect(github.budgets()).toMatchObject([{ resource: 'core' }]);
  });
});

describe('what hardly ever changes', () => {
  const confirming: Handler = ({ headers }) =>
    headers['if-none-match'] === '"1"'
      ? { status: 304, headers: { etag: '"1"' } }
      : { headers: { etag: '"1"' }, body: [{ type: 'deletion', ruleset_id: 5 }] };

  function readRules(github: GitHub): Promise<{ readonly data: unknown }> {
    return github.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', { branch: 'main' });
  }

  test('is only confirmed when it is asked for again, and says the same', async () => {
    await using server = await serveGitHub({ 'GET /rules/branches/main': confirming });
    const first = await readRules(server.github);
    const again = await readRules(server.github);
    expect(again.data).toEqual(first.data);
    expect(server.exchanges.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
  });

  test('is taken as it is now where it did change', async () => {
    await using server = await serveGitHub({
      'GET /rules/branches/main': inTurn(confirming, always({ headers: { etag: '"2"' }, body: [] })),
    });
    await readRules(server.github);
    expect((await readRules(server.github)).data).toEqual([]);
  });
});

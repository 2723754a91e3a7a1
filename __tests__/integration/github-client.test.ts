import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import { always, serveGitHub, token } from './github-server.ts';

async function fail(action: () => Promise<unknown>): Promise<unknown> {
  return action().then(
    () => undefined,
    (error: unknown) => error,
  );
}

function readPullRequest(github: GitHub): Promise<unknown> {
  return github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: 7 });
}

describe('a failed request', () => {
  test.each([
    ['a server error may be tried again', { status: 502, body: { message: 'Bad Gateway' } }, { retryable: true }],
    ['what is not there is not there', { status: 404, body: { message: 'Not Found' } }, { retryable: false }],
    ['a bad token stays bad', { status: 401, body: { message: 'Bad credentials' } }, { retryable: false }],
    ['too many requests may be tried again', { status: 429, body: { message: 'slow down' } }, { retryable: true }],
    [
      'a secondary limit may be tried again',
      { status: 403, headers: { 'retry-after': '60' }, body: { message: 'secondary rate limit' } },
      { retryable: true },
    ],
    [
      'a spent budget may be tried again',
      { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: { message: 'rate limit' } },
      { retryable: true },
    ],
    [
      'a missing permission stays missing',
      { status: 403, headers: { 'x-ratelimit-remaining': '4000' }, body: { message: 'Resource not accessible' } },
      { retryable: false },
    ],
  ])('%s', async (_, reply, facts) => {
    await using server = await serveGitHub({ 'GET /pulls/7': always(reply) });
    const error = await fail(() => readPullRequest(server.github));
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({
      ...facts,
      status: reply.status,
      requestId: 'ABCD:1234',
      request: 'GET /repos/o/r/pulls/7',
      message: expect.stringContaining(reply.body.message),
    });
  });

  test('a dropped connection has no status and may be tried again', async () => {
    await using server = await serveGitHub({ 'GET /pulls/7': always('drop') });
    const error = await fail(() => readPullRequest(server.github));
    expect(error).toMatchObject({ name: 'RemoteError', status: null, retryable: true });
  });

  test('a redirect is not followed: the token stays where it was sent', async () => {
    await using other = await serveGitHub({});
    await using server = await serveGitHub({
      'GET /pulls/7': always({ status: 301, headers: { location: `${other.url}/repos/o/r/pulls/7` } }),
    });
    expect(await fail(() => readPullRequest(server.github))).toMatchObject({ status: 301, retryable: false });
    expect(other.exchanges).toEqual([]);
  });

  test.each([['an answer', always({ status: 500, body: {} })] as const, ['none', always('drop')] as const])(
    'never shows the token, when there is %s',
    async (_, handler) => {
      await using server = await serveGitHub({ 'GET /pulls/7': handler });
      const error = await fail(() => readPullRequest(server.github));
      expect(server.exchanges[0]?.authorization).toBe(`token ${token}`);
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(token);
    },
  );

  test('a status the caller expects is an answer', async () => {
    await using server = await serveGitHub({});
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const answer = await server.github.request(route, { pull_number: 7 }, [404]);
    expect(answer).toMatchObject({ status: 404, data: { message: 'Not Found' } });
  });
});

describe('a query', () => {
  test('takes what was not found for null', async () => {
    const body = { data: { repository: { n7: null } }, errors: [{ type: 'NOT_FOUND', message: 'no pull request 7' }] };
    await using server = await serveGitHub({ 'POST /graphql': always({ body }) });
    await expect(server.github.graphql('query { viewer { login } }', {})).resolves.toEqual({
      repository: { n7: null },
    });
  });

  test.each([
    ['a missing permission stays missing', [{ type: 'FORBIDDEN', message: 'not accessible' }], false],
    [
      'one found and one forbidden is not whole',
      [
        { type: 'NOT_FOUND', message: 'a' },
        { type: 'FORBIDDEN', message: 'b' },
      ],
      false,
    ],
    ["GitHub's own time-out may be tried again", [{ message: 'Something went wrong' }], true],
    ['a spent budget may be tried again', [{ type: 'RATE_LIMITED', message: 'rate limit' }], true],
  ])('fails as a whole: %s', async (_, errors, retryable) => {
    const body = { data: { repository: null }, errors };
    await using server = await serveGitHub({ 'POST /graphql': always({ body }) });
    const error = await fail(() => server.github.graphql('query { viewer { login } }', {}));
    expect(error).toMatchObject({ name: 'RemoteError', request: 'POST /graphql', retryable, requestId: 'ABCD:1234' });
  });

  test('goes beside the REST address of an enterprise server', async () => {
    await using server = await serveGitHub({ 'POST /api/graphql': always({ body: { data: { ok: true } } }) });
    const github = createGitHub({ token, apiUrl: `${server.url}/api/v3/`, owner: 'o', repo: 'r' });
    await fail(() => github.graphql('query { viewer { login } }', {}));
    expect(server.exchanges.map(({ path }) => path)).toEqual(['/api/graphql']);
  });
});

test('every request is counted, answered or not', async () => {
  await using server = await serveGitHub({
    'GET /pulls/7': always('drop'),
    'POST /graphql': always({ body: { data: {} } }),
  });
  await fail(() => readPullRequest(server.github));
  await server.github.graphql('query { viewer { login } }', {});
  await server.github.request('GET /repos/{owner}/{repo}/branches/{branch}', { branch: 'main' }, [404]);
  expect(server.github.requests()).toBe(3);
});

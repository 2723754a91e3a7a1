import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDb } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { momentOf } from '../../src/loopctl/embedded/engine/timestamp.ts';
import { openMemoryStore } from '../../src/loopctl/serve/memory-store.ts';
import { readKeys } from '../../src/loopctl/serve/read-keys.ts';
import { type ServedLoopctl, serveLoopctl } from '../../src/loopctl/serve/serve.ts';
import { withAgentsOf } from '../../src/loopctl/serve/served-key.ts';

const { keys } = readKeys({}, null);
const keyOf = (name: string): string => keys.find((key) => key.name === name)?.key ?? '';
const agentKey = keyOf('LOOPCTL_AGENT_KEY');
const userKey = keyOf('LOOPCTL_USER_KEY');
const nowhere = '/api/v1/projects/00000000-0000-4000-8000-000000000000';

let moment = Date.parse('2026-11-22T11:34:20.000Z');
let served: ServedLoopctl;

/** A server in memory; a limit of requests only where one is told. */
async function serve(rateLimit?: number): Promise<ServedLoopctl> {
  const now = (): Date => new Date(moment);
  const store = openMemoryStore(withAgentsOf(keys, emptyDb(momentOf(now()))), now);
  return await serveLoopctl({ store, keys, now, ...(rateLimit === undefined ? {} : { rateLimit }) });
}

beforeAll(async () => {
  served = await serve(1_000_000);
});
afterAll(() => served.close());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const witnessed = { authorization: `Bearer ${userKey}`, 'x-loopctl-sth-bootstrap': 'true' };

async function ask({
  method = 'GET',
  path = '/api/v1/tenants/me',
  headers = witnessed,
  body,
}: Asked): Promise<Response> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return await fetch(`${served.url}${path}`, {
    method,
    headers: { ...json, ...headers, connection: 'close' },
    ...(body === undefined ? {} : { body }),
  });
}

const bearer = { authorization: `Bearer ${userKey}` };

describe('refuses as loopctl does', () => {
  test.each<readonly [string, Asked, number, string]>([
    ['without a key', { headers: {} }, 401, 'Unauthorized'],
    ['a key of another scheme', { headers: { authorization: 'Token abc' } }, 401, 'Unauthorized'],
    ['a key that nobody has', { headers: { ...witnessed, authorization: 'Bearer lc_no' } }, 401, 'Invalid API key'],
    ['without a witness header', { headers: bearer }, 428, 'X-Loopctl-Last-Known-STH header is required.'],
    ['a garbled tree head', { headers: { ...bearer, 'x-loopctl-last-known-sth': 'x' } }, 428, 'header is malformed'],
    ['a tree head nowhere', { headers: { ...bearer, 'x-loopctl-last-known-sth': 'x:A' } }, 428, 'must be an integer'],
    ['a project that is not there', { path: nowhere }, 404, 'Not found'],
    ['an id that is none', { path: '/api/v1/projects/house' }, 404, 'Not found'],
    [
      'what the role may not',
      { path: '/api/v1/orchestrator/state/x' },
      403,
      'requires the orchestrator or superadmin role',
    ],
  ])('%s', async (_, asked, status, message) => {
    const response = await ask(asked);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining(message) } });
  });

  test.each<readonly [string, Asked, number]>([
    ['a path that it does not know, whoever asks', { path: '/api/v1/nope', headers: {} }, 404],
    ['a method that the path does not have', { method: 'PUT', path: '/api/v1/projects' }, 404],
    ['who does not take JSON', { headers: { ...witnessed, accept: 'text/html' } }, 406],
    ['a body that is no JSON', { method: 'POST', path: '/api/v1/projects', body: '{"name":' }, 400],
    ['a body of over 2,000,000 bytes', { method: 'POST', path: '/api/v1/projects', body: 'a'.repeat(2_000_001) }, 413],
  ])('with a page: %s', async (_, asked, status) => {
    const response = await ask(asked);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-ratelimit-limit')).toBeNull();
    expect(await response.text()).toContain(`<h1>${status}</h1>`);
  });
});

describe('answers as loopctl does', () => {
  test('with a request id, compressed where that is welcome, and the tree head that stands for none', async () => {
    const response = await ask({ headers: { ...witnessed, 'accept-encoding': 'gzip' } });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': 'gzip',
      'x-request-id': expect.stringMatching(/^[\w-]{20}$/),
      'x-loopctl-current-sth': '0:AAAAAAAAAAAAAAAAAAAAAA',
      'x-loopctl-sth-warning': 'missing_header_bootstrap_grace',
      'cache-control': 'max-age=0, private, must-revalidate',
    });
    expect(await response.json()).toMatchObject({ tenant: { slug: 'orchestrate' } });
  });

  test('uncompressed where that is not asked for', async () => {
    const response = await ask({ headers: { ...witnessed, 'accept-encoding': 'identity' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.json()).toMatchObject({ tenant: { slug: 'orchestrate' } });
  });

  test('to who knows a tree head, and then tells none', async () => {
    const response = await ask({ headers: { ...bearer, 'x-loopctl-last-known-sth': '0:AAAAAAAAAAAAAAAAAAAAAA' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-loopctl-current-sth')).toBeNull();
  });

  test.each(['/health', '/api/v1/'])('who asks %s without a key', async (path) => {
    const response = await ask({ path, headers: {} });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ version: '1.0.0' });
  });
});

describe('the connection', () => {
  test.each([
    ['is gone after an id that is none, and nothing says so', '/api/v1/projects/house', 1],
    ['is kept after a project that is not there', nowhere, 2],
    ['is kept after a path that is not known', '/api/v1/nope', 2],
  ])('%s', async (_, path, answers) => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1').setEncoding('utf8');
    const fields = Object.entries(witnessed).map(([name, value]) => `${name}: ${value}\r\n`);
    const request = `GET ${path} HTTP/1.1\r\nhost: loopctl\r\n${fields.join('')}\r\n`;
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    // Written to a connection that is gone, the second request is an error or nothing at all.
    socket.on('error', () => undefined);
    const count = (): number => text.match(/HTTP\/1\.1 404 /g)?.length ?? 0;
    socket.write(request);
    await expect.poll(count).toBe(1);
    await Promise.race([once(socket, 'end'), sleep(30)]);
    socket.write(request);
    await (answers === 1 ? expect.poll(() => socket.closed).toBe(true) : expect.poll(count).toBe(answers));
    expect(count()).toBe(answers);
    expect(text.toLowerCase()).not.toContain('connection: close');
    socket.destroy();
  });
});

test('a key that asked too much in its minute is told when the next one begins; refused requests count', async () => {
  await using limited = await serve(2);
  const asking = async (headers: Readonly<Record<string, string>>): Promise<Response> =>
    await fetch(`${limited.url}/api/v1/tenants/me`, { headers: { ...headers, connection: 'close' } });
  const seen = [await asking(bearer), await asking(witnessed), await asking(witnessed)];
  expect(seen.map(({ status }) => status)).toEqual([428, 200, 429]);
  expect(seen.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '0']);
  expect(seen[2]?.headers.get('retry-after')).toBe('40');
  expect(seen[2]?.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-11-22T11:35:00Z') / 1000));
  expect(await seen[2]?.json()).toEqual({ error: { message: 'Rate limit exceeded', status: 429 } });
  expect((await asking({ ...witnessed, authorization: `Bearer ${agentKey}` })).status).toBe(200);
  moment += 40_000;
  expect((await asking(witnessed)).status).toBe(200);
});

test('all keys together may ask three times what one may', async () => {
  await using limited = await serve(1);
  const statuses: number[] = [];
  for (const { key } of keys) {
    const headers = { ...witnessed, authorization: `Bearer ${key}`, connection: 'close' };
    statuses.push((await fetch(`${limited.url}/api/v1/projects`, { headers })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test('a key may ask 300 times a minute, or as often as the tenant is set to', async () => {
  await using usual = await serve();
  const url = `${usual.url}/api/v1/tenants/me`;
  const headers = { ...witnessed, connection: 'close', 'content-type': 'application/json' };
  expect((await fetch(url, { headers })).headers.get('x-ratelimit-limit')).toBe('300');
  const body = JSON.stringify({ settings: { rate_limit_requests_per_minute: 7 } });
  expect((await fetch(url, { method: 'PATCH', headers, body })).status).toBe(200);
  expect((await fetch(url, { headers })).headers.get('x-ratelimit-limit')).toBe('7');
});

import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { Place } from '../../src/init/facts.ts';
import { receiveApp } from '../../src/init/receive-app.ts';

const place: Place = {
  host: 'github.com',
  owner: 'acme',
  repo: 'lib',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  repositoryId: 1,
  ownerId: 2,
  ownerKind: 'Organization',
};

interface Desk {
  readonly origin: string;
  readonly state: string;
  readonly page: string;
  get(path: string, host?: string): Promise<{ readonly status: number; readonly location: string | undefined }>;
}

/** Runs the flow with somebody before the browser; tells the codes that were traded. */
async function sit(
  visit: (desk: Desk) => Promise<void>,
  { patience = 5000, trade = async () => undefined }: { patience?: number; trade?: () => Promise<void> } = {},
): Promise<readonly string[]> {
  const codes: string[] = [];
  let visited: Promise<void> = Promise.resolve();
  await receiveApp({
    place,
    patience,
    receive: async (code) => {
      codes.push(code);
      await trade();
      return 'https://github.com/apps/x/installations/new';
    },
    open: async (url) => {
      const { origin, pathname } = new URL(url);
      const page = await (await fetch(url)).text();
      visited = visit({ origin, state: pathname.slice(1), page, get: (path, host) => get(`${origin}${path}`, host) });
      await visited;
    },
  });
  await visited;
  return codes;
}

function get(url: string, host = new URL(url).host): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
    })
      .on('error', reject)
      .end();
  });
}

test('hands GitHub the manifest of an organisation’s App, and sends the browser on to its installation', async () => {
  let form = '';
  const codes = await sit(async ({ page, get, state }) => {
    form = page;
    expect(await get(`/made?code=abc&state=${state}`)).toEqual({
      status: 302,
      location: 'https://github.com/apps/x/installations/new',
    });
  });
  expect(codes).toEqual(['abc']);
  expect(form).toContain('action="https://github.com/organizations/acme/settings/apps/new?state=');
  expect(form).toContain('&quot;public&quot;:false');
});

test('takes no code from anybody else: not without the nonce, under another name, at another place, or twice; nor is the flow ended by them', async () => {
  const statuses: number[] = [];
  const [begun, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const trade = async (): Promise<void> => {
    begun.resolve();
    await second.promise;
  };
  const codes = await sit(
    async ({ get, state }) => {
      const visits: readonly (readonly [string, string?])[] = [
        ['/made?code=evil'],
        [`/made?code=evil&state=${state.replace(/./, 'x')}`],
        ['/made?code=evil&state='],
        [`/made?code=evil&state=${state}`, 'evil.example:80'],
        [`/other?code=evil&state=${state}`],
        [`/made?state=${state}`],
        ['/'],
        ['//'],
        [`/made?code=evil&state=${'%C3%A9'.repeat(state.length)}`],
      ];
      for (const [path, host] of visits) statuses.push((await get(path, host)).status);
      const first = get(`/made?code=good&state=${state}`);
      await begun.promise;
      statuses.push((await get(`/made?code=evil&state=${state}`)).status);
      second.resolve();
      statuses.push((await first).status);
    },
    { trade },
  );
  expect(statuses).toEqual([403, 403, 403, 421, 404, 404, 404, 400, 403, 409, 302]);
  expect(codes).toEqual(['good']);
});

test('does not wait for a connection that a browser holds open for later', async () => {
  const since = performance.now();
  let held: Socket | null = null;
  await sit(async ({ origin, get, state }) => {
    held = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(held, 'connect');
    await get(`/made?code=abc&state=${state}`);
  });
  expect(performance.now() - since).toBeLessThan(3000);
  expect(held).not.toBeNull();
});

test('says after a while that nobody pressed the button', async () => {
  await expect(sit(async () => undefined, { patience: 20 })).rejects.toMatchObject({
    message: 'Nobody pressed "Create GitHub App".',
    remedy: expect.stringContaining('npx . init'),
  });
});

test('ends with what went wrong when the code could not be traded', async () => {
  const failing = receiveApp({
    place,
    patience: 5000,
    receive: () => Promise.reject(new Error('gone')),
    open: async (url) => {
      const { origin, pathname } = new URL(url);
      const answer = await get(`${origin}/made?code=a&state=${pathname.slice(1)}`);
      expect(answer.status).toBe(500);
    },
  });
  await expect(failing).rejects.toThrow('gone');
});

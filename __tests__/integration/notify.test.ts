import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { Notification } from '../../src/core/notifications.ts';
import { notify } from '../../src/pass/notify.ts';
import { beginCheck, foundWorld } from '../acceptance/action-world.ts';
import { aLedger, noon } from '../builders/ledger.ts';
import { plan } from './own-step.ts';

interface Webhook extends AsyncDisposable {
  readonly url: string;
  readonly got: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[];
}

async function listen(status: number, headers: Record<string, string> = {}): Promise<Webhook> {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(status, headers).end('thanks');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/services/T0/SECRET`,
    got,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const end: Notification = { key: 'done', kind: 'done', story: null, hold: null, since: noon };
const ledger = { ...aLedger(), finished: true };

function tell(url: string | null, lines: string[] = [], requireLease = (): void => undefined) {
  const settings = { notify: { url, format: 'json' } } as Parameters<typeof notify>[2]['settings'];
  const place = { repositoryUrl: 'https://github.test/ada/demo', runUrl: 'https://github.test/ada/demo/runs/7' };
  const log = (line: string): void => void lines.push(line);
  return notify([end], { ledger, now: noon }, { settings, ...place, requireLease, log });
}

it('tells the webhook under a key that is the same for the same message, and remembers it', async () => {
  await using webhook = await listen(200);
  expect(await tell(webhook.url)).toEqual({ done: noon });
  await tell(webhook.url);
  const [first, second] = webhook.got;
  expect(JSON.parse(first?.body ?? '').events).toMatchObject([{ id: 'done', kind: 'done' }]);
  expect(first?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  expect(first?.headers['content-type']).toBe('application/json');
});

it.each([
  ['answers with an error', 500, {}, 'it answered 500'],
  ['sends it on elsewhere, which is not followed', 302, { location: 'http://127.0.0.1:1/' }, 'it answered 302'],
])('leaves it for later where the webhook %s, and does not tell its address', async (_what, status, headers, why) => {
  await using webhook = await listen(status, headers);
  const lines: string[] = [];
  expect(await tell(webhook.url, lines)).toEqual({ refused: noon });
  expect(lines).toEqual([`! notify - — the webhook was not told of 1: ${why}`]);
});

it('leaves it for later where nobody is there', async () => {
  const webhook = await listen(200);
  await webhook[Symbol.asyncDispose]();
  const lines: string[] = [];
  expect(await tell(webhook.url, lines)).toEqual({ refused: noon });
  expect(lines.join()).toContain('it cannot be reached');
  expect(lines.join()).not.toContain('SECRET');
});

it('is told by a pass once, whatever else the pass does', async () => {
  await using webhook = await listen(200);
  await using world = await foundWorld();
  await plan(world);
  const red = (await world.git(['rev-parse', 'main'])).trim();
  beginCheck(world.github, red, 'lint')('failure');
  await plan(world, null, webhook.url);
  await plan(world, null, webhook.url);
  const news = webhook.got.flatMap(({ body }) => JSON.parse(body).events);
  expect(news).toMatchObject([{ id: `base_red ${red}`, kind: 'base_red', code: 'base_red', story: null }]);
  expect((await world.ledger()).notified).toHaveProperty([`base_red ${red}`]);
});

it('tells nobody where there is no webhook, and nothing without the lease', async () => {
  expect(await tell(null)).toEqual({});
  await using webhook = await listen(200);
  const over = (): void => {
    throw new Error('over');
  };
  await expect(tell(webhook.url, [], over)).rejects.toThrow('over');
  expect(webhook.got).toEqual([]);
});

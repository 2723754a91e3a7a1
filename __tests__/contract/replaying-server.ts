import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bindings, newBindings, translate } from '../../scripts/conformance/loopctl/bindings.ts';
import { differences } from '../../scripts/conformance/loopctl/compare.ts';
import type { Exchange } from '../../scripts/conformance/loopctl/recording.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import type { Identity } from '../../src/loopctl/port.ts';

/** Answers what the recordings answer, and to nothing that none of them asked. */
export interface ReplayingServer extends AsyncDisposable, LoopctlServer {
  /** Names of the exchanges that were made again, in order. */
  readonly made: readonly string[];
  /** What was asked that no recording has. */
  readonly unrecorded: readonly string[];
}

interface Asked {
  readonly identity: Identity | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const keys = { implementer: 'lc_implementer', reviewer: 'lc_reviewer', orchestrator: 'lc_orchestrator' } as const;

/** In whose name each key of the recordings spoke; people's own key may do all that the orchestrator's may. */
const identities: Readonly<Record<string, Identity>> = {
  agent_impl: 'implementer',
  'dispatch-key(agent impl-3)': 'implementer',
  agent_review: 'reviewer',
  orchestrator: 'orchestrator',
  user: 'orchestrator',
};

/** Where a list begins and how long it is stands in every request as it needs it. */
const free: ReadonlySet<string> = new Set(['page', 'page_size', 'limit', 'offset', 'since']);

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What the server publishes about its queries: names by path. */
const published: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('../fixtures/loopctl-published/queries.json', import.meta.url), 'utf8'),
);

/**
 * A server that compares each request with those of the recordings: its method, path, query and body, and in whose name
 * it comes. Ids and times are bound at first sight. What was recorded next is answered first.
 */
export async function serveRecordings(recorded: readonly Exchange[]): Promise<ReplayingServer> {
  let bindings = newBindings();
  const made: string[] = [];
  const unrecorded: string[] = [];
  let next = 0;

  function answer(asked: Asked): { readonly status: number; readonly body: unknown } {
    const fitting = recorded.flatMap((exchange, index) => {
      const bound = bind(exchange, asked, bindings);
      return bound === null ? [] : [{ index, exchange, bound }];
    });
    const same = fitting.filter(({ exchange }) => narrowed(exchange.path) === narrowed(`${asked.path}?${asked.query}`));
    const best = same.length > 0 ? same : fitting;
    const chosen = best.find(({ index }) => index >= next) ?? best.at(-1);
    if (chosen === undefined) {
      unrecorded.push(describe(asked));
      return { status: 418, body: { error: { status: 418, message: `no recording has ${describe(asked)}` } } };
    }
    const { index, exchange, bound } = chosen;
    next = Math.max(next, index + 1);
    if (asked.method !== 'GET') bindings = bound;
    made.push(exchange.name);
    return { status: exchange.status, body: JSON.parse(translate(JSON.stringify(exchange.response), bound)) };
  }

  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      const { status, body } = answer(asked);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    made,
    unrecorded,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a request and a recorded one bind to each other; null where they differ. A read may be of another one of its kind. */
function bind(exchange: Exchange, asked: Asked, bindings: Bindings): Bindings | null {
  const known = { ours: new Map(bindings.ours), theirs: new Map(bindings.theirs) };
  if (fits(exchange, asked, known)) return known;
  const fresh = newBindings();
  return asked.method === 'GET' && fits(exchange, asked, fresh) ? fresh : null;
}

function fits(exchange: Exchange, asked: Asked, bindings: Bindings): boolean {
  const { pathname, searchParams } = new URL(exchange.path, 'http://loopctl');
  const isTheirs = exchange.method === 'GET' || identities[exchange.actor ?? ''] === asked.identity;
  return (
    isTheirs &&
    exchange.method === asked.method &&
    differences(pathname, asked.path, bindings).length === 0 &&
    fitsQuery(pathname, searchParams, asked.query, bindings) &&
    differences(exchange.body ?? null, asked.body, bindings).length === 0
  );
}

/** Every name was recorded here or is published, and what narrows a list in both narrows it to the same. */
function fitsQuery(path: string, theirs: URLSearchParams, ours: URLSearchParams, bindings: Bindings): boolean {
  const names = published[path.replaceAll(id, ':id')] ?? [];
  return [...ours].every(([name, value]) => {
    const recorded = theirs.get(name);
    if (recorded === null) return names.includes(name);
    return free.has(name) || differences(recorded, value, bindings).length === 0;
  });
}

/** What a request is about, whichever part of a list it asks for. */
function narrowed(target: string): string {
  const { pathname, searchParams } = new URL(target, 'http://loopctl');
  for (const name of free) searchParams.delete(name);
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}

function describe({ identity, method, path, query, body }: Asked): string {
  return `${identity}: ${method} ${path}?${query} ${JSON.stringify(body)}`;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopctl');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const key = request.headers.authorization?.replace('Bearer ', '');
  return {
    identity: (['implementer', 'reviewer', 'orchestrator'] as const).find((one) => keys[one] === key),
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    body: chunks.length === 0 ? null : JSON.parse(Buffer.concat(chunks).toString('utf8')),
  };
}

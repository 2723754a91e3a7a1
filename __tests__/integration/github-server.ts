import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import restPaths from '../fixtures/github/rest-paths.json' with { type: 'json' };

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly authorization: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Answers one request, or drops the connection; whatever it does before is the effect that took place. */
export type Handler = (exchange: Exchange, origin: string) => Reply | Loss;
/** No answer at all, or one that ends in the middle. */
export type Loss = 'drop' | 'cut';

export interface GitHubServer extends AsyncDisposable {
  readonly github: GitHub;
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  /** Requests of a method and path (without `/repos/o/r`), in order. */
  sent(call: string): readonly Exchange[];
}

export const token = 'ghs_secret0123456789';

interface Operation {
  readonly query: readonly string[];
  readonly body?: { readonly properties: readonly string[]; readonly required: readonly string[] };
}

const operations: Readonly<Record<string, Operation>> = restPaths;

/**
 * GitHub's answers, canned, on loopback. Keys are `METHOD /path` below `/repos/o/r`, or `POST /graphql`. A request GitHub's
 * own description does not know is answered 501.
 */
export async function serveGitHub(handlers: Readonly<Record<string, Handler>>): Promise<GitHubServer> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    void readExchange(request).then((exchange) => {
      exchanges.push(exchange);
      reply(response, answer(exchange, handlers, `http://${request.headers.host}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    github: createGitHub({ token, apiUrl: url, owner: 'o', repo: 'r' }),
    url,
    exchanges,
    sent: (call) => exchanges.filter(({ method, path }) => `${method} ${path}` === call),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Each reply once, in order; the last one stays. */
export function inTurn(...replies: readonly Handler[]): Handler {
  let turn = 0;
  return (exchange, origin) => {
    const handler = replies[Math.min(turn, replies.length - 1)];
    turn += 1;
    return handler === undefined ? 'drop' : handler(exchange, origin);
  };
}

export function always(reply: Reply | Loss): Handler {
  return () => reply;
}

/** A page of what a REST list holds, with the link to the next one. */
export function paged(all: readonly unknown[], wrap: (items: readonly unknown[]) => unknown): Handler {
  return ({ query }, origin) => {
    const [size, page] = [Number(query['per_page'] ?? 30), Number(query['page'] ?? 1)];
    const hasNext = page * size < all.length;
    return {
      body: wrap(all.slice((page - 1) * size, page * size)),
      headers: hasNext ? { link: `<${origin}/next?page=${page + 1}>; rel="next"` } : {},
    };
  };
}

async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://loopback');
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname.replace(/^\/repos\/o\/r/, '')),
    query: Object.fromEntries(url.searchParams),
    body: text === '' ? undefined : JSON.parse(text),
    authorization: request.headers.authorization,
    headers: request.headers,
  };
}

function answer(exchange: Exchange, handlers: Readonly<Record<string, Handler>>, origin: string): Reply | Loss {
  const fault = findContractFault(exchange);
  if (fault !== null) return { status: 501, body: { message: fault } };
  const handler = handlers[`${exchange.method} ${exchange.path}`];
  return handler?.(exchange, origin) ?? { status: 404, body: { message: 'Not Found' } };
}

function reply(response: ServerResponse, answered: Reply | Loss): void {
  if (answered === 'drop') {
    response.destroy();
    return;
  }
  if (answered === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":', () => response.destroy());
    return;
  }
  const { status = 200, headers = {}, body } = answered;
  const isBinary = body instanceof Uint8Array;
  response.writeHead(status, {
    'content-type': isBinary ? 'application/zip' : 'application/json; charset=utf-8',
    'x-github-request-id': 'ABCD:1234',
    ...headers,
  });
  response.end(isBinary ? body : JSON.stringify(body));
}

/** What GitHub's description has against a request to the API. */
function findContractFault(exchange: Exchange): string | null {
  if (exchange.path === '/graphql' || exchange.path.startsWith('/storage/')) return null;
  const found = Object.entries(operations).find(([route]) => matches(route, exchange));
  if (found === undefined) return `GitHub has no ${exchange.method} ${exchange.path}`;
  const [route, { query, body }] = found;
  const strangeQuery = Object.keys(exchange.query).find((name) => !query.includes(name));
  if (strangeQuery !== undefined) return `${route} takes no query ${strangeQuery}`;
  const sent = Object.keys(Object(exchange.body));
  const strangeField = sent.find((name) => body?.properties.includes(name) !== true);
  if (strangeField !== undefined) return `${route} takes no field ${strangeField}`;
  const missing = body?.required.find((name) => !sent.includes(name));
  return missing === undefined ? null : `${route} needs ${missing}`;
}

function matches(route: string, { method, path }: Exchange): boolean {
  const [verb, template = ''] = route.split(' ');
  const pattern = template.replace('/repos/{owner}/{repo}', '').replaceAll(/\{\w+\}/g, '[^/]+');
  return verb === method && new RegExp(`^${pattern}$`).test(path);
}

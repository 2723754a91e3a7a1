import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import type { EngineRequest } from '../../src/loopctl/embedded/engine/call.ts';
import type { Db } from '../../src/loopctl/embedded/engine/db.ts';
import { emptyDb, withAgent } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * What happens to a request instead of its answer: another answer, or none; `lost` and `cut` come after the request has
 * had its effect.
 */
export type Fault = Reply | 'dropped' | 'lost' | 'cut';

export interface Received {
  /** Method and path below `/api/v1`. */
  readonly call: string;
  readonly key: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface TestServer extends AsyncDisposable, LoopctlServer {
  readonly received: readonly Received[];
  /** Calls that fit, as `METHOD /path`, in order. */
  calls(pattern: RegExp): readonly string[];
  /** Answers the next calls that fit with these, in turn; then as always. */
  fail(pattern: RegExp, ...faults: readonly Fault[]): void;
  /** Lets somebody else act. */
  as(actor: Actor, method: EngineRequest['method'], path: string, body?: unknown): Reply;
}

export const keys = {
  implementer: 'lc_implementer-0123456789012345678901234567',
  reviewer: 'lc_reviewer-01234567890123456789012345678901',
  orchestrator: 'lc_orchestrator-0123456789012345678901234567',
} as const;

const agents = {
  [keys.implementer]: agent('impl-1', 'agent'),
  [keys.reviewer]: agent('review-1', 'agent'),
  [keys.orchestrator]: agent('orch-1', 'orchestrator'),
} as const;

/** The embedded engine behind HTTP as a loopctl server speaks it: keys, witness header, HTML, gzip and dropped sockets. */
export async function serveLoopctl(others: Readonly<Record<string, Actor>> = {}): Promise<TestServer> {
  const actors: Readonly<Record<string, Actor | undefined>> = { ...agents, ...others };
  const received: Received[] = [];
  const faults: { readonly pattern: RegExp; readonly left: Fault[] }[] = [];
  let db: Db = ['impl-1', 'review-1'].reduce((before, name) => withAgent(before, name, 'implementer'), emptyDb(now()));
  db = withAgent(db, 'orch-1', 'orchestrator');

  function act(actor: Actor, method: EngineRequest['method'], target: string, body?: unknown): Reply {
    const { pathname: path, searchParams } = new URL(target, 'http://loopctl');
    const reply = reduce(db, { method, path, query: Object.fromEntries(searchParams), body, actor }, now());
    db = reply.db;
    return reply.response;
  }

  function answer({ key, headers, body }: Received, method: EngineRequest['method'], target: string): Reply {
    if (headers['x-loopctl-sth-bootstrap'] !== 'true') return refusal(428, 'witness header', 'witness_header_missing');
    const actor = actors[key];
    return actor === undefined ? refusal(401, 'Invalid API key') : act(actor, method, target, body);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.method ?? 'GET') as EngineRequest['method'];
    const target = request.url ?? '/';
    const one: Received = {
      call: `${method} ${new URL(target, 'http://loopctl').pathname.replace('/api/v1', '')}`,
      key: request.headers.authorization?.replace('Bearer ', '') ?? '',
      headers: request.headers,
      body: await readBody(request),
    };
    received.push(one);
    const fault = faults.find(({ pattern, left }) => left.length > 0 && pattern.test(one.call))?.left.shift();
    if (fault === 'dropped') return void request.socket.destroy();
    if (typeof fault === 'object') return send(request, response, fault);
    const reply = answer(one, method, target);
    if (fault === 'lost') return void request.socket.destroy();
    if (fault === 'cut') return cut(response, reply);
    send(request, response, reply);
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    received,
    calls: (pattern) => received.map(({ call }) => call).filter((call) => pattern.test(call)),
    fail: (pattern, ...left) => void faults.push({ pattern, left: [...left] }),
    as: act,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An actor with an agent of this name. */
export function agent(name: string, role: Actor['role']): Actor {
  return { role, agentId: identifier('agent', name), keyName: name };
}

/** A refusal in loopctl's envelope. */
export function refusal(status: number, message: string, code?: string): Reply {
  return { status, body: { error: { status, message, ...(code === undefined ? {} : { code }) } } };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const isHtml = typeof body === 'string';
  const text = isHtml ? body : JSON.stringify(body);
  const type = isHtml ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  const limits = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '299', 'x-ratelimit-reset': '0' };
  response.writeHead(status, { 'content-type': type, 'content-encoding': 'gzip', ...limits, ...headers });
  response.end(gzipSync(text), () => {
    // As the server does after an error: the connection is gone, and nothing said so.
    if (status === 404 || status >= 500) request.socket.destroySoon();
  });
}

function cut(response: ServerResponse, { status, body }: Reply): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function now(): string {
  return new Date().toISOString().replace('Z', '000Z');
}

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import type { EngineRequest } from '../../src/loopctl/embedded/engine/call.ts';
import { emptyDb } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { momentOf } from '../../src/loopctl/embedded/engine/timestamp.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { createAnswerer } from '../../src/loopctl/serve/answer-request.ts';
import { openMemoryStore } from '../../src/loopctl/serve/memory-store.ts';
import { type ServedKey, servedKey, withAgentsOf } from '../../src/loopctl/serve/served-key.ts';
import { sendWireAnswer } from '../../src/loopctl/serve/wire-answer.ts';
import { readWireRequest } from '../../src/loopctl/serve/wire-request.ts';

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
  /** Lets something happen once, right before the next call that fits is answered. */
  before(pattern: RegExp, happen: () => void): void;
  /** Lets somebody else act. */
  as(actor: Actor, method: EngineRequest['method'], path: string, body?: unknown): Reply;
}

export const keys = {
  implementer: 'lc_implementer-0123456789012345678901234567',
  reviewer: 'lc_reviewer-01234567890123456789012345678901',
  orchestrator: 'lc_orchestrator-0123456789012345678901234567',
} as const;

const agents: readonly ServedKey[] = [
  servedKey('implementer', keys.implementer, { role: 'agent', keyName: 'impl-1' }, 'impl-1'),
  servedKey('reviewer', keys.reviewer, { role: 'agent', keyName: 'review-1' }, 'review-1'),
  servedKey('orchestrator', keys.orchestrator, { role: 'orchestrator', keyName: 'orch-1' }, 'orch-1'),
];

/**
 * A loopctl server in memory, at which anything can go wrong; no limit of requests holds a test up. Its clock can be
 * behind ours.
 */
export async function serveLoopctl(others: Readonly<Record<string, Actor>> = {}, behindMs = 0): Promise<TestServer> {
  const received: Received[] = [];
  const faults: { readonly pattern: RegExp; readonly left: Fault[] }[] = [];
  const now = (): Date => new Date(Date.now() - behindMs);
  const happenings: { readonly pattern: RegExp; readonly happen: () => void }[] = [];
  const store = openMemoryStore(withAgentsOf(agents, emptyDb(momentOf(now()))), now);
  const strangers = Object.entries(others).map(([key, actor]) => ({ name: actor.keyName, key, actor, agent: null }));
  const answer = createAnswerer({ store, keys: [...agents, ...strangers], rateLimit: 1_000_000, now });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wire = await readWireRequest(request);
    const one: Received = {
      call: `${wire.method} ${wire.path.replace('/api/v1', '')}`,
      key: wire.headers.authorization?.replace('Bearer ', '') ?? '',
      headers: wire.headers,
      body: wire.body.kind === 'json' ? wire.body.value : undefined,
    };
    received.push(one);
    const fault = faults.find(({ pattern, left }) => left.length > 0 && pattern.test(one.call))?.left.shift();
    if (fault === 'dropped') return void request.socket.destroy();
    if (typeof fault === 'object') {
      const isDropped = fault.status === 404 || fault.status >= 500;
      return await sendWireAnswer(request, response, { headers: {}, ...fault, isDropped });
    }
    happenings.find(({ pattern }) => pattern.test(one.call))?.happen();
    const answered = await answer(wire);
    if (fault === 'lost') return void request.socket.destroy();
    if (fault === 'cut') return cut(response, answered);
    await sendWireAnswer(request, response, answered);
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    received,
    calls: (pattern) => received.map(({ call }) => call).filter((call) => pattern.test(call)),
    fail: (pattern, ...left) => void faults.push({ pattern, left: [...left] }),
    before: (pattern, happen) => {
      const once = {
        pattern,
        happen: () => {
          happenings.splice(happenings.indexOf(once), 1);
          happen();
        },
      };
      happenings.push(once);
    },
    as: (actor, method, target, body) => {
      const { pathname: path, searchParams } = new URL(target, 'http://loopctl');
      return store.act({ method, path, query: Object.fromEntries(searchParams), body, actor });
    },
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

function cut(response: ServerResponse, { status, body }: Reply): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

import type { Identity } from '../port.ts';
import type { LoopctlRequest, LoopctlResponse } from '../transport.ts';
import type { LoopctlServer } from './server.ts';
import { toJson } from './to-json.ts';

/** An answer, with the headers that say how much more may be asked. */
export interface Answer extends LoopctlResponse {
  readonly headers: Headers;
}

/** An import of some thousand stories takes a server a good while. */
const answerLimitMs = 60_000;

/**
 * Sends one request and reads its whole answer; an answer that is no JSON is its text. Each has a connection of its own:
 * the server drops one after many an error without saying so, and the next request on it would be lost.
 */
export async function exchange(server: LoopctlServer, identity: Identity, request: LoopctlRequest): Promise<Answer> {
  const response = await fetch(addressOf(server.url, request), {
    method: request.method,
    headers: {
      authorization: `Bearer ${server.keys[identity]}`,
      accept: 'application/json',
      connection: 'close',
      // A tree head that is remembered can halt the tenant; this is accepted every time.
      'x-loopctl-sth-bootstrap': 'true',
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(request.body === undefined ? {} : { body: toJson(request.body) }),
    // To follow one could hand the key to somebody else.
    redirect: 'manual',
    signal: AbortSignal.timeout(answerLimitMs),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

function addressOf(url: string, { path, query = {} }: LoopctlRequest): URL {
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/$/, '')}${path}`;
  address.search = new URLSearchParams(query).toString();
  return address;
}

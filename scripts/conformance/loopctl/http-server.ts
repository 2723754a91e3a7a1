import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { ConformanceRequest, ConformanceServer } from './replay.ts';

/** A loopctl server at an address, asked with these keys; a limit of requests is waited for. */
export function createHttpServer(url: string, keys: ConformanceServer['keys']): ConformanceServer {
  return { keys, now: () => new Date(), send: (request) => send(url, request) };
}

async function send(url: string, request: ConformanceRequest): Promise<Answer> {
  for (;;) {
    const response = await exchange(url, request);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    if (response.status !== 429) return { status: response.status, body: isJson ? JSON.parse(text) : text };
    await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
  }
}

const json = { 'content-type': 'application/json' } as const;

/** Over a connection of its own: a server may drop one after an error and say nothing. */
async function exchange(url: string, { method, target, headers, body }: ConformanceRequest): Promise<Response> {
  const own = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return await fetch(`${url.replace(/\/$/, '')}${target}`, {
    method,
    headers: { ...(body === undefined ? {} : json), ...Object.fromEntries(own), connection: 'close' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

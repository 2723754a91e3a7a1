import type { Actor } from '../embedded/engine/actor.ts';
import type { EngineRequest } from '../embedded/engine/call.ts';
import { isIdentifier } from '../embedded/engine/identifier.ts';
import { actorOfKey, hashOfKey } from '../embedded/engine/keys.ts';
import { findRoute } from '../embedded/engine/reduce.ts';
import { momentOf } from '../embedded/engine/timestamp.ts';
import { answerOpenly } from './open-pages.ts';
import { createRateLimit } from './rate-limit.ts';
import { mintKey, type ServedKey } from './served-key.ts';
import type { ServedStore } from './served-store.ts';
import { jsonAnswer, pageAnswer, refusalAnswer, type WireAnswer } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';
import { readWitness } from './witness.ts';

export interface AnsweringOptions {
  readonly store: ServedStore;
  readonly keys: readonly ServedKey[];
  /** Requests a minute and key; what the tenant sets, or loopctl's own 300, unless told. */
  readonly rateLimit?: number;
  readonly now: () => Date;
}

export type AnswerRequest = (request: WireRequest) => Promise<WireAnswer>;

const usualRateLimit = 300;

/**
 * How loopctl answers: what it cannot read and what it does not know before it asks who is there; then who that is, how
 * much more may be asked, and whether a witness header is there, before anything is done.
 */
export function createAnswerer({ store, keys, rateLimit, now }: AnsweringOptions): AnswerRequest {
  const actors = new Map(keys.map(({ key, actor }) => [hashOfKey(key), actor]));
  const allow = createRateLimit(now);

  function actorOf(key: string): Actor | null {
    const hash = hashOfKey(key);
    return actors.get(hash) ?? actorOfKey(store.db(), hash, momentOf(now()));
  }

  async function answerTo(actor: Actor, key: string, request: WireRequest): Promise<WireAnswer> {
    const allowance = allow(key, rateLimit ?? limitOf(store));
    if (allowance.isExceeded) return withHeaders(refusalAnswer(429, 'Rate limit exceeded'), allowance.headers);
    const witness = readWitness(request.headers);
    if (witness.kind === 'refused') return withHeaders(witness.answer, allowance.headers);
    return withHeaders(await run(store, request, actor), { ...allowance.headers, ...witness.headers });
  }

  return async (request) => {
    const early = answerOpenly(request.method, request.path) ?? refuseUnread(request);
    if (early !== null) return early;
    const key = readKey(request);
    if (key === null) return refusalAnswer(401, 'Unauthorized');
    const actor = actorOf(key);
    return actor === null ? refusalAnswer(401, 'Invalid API key') : await answerTo(actor, key, request);
  };
}

/** What is answered with a page, whoever asks. */
function refuseUnread({ method, path, headers, body }: WireRequest): WireAnswer | null {
  if (body.kind === 'too_large') return pageAnswer(413);
  if (body.kind === 'malformed') return pageAnswer(400, { isDropped: true });
  if (!isMethod(method) || findRoute({ method, path }) === null) return pageAnswer(404);
  return isJsonWelcome(headers.accept) ? null : pageAnswer(406);
}

async function run(store: ServedStore, request: WireRequest, actor: Actor): Promise<WireAnswer> {
  const { method, path, query, body } = request;
  if (!isMethod(method)) return pageAnswer(404);
  const value = body.kind === 'json' ? body.value : undefined;
  // Whatever makes a key takes this one: there is nothing random in the engine.
  const freshKey = mintKey();
  const { status, body: answered } = await store.run({ method, path, query, body: value, actor, freshKey });
  const id = findRoute({ method, path })?.id ?? null;
  const answer = jsonAnswer(status, answered);
  return id === null || isIdentifier(id) ? answer : { ...answer, isDropped: true };
}

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

function isMethod(method: string): method is EngineRequest['method'] {
  return methods.has(method);
}

function isJsonWelcome(accept = '*/*'): boolean {
  return /json|\*\/\*|application\/\*/.test(accept);
}

function readKey({ headers }: WireRequest): string | null {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

function limitOf(store: ServedStore): number {
  const limit = store.db().tenant.settings['rate_limit_requests_per_minute'];
  return typeof limit === 'number' && limit > 0 ? limit : usualRateLimit;
}

function withHeaders(answer: WireAnswer, headers: WireAnswer['headers']): WireAnswer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { ZodError } from 'zod';
import type { Caller } from '../auth/tokens.ts';
import type { Services } from '../services.ts';
import { rateHeaders, windowOf } from './rate-limit.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** GitHub's body of a refusal. */
export function errorBody(status: number, message: string, errors?: readonly unknown[]): unknown {
  const documentation_url = 'https://docs.github.com/rest';
  return { message, ...(errors === undefined ? {} : { errors }), documentation_url, status: String(status) };
}

/** The refusal of a request body that has not the form it should have. */
export function invalidBody(error: ZodError): unknown {
  const errors = error.issues.map(({ path, message }) => ({ code: 'invalid', field: path.join('.'), message }));
  return errorBody(422, 'Invalid request.', errors);
}

/** Sends an answer with the headers GitHub sends, counts the request, and says 304 when the caller has it already. */
export function finish(context: Context, services: Services, caller: Caller | undefined, answer: ApiAnswer): Response {
  const text = answer.body === undefined ? null : JSON.stringify(answer.body);
  const etag = answer.status === 200 && text !== null ? etagOf(text) : '';
  const isKnown = etag !== '' && context.req.method === 'GET' && context.req.header('if-none-match') === etag;
  const status = isKnown ? 304 : answer.status;
  const body = isKnown ? null : text;
  if (caller !== undefined) services.meter.count(caller, isKnown ? 'notModified' : 'rest');
  tell(context, services, caller, status, body?.length ?? 0);
  const headers = new Headers({ ...commonHeaders(services, caller), ...answer.headers });
  if (etag !== '') headers.set('etag', etag);
  if (body !== null) headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(body, { status, headers });
}

function commonHeaders({ site, meter }: Services, caller: Caller | undefined): Readonly<Record<string, string>> {
  return {
    date: new Date(site.now()).toUTCString(),
    'x-github-request-id': randomBytes(10).toString('hex').toUpperCase(),
    'x-github-api-version-selected': '2022-11-28',
    ...(site.conditions.edition === 'github.com' ? {} : { 'x-github-enterprise-version': '3.14.0' }),
    ...(caller === undefined ? {} : rateHeaders(windowOf(site, meter, caller, 'core'))),
  };
}

function etagOf(text: string): string {
  return `W/"${createHash('sha1').update(text).digest('hex')}"`;
}

function tell(context: Context, { site }: Services, caller: Caller | undefined, status: number, bytes: number): void {
  site.answered({
    kind: 'request',
    transport: 'rest',
    method: context.req.method,
    path: new URL(context.req.url).pathname.replace('/api/v3', ''),
    status,
    tokenId: caller?.tokenId ?? null,
    tokenKind: caller?.kind ?? null,
    jobId: caller?.jobId ?? null,
    bytes,
  });
}

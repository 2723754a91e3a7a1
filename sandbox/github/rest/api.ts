import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ZodError } from 'zod';
import type { RunnerCommands } from '../actions/host.ts';
import { type Need, permits } from '../auth/permissions.ts';
import { type Caller, callerOf, type RequestMeter, roleOf, tokenIn } from '../auth/tokens.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import { countedWindow, type RateWindow } from './rate-limit.ts';

/** What a route has to work with besides the request. */
export interface Services {
  readonly site: Site;
  readonly outbox: TriggerOutbox;
  readonly commands: RunnerCommands;
  readonly meter: RequestMeter;
}

export interface ApiRequest extends Services {
  readonly caller: Caller;
  readonly url: URL;
  readonly body: unknown;
  param(name: string): string;
  /** A parameter that is a number; anything else is not found. */
  number(name: string): number;
  query(name: string): string | undefined;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v3`; `{repo}` stands for `/repos/:owner/:repo`. */
  readonly path: string;
  /** What the token needs; null when any live token will do. */
  readonly need: Need | null;
  answer(request: ApiRequest): ApiAnswer | Promise<ApiAnswer>;
}

export const documentation = 'https://docs.github.com/rest';

/** The API as a fetch handler: finds the route, checks token and permission, answers, counts. */
export function createApi(services: Services, routes: readonly Route[]): Hono {
  const { site } = services;
  const app = new Hono({ strict: false });
  for (const route of routes) {
    const path = `/api/v3${route.path.replace('{repo}', '/repos/:owner/:repo')}`;
    app.on(route.method, path, (context) => serve(context, services, route));
  }
  app.notFound((context) => {
    const caller = callerOf(site, tokenIn(context.req.header('authorization')) ?? '');
    return finish(context, services, caller, { status: 404, body: errorBody(404, 'Not Found') });
  });
  return app;
}

async function serve(context: Context, services: Services, route: Route): Promise<Response> {
  const { site } = services;
  const caller = callerOf(site, tokenIn(context.req.header('authorization')) ?? '');
  if (caller === undefined) {
    const message = context.req.header('authorization') === undefined ? 'Requires authentication' : 'Bad credentials';
    return finish(context, services, caller, { status: 401, body: errorBody(401, message) });
  }
  const answer =
    refuseCaller(site, caller, route.need) ??
    refuseRepository(site, context) ??
    (await answerOf(context, services, caller, route));
  return finish(context, services, caller, answer);
}

async function answerOf(context: Context, services: Services, caller: Caller, route: Route): Promise<ApiAnswer> {
  try {
    return await route.answer(await readRequest(context, services, caller));
  } catch (error) {
    if (error instanceof Refusal)
      return { status: error.status, body: errorBody(error.status, error.message, error.errors) };
    if (error instanceof ZodError) return { status: 422, body: invalidBody(error) };
    throw error;
  }
}

async function readRequest(context: Context, services: Services, caller: Caller): Promise<ApiRequest> {
  const text = context.req.method === 'GET' ? '' : await context.req.text();
  const param = (name: string): string => context.req.param(name) ?? '';
  return {
    ...services,
    caller,
    url: new URL(context.req.url),
    body: text === '' ? {} : parseJson(text),
    param,
    number: (name) => {
      if (!/^\d+$/.test(param(name))) throw new Refusal(404, 'Not Found');
      return Number(param(name));
    },
    query: (name) => context.req.query(name),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}

function refuseCaller(site: Site, caller: Caller, need: Need | null): ApiAnswer | null {
  if (need === null) return null;
  if (caller.kind === 'user' && roleOf(site, caller.login) === 'none')
    return { status: 404, body: errorBody(404, 'Not Found') };
  if (permits(caller.permissions, need)) return null;
  const holder = caller.kind === 'user' ? 'personal access token' : 'integration';
  return {
    status: 403,
    body: errorBody(403, `Resource not accessible by ${holder}`),
    headers: { 'x-accepted-github-permissions': `${need.permission}=${need.level}` },
  };
}

function refuseRepository(site: Site, context: Context): ApiAnswer | null {
  const { owner, repo } = context.req.param();
  if (owner === undefined) return null;
  const isOurs = owner === site.repo().owner && repo === site.repo().name;
  return isOurs ? null : { status: 404, body: errorBody(404, 'Not Found') };
}

function errorBody(status: number, message: string, errors?: readonly unknown[]): unknown {
  return {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: documentation,
    status: String(status),
  };
}

function invalidBody(error: ZodError): unknown {
  const errors = error.issues.map((issue) => ({
    code: 'invalid',
    field: issue.path.join('.'),
    message: issue.message,
  }));
  return errorBody(422, 'Invalid request.', errors);
}

function finish(context: Context, services: Services, caller: Caller | undefined, answer: ApiAnswer): Response {
  const { site, meter } = services;
  const window: RateWindow | null = caller === undefined ? null : countedWindow(site, meter, caller, 'core');
  const text = answer.body === undefined ? null : JSON.stringify(answer.body);
  const headers = { ...commonHeaders(window), ...answer.headers };
  const tagged = context.req.method === 'GET' && answer.status === 200 && text !== null ? { etag: etagOf(text) } : {};
  const known = 'etag' in tagged && context.req.header('if-none-match') === tagged.etag;
  const status = known ? 304 : answer.status;
  site.answered({
    kind: 'request',
    transport: 'rest',
    method: context.req.method,
    path: new URL(context.req.url).pathname.replace('/api/v3', ''),
    status,
    tokenId: caller?.tokenId ?? null,
    tokenKind: caller?.kind ?? null,
    jobId: caller?.jobId ?? null,
    bytes: known ? 0 : (text?.length ?? 0),
  });
  if (known || text === null) return context.body(null, status as ContentfulStatusCode, { ...headers, ...tagged });
  return context.body(text, status as ContentfulStatusCode, {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
    ...tagged,
  });
}

function commonHeaders(window: RateWindow | null): Readonly<Record<string, string>> {
  return {
    'x-github-request-id': createHash('sha1')
      .update(`${process.hrtime.bigint()}`)
      .digest('hex')
      .slice(0, 20)
      .toUpperCase(),
    'x-github-api-version-selected': '2022-11-28',
    ...(window === null
      ? {}
      : {
          'x-ratelimit-limit': String(window.limit),
          'x-ratelimit-remaining': String(window.remaining),
          'x-ratelimit-used': String(window.used),
          'x-ratelimit-reset': String(window.reset),
          'x-ratelimit-resource': window.resource,
        }),
  };
}

function etagOf(text: string): string {
  return `W/"${createHash('sha1').update(text).digest('hex')}"`;
}

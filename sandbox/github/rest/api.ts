import { type Context, Hono } from 'hono';
import { ZodError } from 'zod';
import { type Need, permits } from '../auth/permissions.ts';
import { type Caller, callerOf, roleOf, tokenIn } from '../auth/tokens.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Services } from '../services.ts';
import type { Site } from '../site.ts';
import { type ApiAnswer, errorBody, finish, invalidBody } from './answering.ts';

export interface ApiRequest extends Services {
  readonly caller: Caller;
  readonly url: URL;
  readonly body: unknown;
  param(name: string): string;
  /** A parameter that is a number; anything else is not found. */
  number(name: string): number;
  query(name: string): string | undefined;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v3`; `{repo}` stands for `/repos/:owner/:repo`. */
  readonly path: string;
  /** What the token needs; null when any live token will do. */
  readonly need: Need | null;
  answer(request: ApiRequest): ApiAnswer | Promise<ApiAnswer>;
}

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
  app.onError((error, context) => {
    const body = errorBody(500, error.stack ?? error.message);
    return finish(context, services, undefined, { status: 500, body });
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

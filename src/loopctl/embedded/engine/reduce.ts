import type { Role } from './actor.ts';
import { notFound, refuse } from './answer.ts';
import type { Call, EngineRequest, Reply } from './call.ts';
import { type Db, tick } from './db.ts';
import { objectOrEmpty } from './field.ts';
import { isIdentifier } from './identifier.ts';
import type { Access, Route } from './route.ts';
import { routes } from './routes.ts';
import { latest } from './timestamp.ts';

/**
 * Answers one request as a loopctl server would: the next database and the response. Nothing but the arguments counts,
 * a read changes nothing, and whatever is refused leaves the very same database.
 */
export function reduce(db: Db, request: EngineRequest, now: string): Reply {
  const found = findRoute(request);
  if (found === null) {
    return { db, response: { status: 404, body: '<!DOCTYPE html><title>Page not found - loopctl</title>' } };
  }
  const { actor, body, query, freshKey = null } = request;
  const refusal = refuseRole(db, actor.role, found.route.access);
  if (refusal !== null) {
    return refusal;
  }
  if (found.id !== null && !isIdentifier(found.id)) {
    return notFound(db);
  }
  const { id, part } = found;
  const moment = latest(db.clock, now);
  const call: Call = { actor, id: id ?? '', part, query, body: objectOrEmpty(body), now: moment, freshKey };
  const reply = found.route.handle(request.method === 'GET' ? db : advance(db, now), call);
  return reply.response.status >= 400 || request.method === 'GET' ? { db, response: reply.response } : reply;
}

/** Every request has a moment of its own, later than all before, even where the clock stood still or went back. */
function advance(db: Db, now: string): Db {
  const next = tick(db);
  return { ...next, clock: latest(next.clock, now) };
}

export interface FoundRoute {
  readonly route: Route;
  /** What stands in the path in an identifier's place; null where none has one. */
  readonly id: string | null;
  /** What stands in the place of what else is told apart by. */
  readonly part: string;
}

const compiled = routes.map((route) => ({
  route,
  segments: `/api/v1${route.path}`.split('/'),
}));

/** The call that a method and a path name; null where there is none, whoever asks. */
export function findRoute(request: Pick<EngineRequest, 'method' | 'path'>): FoundRoute | null {
  const segments = request.path.split('/');
  for (const { route, segments: pattern } of compiled) {
    if (route.method === request.method && fits(pattern, segments)) {
      const [place, other] = [pattern.indexOf(':id'), pattern.indexOf(':version')];
      return { route, id: segments[place]?.toLowerCase() ?? null, part: segments[other] ?? '' };
    }
  }
  return null;
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index]))
  );
}

const rank = { agent: 0, orchestrator: 1, user: 2 } as const satisfies Readonly<Record<Role, number>>;

function refuseRole(db: Db, role: Role, access: Access): Reply | null {
  if ('exactly' in access) {
    return access.exactly.includes(role) ? null : refuse(db, 403, `This endpoint requires the ${access.named} role`);
  }
  return rank[role] >= rank[access.atLeast]
    ? null
    : refuse(db, 403, `Insufficient permissions. Required role: ${access.atLeast}`);
}

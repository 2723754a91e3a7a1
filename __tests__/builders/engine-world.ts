import { seededDb } from '../../scripts/conformance/loopctl/seed.ts';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import type { EngineRequest, EngineResponse } from '../../src/loopctl/embedded/engine/call.ts';
import type { Db } from '../../src/loopctl/embedded/engine/db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';

/** Who asks the engine, by the names of the recordings. */
export const actors = {
  user: { role: 'user', agentId: null, keyName: 'user' },
  orchestrator: { role: 'orchestrator', agentId: identifier('agent', 'orch-1'), keyName: 'orch' },
  confused: { role: 'orchestrator', agentId: identifier('agent', 'impl-1'), keyName: 'orch-as-impl' },
  implementer: { role: 'agent', agentId: identifier('agent', 'impl-1'), keyName: 'impl' },
  reviewer: { role: 'agent', agentId: identifier('agent', 'review-1'), keyName: 'review' },
  unlinked: { role: 'agent', agentId: null, keyName: 'unlinked' },
} as const satisfies Readonly<Record<string, Actor>>;

/** When everything happens that says no other time. */
export const noon = '2026-11-22T12:00:00.000000Z';

export interface EngineWorld {
  db: Db;
  /** Asks `METHOD /path?query`, below `/api/v1`. */
  ask(actor: Actor, call: string, body?: unknown, extras?: AskExtras): EngineResponse;
}

interface AskExtras {
  readonly at?: string;
  readonly freshKey?: string;
}

/** The engine with the database given: unless told, that of the recordings before anything was recorded. */
export function createEngineWorld(db: Db = seededDb(noon)): EngineWorld {
  const world: EngineWorld = {
    db,
    ask(actor, call, body, { at = noon, ...extras } = {}) {
      const [method = '', target = ''] = call.split(' ');
      const { pathname: path, searchParams } = new URL(`/api/v1${target}`, 'http://loopctl');
      const query = Object.fromEntries(searchParams);
      const request = { method: method as EngineRequest['method'], path, query, body, actor, ...extras };
      const reply = reduce(world.db, request, at);
      world.db = reply.db;
      return reply.response;
    },
  };
  return world;
}

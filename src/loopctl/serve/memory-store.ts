import type { EngineRequest, EngineResponse } from '../embedded/engine/call.ts';
import type { Db } from '../embedded/engine/db.ts';
import { reduce } from '../embedded/engine/reduce.ts';
import { momentOf } from '../embedded/engine/timestamp.ts';
import type { ServedStore } from './served-store.ts';

export interface MemoryStore extends ServedStore {
  /** Answers at once. */
  act(request: EngineRequest): EngineResponse;
}

/** Keeps a database for as long as this process lives. */
export function openMemoryStore(db: Db, now: () => Date): MemoryStore {
  let current = db;
  function act(request: EngineRequest): EngineResponse {
    const reply = reduce(current, request, momentOf(now()));
    current = reply.db;
    return reply.response;
  }
  return { db: () => current, act, run: (request) => Promise.resolve(act(request)) };
}

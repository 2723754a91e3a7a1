import type { EngineRequest, EngineResponse } from '../embedded/engine/call.ts';
import type { Db } from '../embedded/engine/db.ts';

/** Where what is served is kept. */
export interface ServedStore {
  /** The database as it was last seen. */
  db(): Db;
  /** Answers a request when what it changed is lasting. */
  run(request: EngineRequest): Promise<EngineResponse>;
}

import type { EngineResponse } from '../../../src/loopctl/embedded/engine/call.ts';
import type { Db } from '../../../src/loopctl/embedded/engine/db.ts';
import { actorOfKey, hashOfKey } from '../../../src/loopctl/embedded/engine/keys.ts';
import { reduce } from '../../../src/loopctl/embedded/engine/reduce.ts';
import { momentOf } from '../../../src/loopctl/embedded/engine/timestamp.ts';
import type { ConformanceRequest, ConformanceServer } from './replay.ts';
import { recordedKeys, seededDb } from './seed.ts';

/** The engine by itself, without HTTP, in a world as the recorder's was; its clock goes ten milliseconds a request. */
export function createEngineServer(start: Date): ConformanceServer {
  let moment = start.getTime();
  let keysGiven = 0;
  let db: Db = seededDb(momentOf(start));

  function send({ method, target, headers, body }: ConformanceRequest): EngineResponse {
    moment += 10;
    const now = momentOf(new Date(moment));
    const actor = actorOfKey(db, hashOfKey((headers['authorization'] ?? '').replace('Bearer ', '')), now);
    if (actor === null) {
      return { status: 401, body: { error: { message: 'Invalid API key', status: 401 } } };
    }
    keysGiven += 1;
    const freshKey = `lc_${String(keysGiven).padStart(40, '0')}`;
    const { pathname: path, searchParams } = new URL(target, 'http://loopctl');
    const request = { method, path: decodeURIComponent(path), query: Object.fromEntries(searchParams), body, actor };
    const reply = reduce(db, { ...request, freshKey }, now);
    db = reply.db;
    return reply.response;
  }

  return {
    keys: recordedKeys,
    now: () => new Date(moment),
    waitUntil: (later) => {
      moment = Math.max(moment, later.getTime());
    },
    send: (request) => Promise.resolve(send(request)),
  };
}

import { momentOf } from '../../../src/loopctl/embedded/engine/timestamp.ts';
import { openMemoryStore } from '../../../src/loopctl/serve/memory-store.ts';
import { type ServedLoopctl, serveLoopctl } from '../../../src/loopctl/serve/serve.ts';
import { createHttpServer } from './http-server.ts';
import type { Scenario } from './recording.ts';
import { type Judged, replay } from './replay.ts';
import { recordedKeys, seededDb } from './seed.ts';

/** Holds up no replay: loopctl's own limit is held by a test. */
const noLimit = 1_000_000;

/** Before the recorder began, its tenant had been made. */
const seededBeforeMs = 60_000;

/** Replays these scenarios of our store over HTTP; its clock starts before the recorder's and goes 10 ms a request. */
export async function replayServed(scenarios: readonly Scenario[]): Promise<readonly Judged[]> {
  let moment = (scenarios[0]?.recordedAt?.getTime() ?? Date.now()) - seededBeforeMs;
  const now = (): Date => new Date(moment);
  await using served = await serveRecordedTenant(now);
  const { keys, send } = createHttpServer(served.url, recordedKeys);
  return await replay(scenarios, {
    keys,
    now,
    waitUntil: (later) => {
      moment = Math.max(moment, later.getTime());
    },
    send: async (request) => {
      moment += 10;
      return await send(request);
    },
  });
}

/** The tenant as the recordings found it, served over HTTP. */
export async function serveRecordedTenant(now: () => Date): Promise<ServedLoopctl> {
  const store = openMemoryStore(seededDb(momentOf(now())), now);
  return await serveLoopctl({ store, keys: [], rateLimit: noLimit, now });
}

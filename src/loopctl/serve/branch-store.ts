import { RemoteError } from '../../errors.ts';
import type { EngineRequest, EngineResponse } from '../embedded/engine/call.ts';
import type { Db } from '../embedded/engine/db.ts';
import { reduce } from '../embedded/engine/reduce.ts';
import { momentOf } from '../embedded/engine/timestamp.ts';
import { openStoredDb, type StoredDbOptions } from '../embedded/stored-db.ts';
import type { ServedStore } from './served-store.ts';

export interface BranchStoreOptions extends StoredDbOptions {
  /** What has to be there beside what was read. */
  readonly furnish: (db: Db) => Db;
}

/** How often requests are answered anew of what somebody else wrote meanwhile. */
const attempts = 5;

/** For so long the branch is believed to stand where it was last read or written. */
const freshMs = 1000;

interface Turn {
  readonly request: EngineRequest;
  readonly resolve: (response: EngineResponse) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Keeps a database on its branch, which others may write too. Requests that come while the branch is read or written
 * wait, and are then answered in turn and made lasting by one write; where somebody else was faster they are answered
 * anew, since nobody has heard of the first answers.
 */
export async function openBranchStore(options: BranchStoreOptions): Promise<ServedStore> {
  const stored = await openStoredDb(options);
  let waiting: Turn[] = [];
  let isWorking = false;
  let seenAt = performance.now();

  async function work(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) {
      const turns = waiting;
      waiting = [];
      await answer(turns).catch((error: unknown) => {
        for (const { reject } of turns) reject(error);
      });
    }
    isWorking = false;
  }

  async function answer(turns: readonly Turn[]): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (performance.now() - seenAt > freshMs) await stored.refresh();
      const before = options.furnish(stored.db());
      const { db, responses } = runAll(turns, before, options.now());
      if (db === before || (await stored.write(db, nameOf(turns)))) {
        seenAt = performance.now();
        turns.forEach(({ resolve }, index) => {
          resolve(responses[index] ?? { status: 500, body: null });
        });
        return;
      }
      await stored.reload();
    }
    const facts = { request: 'push of the state branch', status: 409, requestId: null, retryable: true };
    throw new RemoteError(`The state branch was written by somebody else ${attempts} times while we tried.`, facts);
  }

  return {
    db: () => options.furnish(stored.db()),
    run: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        if (!isWorking) void work();
      }),
  };
}

function runAll(
  turns: readonly Turn[],
  before: Db,
  now: Date,
): { readonly db: Db; readonly responses: readonly EngineResponse[] } {
  let db = before;
  const responses = turns.map(({ request }) => {
    const reply = reduce(db, request, momentOf(now));
    db = reply.db;
    return reply.response;
  });
  return { db, responses };
}

/** What a commit's message says: the calls that may have changed something. */
function nameOf(turns: readonly Turn[]): string {
  const calls = turns
    .filter(({ request }) => request.method !== 'GET')
    .map(({ request }) => `${request.method} ${request.path.replace('/api/v1', '')}`);
  return calls.length > 1 ? `${calls[0]} and ${calls.length - 1} more` : (calls[0] ?? 'Serve');
}

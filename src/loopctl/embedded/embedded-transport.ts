import { setTimeout as sleep } from 'node:timers/promises';
import { RemoteError } from '../../errors.ts';
import { StoredStateConflict } from '../loopctl-error.ts';
import type { Identities, Identity } from '../port.ts';
import type { LoopctlRequest, LoopctlResponse, Transport } from '../transport.ts';
import { actorOf, embeddedIdentities } from './embedded-identities.ts';
import type { EngineRequest, EngineResponse } from './engine/call.ts';
import type { Db } from './engine/db.ts';
import { reduce } from './engine/reduce.ts';
import { momentOf } from './engine/timestamp.ts';
import { openStoredDb, type StoredDb, type StoredDbOptions } from './stored-db.ts';

interface LoggedRequest {
  readonly request: EngineRequest;
  readonly now: string;
  readonly status: number;
}

/** How often a write that lost a race is made again from what the winner wrote. */
const attempts = 5;

/**
 * loopctl inside this process: the store's branch is read once, requests run against the database in memory, and
 * `flush` writes the files that changed by compare-and-swap. Lost a race, what was asked since the last flush is asked
 * again of what the winner wrote, and must be answered the same. A save of state is flushed at once: it is how a lease
 * is won, and the loser is answered 409.
 */
export async function openEmbeddedTransport(options: StoredDbOptions): Promise<Transport> {
  const session = await openSession(options);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    identities: () => Promise.resolve<Identities>(embeddedIdentities),
    send: (identity, request) => inTurn(() => send(session, identity, request)),
    flush: (message) => inTurn(() => flush(session, message)),
    reload: () => inTurn(() => refresh(session)),
  };
}

interface Session {
  readonly now: () => Date;
  readonly stored: StoredDb;
  db: Db;
  log: readonly LoggedRequest[];
}

async function openSession(options: StoredDbOptions): Promise<Session> {
  const stored = await openStoredDb(options);
  return { now: options.now, stored, db: stored.db(), log: [] };
}

async function send(session: Session, identity: Identity, request: LoopctlRequest): Promise<LoopctlResponse> {
  const { method, path, query = {}, body } = request;
  const logged = {
    request: { method, path, query, body, actor: actorOf(identity) },
    now: momentOf(session.now()),
  };
  const response = run(session, logged);
  if (method === 'PUT' && response.status < 400) {
    return await flushSave(session, response);
  }
  return response;
}

/** Runs a request against the database in memory and remembers it when it changed something. */
function run(session: Session, { request, now }: Omit<LoggedRequest, 'status'>): EngineResponse {
  const { db, response } = reduce(session.db, request, now);
  if (db !== session.db) {
    session.db = db;
    session.log = [...session.log, { request, now, status: response.status }];
  }
  return response;
}

/** Flushes with a save of state as the last request; when only the save lost a race, its new answer is the result. */
async function flushSave(session: Session, response: EngineResponse): Promise<LoopctlResponse> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await write(session, 'Save the state')) {
      return response;
    }
    const save = session.log.at(-1);
    session.log = session.log.slice(0, -1);
    await replay(session);
    const again = save === undefined ? response : run(session, save);
    if (again.status >= 400) {
      return again;
    }
    await pause(attempt);
  }
  throw tooManyRaces();
}

async function flush(session: Session, message: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await write(session, message)) {
      return;
    }
    await replay(session);
    await pause(attempt);
  }
  throw tooManyRaces();
}

/** Writes what was asked since the last time; false when somebody else wrote since the store was read. */
async function write(session: Session, message: string): Promise<boolean> {
  if (session.log.length === 0) return true;
  if (!(await session.stored.write(session.db, message))) return false;
  session.log = [];
  return true;
}

async function refresh(session: Session): Promise<void> {
  const { stored, log } = session;
  await (log.length > 0 ? stored.reload() : stored.refresh());
  session.db = stored.db();
  session.log = [];
}

async function reload(session: Session): Promise<void> {
  await session.stored.reload();
  session.db = session.stored.db();
  session.log = [];
}

/** Asks again, of what another writer left, what was asked since the last flush; all or nothing of it stands. */
async function replay(session: Session): Promise<void> {
  const { log } = session;
  await reload(session);
  const { db } = session;
  for (const logged of log) {
    const { status } = run(session, logged);
    if (status !== logged.status) {
      session.db = db;
      session.log = [];
      const { method, path } = logged.request;
      throw new StoredStateConflict(`${method} ${path} was answered ${logged.status} before and ${status} after it`);
    }
  }
}

/** Writers that lost at the same moment should not meet again at the same moment. */
function pause(attempt: number): Promise<unknown> {
  return attempt === 0 ? Promise.resolve() : sleep(attempt * 50 * Math.random());
}

function tooManyRaces(): RemoteError {
  const facts = { request: 'push of the state branch', status: 409, requestId: null, retryable: true };
  return new RemoteError(`The state branch was written by somebody else ${attempts} times while we tried.`, facts);
}

import type { Actor } from './actor.ts';
import type { Db } from './db.ts';

export interface EngineRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly actor: Actor;
  /** A key that nobody has yet, for a call that hands one out: the engine itself has no randomness. */
  readonly freshKey?: string;
}

export interface EngineResponse {
  readonly status: number;
  readonly body: unknown;
}

/** What a handler is given: the request with its path taken apart and its body an object. */
export interface Call {
  readonly actor: Actor;
  /** The identifier in the path; empty where the path has none. */
  readonly id: string;
  /** What else the path names; empty where it names nothing else. */
  readonly part: string;
  /** When it is asked, never before anything that was written. */
  readonly now: string;
  readonly freshKey: string | null;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly db: Db;
  readonly response: EngineResponse;
}

/** Answers one call; the time is `db.clock`, and a refusal's database is thrown away. */
export type Handler = (db: Db, call: Call) => Reply;

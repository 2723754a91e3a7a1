import type { Db } from '../embedded/engine/db.ts';
import { readKeys } from './read-keys.ts';
import { serveLoopctl } from './serve.ts';
import { withAgentsOf } from './served-key.ts';
import type { ServedStore } from './served-store.ts';

export interface RunServeOptions {
  /** Opens what is to be served, with these agents in it. */
  readonly openStore: (furnish: (db: Db) => Db) => Promise<ServedStore>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of a keys file; null without one. */
  readonly keysFile: string | null;
  readonly port?: number;
  readonly rateLimit?: number;
  readonly now: () => Date;
  /** Takes a line for people: keys that were made are told here, once, and never again. */
  readonly write: (line: string) => void;
  /** A line for each answer. */
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Serves a store until the signal comes; whoever reads the lines knows the address and every new key. */
export async function runServe({
  openStore,
  environment,
  keysFile,
  write,
  log,
  signal,
  ...rest
}: RunServeOptions): Promise<void> {
  const { keys, minted } = readKeys(environment, keysFile);
  const store = await openStore((db) => withAgentsOf(keys, db));
  await using served = await serveLoopctl({
    ...rest,
    store,
    keys,
    onAnswered: ({ method, path, status, ms }) => log(`${status} ${method} ${path} ${Math.round(ms)} ms`),
    onTrouble: (error) => log(error instanceof Error ? error.message : String(error)),
  });
  write(`LOOPCTL_SERVER=${served.url}`);
  for (const { name, key } of minted) write(`${name}=${key}`);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

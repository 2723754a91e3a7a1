import { emptyDb } from '../loopctl/embedded/engine/empty-db.ts';
import { momentOf } from '../loopctl/embedded/engine/timestamp.ts';
import { openBranchStore } from '../loopctl/serve/branch-store.ts';
import { openMemoryStore } from '../loopctl/serve/memory-store.ts';
import { runServe } from '../loopctl/serve/run-serve.ts';
import { type Given, isGiven, readCount, readText } from './given.ts';
import type { Session } from './session.ts';

/** Serves the store that is meant until a person interrupts; there is nothing to print then. */
export async function serveStore(session: Session, given: Given): Promise<null> {
  const { say, environment, untilInterrupted } = session;
  const [keys, port, rateLimit] = [readText(given, 'keys'), readCount(given, 'port'), readCount(given, 'rate-limit')];
  await runServe({
    openStore: async (furnish) => {
      const now = (): Date => new Date();
      if (isGiven(given, 'memory')) return openMemoryStore(furnish(emptyDb(momentOf(now()))), now);
      return await openBranchStore({ ...(await session.repository()).stored, furnish });
    },
    environment,
    keysFile: keys === null ? null : await session.readFile(keys),
    ...(port === null ? {} : { port }),
    ...(rateLimit === null ? {} : { rateLimit }),
    now: () => new Date(),
    write: session.write,
    log: isGiven(given, 'quiet') ? () => {} : say,
    signal: untilInterrupted(),
  });
  return null;
}

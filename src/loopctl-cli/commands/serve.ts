import { emptyDb } from '../../loopctl/embedded/engine/empty-db.ts';
import { momentOf } from '../../loopctl/embedded/engine/timestamp.ts';
import { openBranchStore } from '../../loopctl/serve/branch-store.ts';
import { openMemoryStore } from '../../loopctl/serve/memory-store.ts';
import { runServe } from '../../loopctl/serve/run-serve.ts';
import type { Command } from '../command.ts';
import { isGiven, readCount, readText } from '../given.ts';
import { asFields } from '../print/view.ts';
import { notForAgents } from './agent-story.ts';

export const serve: Command = {
  name: 'serve',
  what: 'Serves the store of a repository on this machine, as a loopctl server speaks, until it is interrupted.',
  operands: [],
  flags: {
    port: { what: 'default: any that is free', value: 'N' },
    keys: {
      what: 'a file with the keys; default: those in LOOPCTL_ORCH_KEY, LOOPCTL_AGENT_KEY, LOOPCTL_REVIEWER_KEY, else new ones, shown once',
      value: 'FILE',
    },
    'rate-limit': { what: 'requests a minute and key; default: 300, as loopctl has it', value: 'N' },
    memory: { what: "an empty store that is gone with it, instead of the repository's" },
    quiet: { what: 'no line for each answer' },
  },
  usually: 'orchestrator',
  view: asFields,
  toAgent: notForAgents,
  run: async (session, given) => {
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
  },
};

import type { Command } from '../command.ts';
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
  run: async (session, given) => await (await import('../serve-store.ts')).serveStore(session, given),
};

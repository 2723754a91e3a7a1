import { resolve } from 'node:path';
import { ConfigurationError } from '../../errors.ts';
import type { Command } from '../command.ts';
import { readText } from '../given.ts';
import { asFields } from '../print/view.ts';
import { notForAgents } from './agent-story.ts';

export const squash: Command = {
  name: 'squash',
  what: "Puts one commit in the place of the state branch's history, which is kept under a ref, or in a file. No story loses its own.",
  operands: [],
  flags: { bundle: { what: 'keep the history in this file, a git bundle, instead of a ref', value: 'FILE' } },
  usually: 'orchestrator',
  view: asFields,
  toAgent: notForAgents,
  run: async (session, given) => {
    const { squashHistory } = await import('../../loopctl/embedded/squash-history.ts');
    const { remote, branch, stored, folder } = await session.repository();
    const bundle = readText(given, 'bundle');
    const squashed = await squashHistory({
      ...remote,
      branch,
      directory: folder('squash'),
      author: stored.author,
      at: stored.now(),
      keep: bundle === null ? 'ref' : { bundle: resolve(session.directory, bundle) },
    });
    if (squashed.kind !== 'raced') return squashed;
    throw new ConfigurationError('The state branch was written to again and again meanwhile.', {
      remedy: 'Try again: nothing was changed.',
    });
  },
};

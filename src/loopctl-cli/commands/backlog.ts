import type { Command } from '../command.ts';
import { asFields } from '../print/view.ts';
import { notForAgents, notHere } from './agent-story.ts';

export const importFile: Command = {
  name: 'import',
  what: "Brings epics, stories and dependencies in from a file in loopctl's import format; `-` is standard input.",
  operands: [{ name: 'FILE' }],
  flags: {
    merge: { what: 'into stories that are there already; what the file leaves out is kept' },
    'dry-run': { what: 'says what would be done with an exported project, and what would be lost' },
    create: { what: 'makes the project where there is none of that name' },
  },
  usually: 'orchestrator',
  view: asFields,
  toAgent: notForAgents,
  run: async (session, given) => await (await import('../move-house.ts')).importFrom(session, given),
};

export const exportProject: Command = {
  name: 'export',
  what: 'The whole project: epics, stories with where they stand, dependencies. `import` reads it.',
  operands: [],
  flags: {},
  usually: 'orchestrator',
  view: { kind: 'text', render: (document) => JSON.stringify(document, null, 2) },
  toAgent: notHere,
  run: async (session) => await (await import('../move-house.ts')).exportFrom(session),
};

import type { Command } from '../command.ts';
import { findProject, readStoryNumber } from '../find.ts';
import { readCount, readText, readTexts } from '../given.ts';
import { renderStory } from '../print/story.ts';
import { askDocument } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { notForAgents } from './agent-story.ts';

export const createStory: Command = {
  name: 'create-story',
  what: 'A new story in an epic that there is.',
  operands: [],
  flags: {
    number: { what: 'its number, such as 2.5', value: 'NUMBER', required: true },
    title: { what: 'its title', value: 'TEXT', required: true },
    epic: { what: 'the number of its epic; default: the first part of its own', value: 'N' },
    description: { what: 'what it is about', value: 'TEXT' },
    criterion: { what: 'an acceptance criterion; once for each', value: 'TEXT', many: true },
    deliverable: { what: 'a file that must be there in the end; once for each', value: 'PATH', many: true },
  },
  usually: 'orchestrator',
  view: { kind: 'text', render: renderStory },
  toAgent: notForAgents,
  run: async (session, given) => {
    const number = readStoryNumber(readText(given, 'number') ?? '');
    const criteria = readTexts(given, 'criterion');
    if (criteria.length === 0)
      throw new UsageError('A story needs a --criterion at least: what nobody asks for, nobody can verify.');
    const deliverables = readTexts(given, 'deliverable');
    const description = readText(given, 'description');
    const { id } = await findProject(session);
    const body = {
      epic_number: readCount(given, 'epic') ?? Number(number.split('.')[0]),
      number,
      title: readText(given, 'title'),
      ...(description === null ? {} : { description }),
      acceptance_criteria: criteria.map((text, index) => ({ id: `AC-${index + 1}`, description: text })),
      ...(deliverables.length === 0 ? {} : { metadata: { deliverables } }),
    };
    return await askDocument(session, { method: 'POST', path: `/api/v1/projects/${id}/stories`, body });
  },
};

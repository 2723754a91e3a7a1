import { type Dependency, findDrift } from '../../core/drift.ts';
import { ConfigurationError } from '../../errors.ts';
import type { ImportResult, Project } from '../../loopctl/port.ts';
import { readDependencies } from '../../pass/gather-drift.ts';
import { parseBacklogFile, refuseCircles } from '../../pass/import-backlog.ts';
import type { Command } from '../command.ts';
import { findProject, readStoryNumber } from '../find.ts';
import { firstOperand, isGiven, readCount, readText, readTexts } from '../given.ts';
import { renderStory } from '../print/story.ts';
import { askDocument, type Document, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { notForAgents, notHere } from './agent-story.ts';
import { asFields } from './reading.ts';

export const importFile: Command = {
  name: 'import',
  what: "Brings epics, stories and dependencies in from a file in loopctl's import format; `-` is standard input.",
  operands: [{ name: 'FILE' }],
  flags: {
    merge: { what: 'into stories that are there already; what the file leaves out is kept' },
    create: { what: 'makes the project where there is none of that name' },
  },
  usually: 'orchestrator',
  view: asFields,
  toAgent: notForAgents,
  run: async (session, given) => {
    const path = firstOperand(given);
    const payload = parseBacklogFile(await session.readFile(path), path);
    const project = isGiven(given, 'create') ? await ensureProject(session) : await findProject(session);
    if (!isGiven(given, 'merge')) await refuseKnown(session, project, payload.epics);
    const kept: readonly Dependency[] = await readDependencies({ loopctl: session.loopctl, project });
    refuseCircles(payload, findDrift(payload, kept), path);
    return { import: toWire(await session.loopctl.importBacklog(project.id, payload)) };
  },
};

async function ensureProject({ loopctl, project }: Session): Promise<Project> {
  if (project === null) throw new UsageError('--create needs --project NAME.');
  return (await loopctl.findProject(project)) ?? (await loopctl.ensureProject({ name: project, slug: project }));
}

/** As loopctl does, but before anything was sent, however large the file is. */
async function refuseKnown(
  { loopctl }: Session,
  { id, slug }: Project,
  epics: readonly { readonly stories: readonly { readonly number: string }[] }[],
): Promise<void> {
  const known = new Set((await loopctl.listStories(id)).map(({ number }) => number));
  const twice = epics.flatMap(({ stories }) => stories).filter(({ number }) => known.has(number));
  if (twice.length === 0) return;
  const numbers = twice.slice(0, 5).map(({ number }) => number);
  throw new ConfigurationError(
    `\`${slug}\` has stories of these numbers already: ${numbers.join(', ')}${twice.length > 5 ? ' …' : ''}.`,
    {
      remedy: 'Merge the file into them: --merge. Nothing was imported.',
    },
  );
}

function toWire(result: ImportResult): Document {
  return {
    epics_created: result.epicsCreated,
    epics_updated: result.epicsUpdated,
    stories_created: result.storiesCreated,
    stories_updated: result.storiesUpdated,
    dependencies_created: result.dependenciesCreated,
    dependencies_existing: result.dependenciesExisting,
    stories_orphaned: result.orphans,
  };
}

export const exportProject: Command = {
  name: 'export',
  what: 'The whole project: epics, stories with where they stand, dependencies. `import` reads it.',
  operands: [],
  flags: {},
  usually: 'orchestrator',
  view: { kind: 'text', render: (document) => JSON.stringify(document, null, 2) },
  toAgent: notHere,
  run: async (session) => {
    const { id } = await findProject(session);
    return await askDocument(session, { method: 'GET', path: `/api/v1/projects/${id}/export` });
  },
};

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

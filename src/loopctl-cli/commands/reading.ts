import { z } from 'zod';
import { askAll } from '../../loopctl/pages.ts';
import type { Command } from '../command.ts';
import { findEpicId, findProject, findStoryId, readStory } from '../find.ts';
import { firstOperand, readText } from '../given.ts';
import { renderProgress, renderStory } from '../print/story.ts';
import { valueAt } from '../print/view.ts';
import { askDocument, askRows, type Document, listOf, type Session } from '../session.ts';
import { agentStory, notHere } from './agent-story.ts';

const brief = [
  { title: 'number', path: 'number' },
  { title: 'title', path: 'title' },
  { title: 'agent status', path: 'agent_status' },
  { title: 'verified status', path: 'verified_status' },
  { title: 'id', path: 'id' },
] as const;

export const status: Command = {
  name: 'status',
  what: 'How far a project or an epic is, or where a story stands.',
  operands: [{ name: 'STORY', optional: true }],
  flags: { epic: { what: 'the epic, by number or id', value: 'EPIC' } },
  usually: 'orchestrator',
  view: { kind: 'text', render: renderStatus },
  toAgent: {
    kind: 'answers',
    answer: (card, { operands }) =>
      card.assignment.role === 'repair' ? { assignment: card.assignment } : { story: agentStory(card, operands[0]) },
  },
  run: async (session, given) => {
    const epic = readText(given, 'epic');
    if (given.operands.length > 0) return await readStory(session, firstOperand(given));
    const place =
      epic === null ? `projects/${(await findProject(session)).id}` : `epics/${await findEpicId(session, epic)}`;
    return await askDocument(session, { method: 'GET', path: `/api/v1/${place}/progress` });
  },
};

function renderStatus(document: unknown): string {
  return valueAt(document, 'progress') === undefined ? renderStory(document) : renderProgress(document);
}

export const next: Command = {
  name: 'next',
  what: 'The stories that can be begun: pending, with nothing unverified before them.',
  operands: [],
  flags: {},
  usually: 'orchestrator',
  view: { kind: 'rows', columns: brief, none: 'Nothing is ready.' },
  toAgent: { kind: 'answers', answer: (card) => listOf([agentStory(card, undefined)]) },
  run: async (session) => listOf(await askRows(session, '/api/v1/stories/ready', await projectQuery(session))),
};

export const blocked: Command = {
  name: 'blocked',
  what: 'The stories that wait for others, and for which.',
  operands: [],
  flags: {},
  usually: 'orchestrator',
  view: {
    kind: 'rows',
    columns: [
      { title: 'number', path: 'story.number' },
      { title: 'title', path: 'story.title' },
      { title: 'waits for', path: 'waits_for' },
    ],
    none: 'Nothing is blocked.',
  },
  toAgent: notHere,
  run: async (session) => {
    const rows = await askRows(session, '/api/v1/stories/blocked', await projectQuery(session));
    return listOf(rows.map((row) => ({ ...row, waits_for: numbersOf(row['blocking_dependencies']).join(' ') })));
  },
};

function numbersOf(stories: unknown): readonly string[] {
  const found = Array.isArray(stories) ? stories.map((story) => String(valueAt(story, 'number'))) : [];
  return [...new Set(found)];
}

export const history: Command = {
  name: 'history',
  what: 'What happened to a story, oldest first.',
  operands: [{ name: 'STORY' }],
  flags: {},
  usually: 'orchestrator',
  view: {
    kind: 'rows',
    columns: [
      { title: 'when', path: 'inserted_at' },
      { title: 'what', path: 'action' },
      { title: 'who', path: 'actor_label' },
      { title: 'then', path: 'new_state' },
    ],
    none: 'Nothing happened to it yet.',
  },
  toAgent: notHere,
  run: async (session, given) => {
    const id = await findStoryId(session, firstOperand(given));
    const entries = await session.loopctl.history(id);
    return listOf(
      entries.map(({ id: entry, action, actorLabel, oldState, newState, insertedAt }) => ({
        id: entry,
        action,
        actor_label: actorLabel,
        old_state: oldState,
        new_state: newState,
        inserted_at: insertedAt,
      })),
    );
  },
};

export const search: Command = {
  name: 'search',
  what: 'The stories in whose number, title, description or criteria every one of the words is found.',
  operands: [{ name: 'WORD', optional: true, many: true }],
  flags: {},
  usually: 'orchestrator',
  view: { kind: 'rows', columns: brief, none: 'Nothing was found.' },
  toAgent: notHere,
  run: async (session, { operands }) => {
    const { id } = await findProject(session);
    const reading = { path: '/api/v1/stories', query: { project_id: id } };
    const stories = await askAll(session.transport, session.identity, reading, z.record(z.string(), z.unknown()));
    return listOf(stories.filter((story) => holdsAll(story, operands)));
  },
};

function holdsAll(story: Document, words: readonly string[]): boolean {
  const { number, title, description, acceptance_criteria: criteria } = story;
  const text = JSON.stringify([number, title, description, criteria]).toLowerCase();
  return words.every((word) => text.includes(JSON.stringify(word.toLowerCase()).slice(1, -1)));
}

/** Lists of stories are of all projects unless one is named. */
async function projectQuery(session: Session): Promise<Readonly<Record<string, string>>> {
  return session.project === null ? {} : { project_id: (await findProject(session)).id };
}

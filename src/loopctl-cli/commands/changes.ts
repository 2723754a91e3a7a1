import type { Change } from '../../loopctl/port.ts';
import type { Command } from '../command.ts';
import { findNamedProject } from '../find.ts';
import { type Given, readText } from '../given.ts';
import { listOf, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { notHere } from './agent-story.ts';

/**
 * The feed. A server has no project in most of its rows, so those of one project are told by whom they are about; our own
 * saves of state are left out.
 */
export const changes: Command = {
  name: 'changes',
  what: 'What happened after a moment, oldest first, saves of state left out.',
  operands: [],
  flags: { since: { what: 'after this moment (ISO 8601); default: from the beginning', value: 'TIME' } },
  usually: 'orchestrator',
  view: {
    kind: 'rows',
    columns: [
      { title: 'when', path: 'inserted_at' },
      { title: 'what', path: 'entity_type' },
      { title: 'number', path: 'number' },
      { title: 'change', path: 'action' },
      { title: 'who', path: 'actor_label' },
      { title: 'then', path: 'new_state' },
    ],
    none: 'Nothing changed.',
  },
  toAgent: notHere,
  run: async (session, given) => {
    const since = readMoment(given);
    const numbers = await readNumbers(session);
    const { changes: rows } = await session.loopctl.changesSince(since === null ? null : { at: since, seen: [] });
    const wanted = rows.filter(
      (row) => (since === null || row.insertedAt > since) && (numbers === null || numbers.has(row.entityId)),
    );
    const data = wanted.map((row) => toWire(row, numbers));
    return { ...listOf(data), has_more: false, next_since: rows.at(-1)?.insertedAt ?? since };
  },
};

/** The ids that belong to the project, each with its number; null where no project was named. */
async function readNumbers(session: Session): Promise<ReadonlyMap<string, string> | null> {
  const project = await findNamedProject(session);
  if (project === null) return null;
  const { loopctl } = session;
  const [stories, { epics }] = await Promise.all([
    loopctl.listStories(project.id),
    loopctl.dependencyGraph(project.id),
  ]);
  return new Map([
    [project.id, project.slug],
    ...epics.map(({ id, number }) => [id, String(number)] as const),
    ...stories.map(({ id, number }) => [id, number] as const),
  ]);
}

function toWire(row: Change, numbers: ReadonlyMap<string, string> | null): Readonly<Record<string, unknown>> {
  const number = numbers?.get(row.entityId);
  return {
    id: row.id,
    entity_type: row.entityType,
    entity_id: row.entityId,
    ...(number === undefined ? {} : { number }),
    action: row.action,
    actor_label: row.actorLabel,
    new_state: row.newState,
    inserted_at: row.insertedAt,
  };
}

/** As loopctl writes moments: in UTC, with microseconds. */
function readMoment(given: Given): string | null {
  const text = readText(given, 'since');
  if (text === null) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new UsageError(`--since must be a moment such as 2026-01-31T08:00:00Z.`);
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  return `${new Date(milliseconds).toISOString().slice(0, 19)}.${fraction.padEnd(6, '0').slice(0, 6)}Z`;
}

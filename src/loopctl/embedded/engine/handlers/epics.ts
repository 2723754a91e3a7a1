import { answer, invalid, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, type EpicShelf, epicsOf, storiesInOrder } from '../db.ts';
import { record } from '../feed.ts';
import {
  countOrZero,
  objectOrEmpty,
  optionalCount,
  optionalObject,
  optionalText,
  type Problems,
  problemsOf,
  requiredText,
  textOrNull,
} from '../field.ts';
import { fitsQuery } from '../fits-query.ts';
import { identifier } from '../identifier.ts';
import { page } from '../page.ts';
import { presentBlocker, presentStory } from '../present-story.ts';
import type { EpicRow } from '../rows.ts';
import { isVerified, percentage } from './progress.ts';
import { ofStatus } from './stories.ts';

/** The project's epics by position and number, each with its counts. */
export function listEpics(db: Db, call: Call): Reply {
  const epics = epicsOf(db, call.id).filter(({ epic }) => fitsQuery(epic, call.query, ['phase']));
  return answer(db, 200, page(epics.map(presentCounted), call.query, { usual: 20, most: 100 }));
}

/** An epic and its stories in short. */
export function showEpic(db: Db, call: Call): Reply {
  const shelf = db.epics.get(call.id);
  if (shelf === undefined) {
    return notFound(db);
  }
  return answer(db, 200, { epic: { ...shelf.epic, stories: storiesInOrder(shelf).map(presentBlocker) } });
}

/** The epic's stories, by number, of a status where asked. */
export function listEpicStories(db: Db, call: Call): Reply {
  const shelf = db.epics.get(call.id);
  const stories = shelf === undefined ? [] : ofStatus(storiesInOrder(shelf), call.query);
  const { limit, page_size: pageSize = limit } = call.query;
  const { data, meta } = page(stories, { ...call.query, page_size: pageSize }, { usual: 20, most: 100 });
  return answer(db, 200, { data: data.map(presentStory), meta });
}

/** A new epic; its number is its own within the project. */
export function createEpic(db: Db, call: Call): Reply {
  const projectId = call.id;
  const { number, title } = call.body;
  if (!db.projects.has(projectId)) {
    return notFound(db);
  }
  const refusal = invalid(db, epicProblems(call.body));
  if (refusal !== null) {
    return refusal;
  }
  if (db.epicNumbers.has(`${projectId}/${number}`)) {
    return alreadyThere(db, `Epic ${number}`);
  }
  const epic = newEpic(db, projectId, { ...call.body, number: Number(number), title: String(title) }, 0);
  const entry = { entityType: 'epic', entityId: epic.id, action: 'created', after: { number: epic.number, title } };
  return answer(record(addEpic(db, epic), call.actor, entry), 201, { epic });
}

/** Changes what is said of an epic; its number stays. */
export function patchEpic(db: Db, call: Call): Reply {
  const shelf = db.epics.get(call.id);
  if (shelf === undefined) {
    return notFound(db);
  }
  const { body } = call;
  const refusal = invalid(db, {
    ...contentProblems(body),
    ...problemsOf({ title: body['title'] === undefined ? null : requiredText(body['title']) }),
  });
  if (refusal !== null) {
    return refusal;
  }
  const names = ['title', 'description', 'phase', 'position', 'metadata'];
  const given = names.filter((name) => body[name] !== undefined && (body[name] !== null || isNullable(name)));
  const changes = Object.fromEntries(given.map((name) => [name, body[name]]));
  const epic: EpicRow = { ...shelf.epic, ...changes, updated_at: db.clock };
  const stored = { ...db, epics: new Map(db.epics).set(epic.id, { ...shelf, epic }) };
  const entry = { entityType: 'epic', entityId: epic.id, action: 'updated', after: changes };
  return answer(record(stored, call.actor, entry), 200, { epic });
}

function isNullable(name: string): boolean {
  return name === 'description' || name === 'phase';
}

/** An epic row from what an import or a call says of it; `position` is used where it says none. */
export function newEpic(
  db: Db,
  projectId: string,
  source: Readonly<Record<string, unknown>> & { readonly number: number; readonly title: string },
  position: number,
): EpicRow {
  return {
    id: identifier('epic', projectId, source.number, db.deletions),
    tenant_id: db.tenant.id,
    project_id: projectId,
    number: source.number,
    title: source.title,
    description: textOrNull(source['description']),
    phase: textOrNull(source['phase']),
    position: typeof source['position'] === 'number' ? source['position'] : position,
    metadata: objectOrEmpty(source['metadata']),
    inserted_at: db.clock,
    updated_at: db.clock,
  };
}

/** The database with one more, empty epic. */
function addEpic(db: Db, epic: EpicRow): Db {
  return {
    ...db,
    epics: new Map(db.epics).set(epic.id, { epic, stories: new Map() }),
    epicNumbers: new Map(db.epicNumbers).set(`${epic.project_id}/${epic.number}`, epic.id),
  };
}

/** The refusal of a number that the project already uses. */
export function alreadyThere(db: Db, what: string): Reply {
  const hint = 'Pick a different number, or use the import endpoint with `merge=true` to update the existing record.';
  return refuse(db, 422, `${what} already exists in this project. ${hint}`, {
    details: { tenant_id: ['has already been taken for this project'] },
  });
}

function epicProblems(body: Call['body']): Problems {
  const number = body['number'];
  return {
    ...problemsOf({
      number: number === undefined || number === null ? ["can't be blank"] : positive(number),
      title: requiredText(body['title']),
    }),
    ...contentProblems(body),
  };
}

function contentProblems(body: Call['body']): Problems {
  return problemsOf({
    description: optionalText(body['description']),
    phase: optionalText(body['phase']),
    position: optionalCount(body['position']),
    metadata: optionalObject(body['metadata']),
  });
}

function positive(number: unknown): readonly string[] | null {
  if (!Number.isSafeInteger(number)) {
    return ['is invalid'];
  }
  return countOrZero(number) > 0 ? null : ['must be greater than 0'];
}

function presentCounted(shelf: EpicShelf): Readonly<Record<string, unknown>> {
  const verified = [...shelf.stories.values()].filter(isVerified).length;
  return {
    ...shelf.epic,
    story_count: shelf.stories.size,
    completion_percentage: percentage(verified, shelf.stories.size),
  };
}

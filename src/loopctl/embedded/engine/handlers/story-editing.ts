import { answer, invalid, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, findStory, putStory } from '../db.ts';
import { record } from '../feed.ts';
import {
  isObject,
  objectOrEmpty,
  optionalObject,
  optionalObjects,
  optionalText,
  type Problems,
  problemsOf,
  requiredText,
  textOrNull,
} from '../field.ts';
import { isStoryNumber, parseHours } from '../import/import-payload.ts';
import { presentStory } from '../present-story.ts';
import type { EpicRow, StoryRow } from '../rows.ts';
import { addStory, newStory } from '../story-row.ts';
import { without } from '../without.ts';
import { alreadyThere } from './epics.ts';

type Body = Readonly<Record<string, unknown>>;

/** A new story in the project's epic of the number given. */
export function createStory(db: Db, call: Call): Reply {
  const projectId = call.id;
  const { epic_number: epicNumber } = call.body;
  if (!db.projects.has(projectId)) {
    return notFound(db);
  }
  if (epicNumber === undefined || epicNumber === null) {
    return refuse(db, 422, '`epic_number` is required. Pass it in the request body alongside the story fields.');
  }
  const epic = db.epics.get(db.epicNumbers.get(`${projectId}/${String(epicNumber)}`) ?? '')?.epic;
  if (epic === undefined) {
    const hint = 'Use import_stories or POST /projects/:id/epics to create it first.';
    return refuse(db, 422, `Epic number ${String(epicNumber)} not found in this project. ${hint}`);
  }
  return create(db, call, epic);
}

/** A new story in an epic. */
export function createStoryInEpic(db: Db, call: Call): Reply {
  const epic = db.epics.get(call.id)?.epic;
  return epic === undefined ? notFound(db) : create(db, call, epic);
}

/** Changes what a story asks for; number and status are not for editing. */
export function patchStory(db: Db, call: Call): Reply {
  const story = findStory(db, call.id);
  if (story === undefined) {
    return notFound(db);
  }
  const { body } = call;
  const title = body['title'] === undefined ? null : requiredText(body['title']);
  const refusal = invalid(db, { ...contentProblems(body), ...problemsOf({ title }) });
  if (refusal !== null) {
    return refusal;
  }
  const changed: StoryRow = {
    ...story,
    ...contentOf(body),
    ...(body['title'] === undefined ? {} : { title: String(body['title']) }),
    updated_at: db.clock,
  };
  const told = record(putStory(db, changed), call.actor, {
    entityType: 'story',
    entityId: story.id,
    action: 'updated',
    before: { description: story.description, title: story.title },
    after: { description: changed.description, title: changed.title },
  });
  return answer(told, 200, { story: presentStory(changed) });
}

/** Takes a story out, and every dependency that names it. */
export function deleteStory(db: Db, call: Call): Reply {
  const story = findStory(db, call.id);
  const shelf = db.epics.get(story?.epic_id ?? '');
  if (story === undefined || shelf === undefined) {
    return notFound(db);
  }
  const { epic_id, id, number, project_id, title } = story;
  const stored: Db = {
    ...db,
    epics: new Map(db.epics).set(epic_id, { ...shelf, stories: without(shelf.stories, [id]) }),
    storyEpics: without(db.storyEpics, [id]),
    storyNumbers: without(db.storyNumbers, [`${project_id}/${number}`]),
    storyDependencies: db.storyDependencies.filter((row) => row.story_id !== id && row.depends_on_story_id !== id),
    deletions: db.deletions + 1,
  };
  const before = { epic_id, number, title };
  const entry = { entityType: 'story', entityId: id, action: 'deleted', before, after: null };
  return answer(record(stored, call.actor, entry), 204, '');
}

function create(db: Db, call: Call, epic: EpicRow): Reply {
  const { number, title } = call.body;
  const refusal = invalid(db, {
    ...contentProblems(call.body),
    ...problemsOf({ title: requiredText(title), number: numberProblem(number) }),
  });
  if (refusal !== null) {
    return refusal;
  }
  if (db.storyNumbers.has(`${epic.project_id}/${String(number)}`)) {
    return alreadyThere(db, `Story ${String(number)}`);
  }
  const story: StoryRow = { ...newStory(db, epic, String(number), String(title)), ...contentOf(call.body) };
  const { agent_status, epic_id, project_id, verified_status } = story;
  const told = record(addStory(db, story), call.actor, {
    entityType: 'story',
    entityId: story.id,
    action: 'created',
    after: { agent_status, epic_id, number: story.number, project_id, title: story.title, verified_status },
  });
  return answer(told, 201, { story: presentStory(story) });
}

function contentProblems(body: Body): Problems {
  return problemsOf({
    description: optionalText(body['description']),
    acceptance_criteria: optionalObjects(body['acceptance_criteria']),
    estimated_hours: parseHours(body['estimated_hours']) === 'invalid' ? ['is invalid'] : null,
    metadata: optionalObject(body['metadata']),
  });
}

/** Criteria are kept as they come: only an import turns `description` into `criterion`. */
function contentOf(body: Body): Partial<StoryRow> {
  const { acceptance_criteria: criteria, description, estimated_hours: hours, metadata } = body;
  return {
    ...(description === undefined ? {} : { description: textOrNull(description) }),
    ...(criteria === undefined
      ? {}
      : { acceptance_criteria: Array.isArray(criteria) ? criteria.filter(isObject) : null }),
    ...(hours === undefined ? {} : { estimated_hours: parseHours(hours) }),
    ...(metadata === undefined ? {} : { metadata: objectOrEmpty(metadata) }),
  };
}

function numberProblem(number: unknown): readonly string[] | null {
  if (number === undefined || number === null || number === '') {
    return ["can't be blank"];
  }
  if (typeof number !== 'string' && !Number.isSafeInteger(number)) {
    return ['is invalid'];
  }
  return isStoryNumber(String(number)) ? null : ["must be in format 'major.minor' or 'major'"];
}

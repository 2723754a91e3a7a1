import { answer, conflict, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, epicsOf, findStory, storiesInOrder } from '../db.ts';
import { record } from '../feed.ts';
import { epicPrerequisites, findCycle, prerequisites } from '../graph.ts';
import { identifier } from '../identifier.ts';
import type { EpicDependencyRow, StoryDependencyRow } from '../rows.ts';

/** One story waits for another from now on. */
export function createStoryDependency(db: Db, call: Call): Reply {
  const from = String(call.body['story_id']);
  const to = String(call.body['depends_on_story_id']);
  if (findStory(db, from) === undefined || findStory(db, to) === undefined) {
    return notFound(db);
  }
  if (from === to) {
    return refuse(db, 422, 'A story cannot depend on itself');
  }
  if (prerequisites(db.storyDependencies).get(from)?.includes(to)) {
    return conflict(db);
  }
  const row: StoryDependencyRow = { story_id: from, depends_on_story_id: to, inserted_at: db.clock };
  const stored = { ...db, storyDependencies: [...db.storyDependencies, row] };
  if (findCycle(prerequisites(stored.storyDependencies)) !== null) {
    return refuse(db, 422, 'Cycle detected in dependency graph');
  }
  const after = { story_id: from, depends_on_story_id: to };
  const shown = presentStoryDependency(db, row);
  const entry = { entityType: 'story_dependency', entityId: shown.id, action: 'created', after };
  return answer(record(stored, call.actor, entry), 201, { story_dependency: shown });
}

/** One epic waits for another from now on. */
export function createEpicDependency(db: Db, call: Call): Reply {
  const from = String(call.body['epic_id']);
  const to = String(call.body['depends_on_epic_id']);
  if (!db.epics.has(from) || !db.epics.has(to)) {
    return notFound(db);
  }
  if (from === to) {
    return refuse(db, 422, 'An epic cannot depend on itself');
  }
  if (epicPrerequisites(db.epicDependencies).get(from)?.includes(to)) {
    return conflict(db);
  }
  const row: EpicDependencyRow = { epic_id: from, depends_on_epic_id: to, inserted_at: db.clock };
  const stored = { ...db, epicDependencies: [...db.epicDependencies, row] };
  if (findCycle(epicPrerequisites(stored.epicDependencies)) !== null) {
    return refuse(db, 422, 'Cycle detected in dependency graph');
  }
  const after = { epic_id: from, depends_on_epic_id: to };
  const shown = presentEpicDependency(db, row);
  const entry = { entityType: 'epic_dependency', entityId: shown.id, action: 'created', after };
  return answer(record(stored, call.actor, entry), 201, { epic_dependency: shown });
}

/** Dependencies that touch a story of the epic, on either side. */
export function listStoryDependencies(db: Db, call: Call): Reply {
  const own = db.epics.get(call.id)?.stories;
  const rows = db.storyDependencies.filter((row) => own?.has(row.story_id) || own?.has(row.depends_on_story_id));
  return answer(db, 200, { data: rows.map((row) => presentStoryDependency(db, row)) });
}

/** The project's dependencies between epics. */
export function listEpicDependencies(db: Db, call: Call): Reply {
  const projectId = call.id;
  const rows = db.epicDependencies.filter((row) => db.epics.get(row.epic_id)?.epic.project_id === projectId);
  return answer(db, 200, { data: rows.map((row) => presentEpicDependency(db, row)) });
}

/** The whole graph of a project; `from` depends on `to`. */
export function showDependencyGraph(db: Db, call: Call): Reply {
  const projectId = call.id;
  if (!db.projects.has(projectId)) {
    return notFound(db);
  }
  const epics = epicsOf(db, projectId).map((shelf) => ({
    id: shelf.epic.id,
    number: shelf.epic.number,
    title: shelf.epic.title,
    phase: shelf.epic.phase,
    position: shelf.epic.position,
    stories: storiesInOrder(shelf).map(({ agent_status, id, number, sort_key, title, verified_status }) => ({
      agent_status,
      id,
      number,
      sort_key,
      title,
      verified_status,
    })),
  }));
  const inProject = (epicId: string | undefined): boolean => db.epics.get(epicId ?? '')?.epic.project_id === projectId;
  return answer(db, 200, {
    graph: {
      epics,
      epic_dependencies: db.epicDependencies
        .filter((row) => inProject(row.epic_id))
        .map((row) => ({ from: row.epic_id, to: row.depends_on_epic_id })),
      story_dependencies: db.storyDependencies
        .filter((row) => inProject(db.storyEpics.get(row.story_id)))
        .map((row) => ({ from: row.story_id, to: row.depends_on_story_id })),
    },
  });
}

type Shown<Row> = Row & { readonly id: string; readonly tenant_id: string };

/** A dependency of stories with the id that its ends give it. */
export function presentStoryDependency(db: Db, row: StoryDependencyRow): Shown<StoryDependencyRow> {
  const id = identifier('story-dependency', row.story_id, row.depends_on_story_id);
  return { id, tenant_id: db.tenant.id, ...row };
}

/** A dependency of epics with the id that its ends give it. */
export function presentEpicDependency(db: Db, row: EpicDependencyRow): Shown<EpicDependencyRow> {
  const id = identifier('epic-dependency', row.epic_id, row.depends_on_epic_id);
  return { id, tenant_id: db.tenant.id, ...row };
}

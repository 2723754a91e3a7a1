import { answer, conflict, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, epicsOf, findStory } from '../db.ts';
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
  const row = newStoryDependency(db, from, to);
  const stored = { ...db, storyDependencies: [...db.storyDependencies, row] };
  if (findCycle(prerequisites(stored.storyDependencies)) !== null) {
    return refuse(db, 422, 'Cycle detected in dependency graph');
  }
  const after = { story_id: from, depends_on_story_id: to };
  const entry = { entityType: 'story_dependency', entityId: row.id, action: 'created', after };
  return answer(record(stored, call.actor, entry), 201, { story_dependency: row });
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
  const row = newEpicDependency(db, from, to);
  const stored = { ...db, epicDependencies: [...db.epicDependencies, row] };
  if (findCycle(epicPrerequisites(stored.epicDependencies)) !== null) {
    return refuse(db, 422, 'Cycle detected in dependency graph');
  }
  const after = { epic_id: from, depends_on_epic_id: to };
  const entry = { entityType: 'epic_dependency', entityId: row.id, action: 'created', after };
  return answer(record(stored, call.actor, entry), 201, { epic_dependency: row });
}

/** Dependencies that touch a story of the epic, on either side. */
export function listStoryDependencies(db: Db, call: Call): Reply {
  const own = db.epics.get(call.id)?.stories;
  const data = db.storyDependencies.filter((row) => own?.has(row.story_id) || own?.has(row.depends_on_story_id));
  return answer(db, 200, { data });
}

/** The project's dependencies between epics. */
export function listEpicDependencies(db: Db, call: Call): Reply {
  const projectId = call.id;
  const data = db.epicDependencies.filter((row) => db.epics.get(row.epic_id)?.epic.project_id === projectId);
  return answer(db, 200, { data });
}

/** The whole graph of a project; `from` depends on `to`. */
export function showDependencyGraph(db: Db, call: Call): Reply {
  const projectId = call.id;
  if (!db.projects.has(projectId)) {
    return notFound(db);
  }
  const epics = epicsOf(db, projectId).map(({ epic, stories }) => ({
    id: epic.id,
    number: epic.number,
    title: epic.title,
    phase: epic.phase,
    position: epic.position,
    stories: [...stories.values()]
      .sort((one, other) => one.sort_key - other.sort_key)
      .map(({ agent_status, id, number, sort_key, title, verified_status }) => ({
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

export function newStoryDependency(db: Db, from: string, to: string): StoryDependencyRow {
  const id = identifier('story-dependency', from, to);
  return { id, tenant_id: db.tenant.id, story_id: from, depends_on_story_id: to, inserted_at: db.clock };
}

export function newEpicDependency(db: Db, from: string, to: string): EpicDependencyRow {
  const id = identifier('epic-dependency', from, to);
  return { id, tenant_id: db.tenant.id, epic_id: from, depends_on_epic_id: to, inserted_at: db.clock };
}

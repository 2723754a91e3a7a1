import { answer, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { type FeedEntry, record } from '../feed.ts';
import { without } from '../without.ts';
import { presentEpicDependency, presentStoryDependency } from './dependencies.ts';

/** Puts a project away: it stays, and says so. */
export function archiveProject(db: Db, call: Call): Reply {
  const project = db.projects.get(call.id);
  if (project === undefined) {
    return notFound(db);
  }
  const archived = { ...project, status: 'archived', updated_at: db.clock };
  const stored = { ...db, projects: new Map(db.projects).set(project.id, archived) };
  const before = { status: project.status };
  const entry = { entityType: 'project', entityId: project.id, action: 'archived', before };
  return answer(record(stored, call.actor, { ...entry, after: { status: archived.status } }), 200, {
    project: archived,
  });
}

/** Takes out an epic, its stories, and every dependency that names one of them. */
export function deleteEpic(db: Db, call: Call): Reply {
  const shelf = db.epics.get(call.id);
  if (shelf === undefined) {
    return notFound(db);
  }
  const { id, number, project_id: projectId, title } = shelf.epic;
  const { stories } = shelf;
  const stored: Db = {
    ...db,
    epics: without(db.epics, [id]),
    epicNumbers: without(db.epicNumbers, [`${projectId}/${number}`]),
    storyEpics: without(db.storyEpics, stories.keys()),
    storyNumbers: without(
      db.storyNumbers,
      [...stories.values()].map((story) => `${projectId}/${story.number}`),
    ),
    storyDependencies: db.storyDependencies.filter(
      (row) => !stories.has(row.story_id) && !stories.has(row.depends_on_story_id),
    ),
    epicDependencies: db.epicDependencies.filter((row) => row.epic_id !== id && row.depends_on_epic_id !== id),
    deletions: db.deletions + 1,
  };
  return gone(stored, call, { entityType: 'epic', entityId: id, before: { number, title } });
}

/** Lets a story no longer wait for another. */
export function deleteStoryDependency(db: Db, call: Call): Reply {
  const row = db.storyDependencies.find((one) => presentStoryDependency(db, one).id === call.id);
  if (row === undefined) {
    return notFound(db);
  }
  const stored = { ...db, storyDependencies: db.storyDependencies.filter((one) => one !== row) };
  const before = { story_id: row.story_id, depends_on_story_id: row.depends_on_story_id };
  return gone(stored, call, { entityType: 'story_dependency', entityId: call.id, before });
}

/** Lets an epic no longer wait for another. */
export function deleteEpicDependency(db: Db, call: Call): Reply {
  const row = db.epicDependencies.find((one) => presentEpicDependency(db, one).id === call.id);
  if (row === undefined) {
    return notFound(db);
  }
  const stored = { ...db, epicDependencies: db.epicDependencies.filter((one) => one !== row) };
  const before = { epic_id: row.epic_id, depends_on_epic_id: row.depends_on_epic_id };
  return gone(stored, call, { entityType: 'epic_dependency', entityId: call.id, before });
}

/** Takes a budget away; what was spent stays as it was told. */
export function deleteBudget(db: Db, call: Call): Reply {
  const budget = db.budgets.get(call.id);
  if (budget === undefined) {
    return notFound(db);
  }
  const stored = { ...db, budgets: without(db.budgets, [budget.id]) };
  const { id, budget_millicents, scope_id, scope_type } = budget;
  const told = record(stored, call.actor, {
    entityType: 'token_budget',
    entityId: id,
    action: 'deleted',
    before: { budget_millicents, scope_id, scope_type },
    after: null,
  });
  return answer(told, 200, { token_budget: { id, deleted: true } });
}

function gone(db: Db, { actor }: Call, entry: Omit<FeedEntry, 'action' | 'after'>): Reply {
  return answer(record(db, actor, { ...entry, action: 'deleted', after: null }), 204, '');
}

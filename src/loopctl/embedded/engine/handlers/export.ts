import { answer, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, type EpicShelf, epicsOf, findStory, storiesInOrder } from '../db.ts';
import type { StoryRow } from '../rows.ts';

/** The version of loopctl whose form of export this is. */
const exportVersion = '1.0.0';

/** The whole project in the form of an import, with where each story stands. */
export function exportProject(db: Db, call: Call): Reply {
  const project = db.projects.get(call.id);
  if (project === undefined) {
    return notFound(db);
  }
  const { description, metadata, name, repo_url, slug, status, tech_stack } = project;
  const epics = epicsOf(db, project.id).toSorted((one, other) => one.epic.number - other.epic.number);
  return answer(db, 200, {
    project: { description, metadata, name, repo_url, slug, status, tech_stack },
    epics: epics.map(exportEpic),
    epic_dependencies: epicDependencies(db, project.id),
    story_dependencies: storyDependencies(db, project.id),
    export_metadata: {
      exported_at: call.now,
      loopctl_version: exportVersion,
      project_id: project.id,
      tenant_id: project.tenant_id,
    },
  });
}

function exportEpic(shelf: EpicShelf): unknown {
  const { description, metadata, number, phase, position, title } = shelf.epic;
  return { description, metadata, number, phase, position, title, stories: storiesInOrder(shelf).map(exportStory) };
}

function exportStory(story: StoryRow): unknown {
  return {
    number: story.number,
    title: story.title,
    description: story.description,
    acceptance_criteria: story.acceptance_criteria,
    estimated_hours: story.estimated_hours === null ? null : Number(story.estimated_hours),
    metadata: story.metadata,
    agent_status: story.agent_status,
    verified_status: story.verified_status,
    assigned_agent_id: story.assigned_agent_id,
    assigned_at: story.assigned_at,
    reported_done_at: story.reported_done_at,
    verified_at: story.verified_at,
    rejected_at: story.rejected_at,
    rejection_reason: story.rejection_reason,
  };
}

function storyDependencies(db: Db, projectId: string): readonly unknown[] {
  return db.storyDependencies.flatMap((row) => {
    const [story, dependsOn] = [findStory(db, row.story_id), findStory(db, row.depends_on_story_id)];
    return story?.project_id === projectId && dependsOn !== undefined
      ? [{ story: story.number, depends_on: dependsOn.number }]
      : [];
  });
}

function epicDependencies(db: Db, projectId: string): readonly unknown[] {
  return db.epicDependencies.flatMap((row) => {
    const [epic, dependsOn] = [db.epics.get(row.epic_id)?.epic, db.epics.get(row.depends_on_epic_id)?.epic];
    return epic?.project_id === projectId && dependsOn !== undefined
      ? [{ epic: epic.number, depends_on: dependsOn.number }]
      : [];
  });
}

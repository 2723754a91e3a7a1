import { answer, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, findStory } from '../db.ts';
import { record } from '../feed.ts';
import { epicPrerequisites, findCycle, prerequisites } from '../graph.ts';
import type { StoryRow } from '../rows.ts';
import { closeDraft, draftTick, findDraftEpic, findDraftStory, type ImportDraft, openDraft } from './import-draft.ts';
import { type ImportPayload, readImport } from './import-payload.ts';
import { importStories } from './import-stories.ts';

/** A backlog comes in: afresh, where nothing of it may be there yet, or merged by number. */
export function importBacklog(db: Db, call: Call): Reply {
  const projectId = call.id;
  if (!db.projects.has(projectId)) {
    return notFound(db);
  }
  const payload = readImport(call.body);
  if ('problem' in payload) {
    return refuse(db, 422, payload.problem);
  }
  // A boolean in the body is not heard by the server either.
  const merge = call.query['merge'] === 'true' || call.body['merge'] === 'true';
  const refusal = merge ? null : refuseKnown(db, projectId, payload);
  return refusal ?? run(db, call, payload, { projectId, merge });
}

interface ImportMode {
  readonly projectId: string;
  readonly merge: boolean;
}

function run(db: Db, call: Call, payload: ImportPayload, { projectId, merge }: ImportMode): Reply {
  const draft = openDraft(db);
  const counts = importStories(draft, projectId, payload.epics);
  const edges = importEdges(draft, projectId, payload);
  if ('problem' in edges) {
    return refuse(db, 422, edges.problem);
  }
  const stored = closeDraft(draft);
  const cycle = cycleProblem(stored, merge);
  if (cycle !== null) {
    return refuse(db, 422, cycle);
  }
  const { epics_created, stories_created, stories_updated } = counts;
  const told = record(stored, call.actor, {
    entityType: 'project',
    entityId: projectId,
    action: merge ? 'merge_imported' : 'imported',
    after: merge ? { stories_created, stories_updated } : { epics_created, stories_created },
  });
  const result = merge
    ? {
        ...counts,
        dependencies_created: edges.created,
        dependencies_existing: edges.existing,
        stories_orphaned: orphans(stored, projectId, payload),
      }
    : { epics_created, stories_created, dependencies_created: edges.created };
  return answer(told, merge ? 200 : 201, { import: result });
}

type Edges = { readonly created: number; readonly existing: number } | { readonly problem: string };

function importEdges(draft: ImportDraft, projectId: string, payload: ImportPayload): Edges {
  const stories = importStoryEdges(draft, projectId, payload);
  const epics = importEpicEdges(draft, projectId, payload);
  if ('problem' in stories) {
    return stories;
  }
  return 'problem' in epics ? epics : addEdges(stories, epics);
}

function addEdges(
  one: { readonly created: number; readonly existing: number },
  other: { readonly created: number; readonly existing: number },
): Edges {
  return { created: one.created + other.created, existing: one.existing + other.existing };
}

function importStoryEdges(draft: ImportDraft, projectId: string, payload: ImportPayload): Edges {
  const known = new Set(draft.storyDependencies.map((row) => `${row.story_id}/${row.depends_on_story_id}`));
  const existing = payload.storyDependencies.length === 0 ? 0 : countOfProject(draft, projectId);
  const before = draft.storyDependencies.length;
  for (const edge of payload.storyDependencies) {
    const from = findDraftStory(draft, projectId, edge.from)?.id;
    const to = findDraftStory(draft, projectId, edge.to)?.id;
    if (from === undefined || to === undefined) {
      return { problem: unresolved('story', from === undefined ? edge.from : edge.to) };
    }
    if (!known.has(`${from}/${to}`)) {
      known.add(`${from}/${to}`);
      draft.storyDependencies.push({ story_id: from, depends_on_story_id: to, inserted_at: draftTick(draft) });
    }
  }
  return { created: draft.storyDependencies.length - before, existing };
}

function importEpicEdges(draft: ImportDraft, projectId: string, payload: ImportPayload): Edges {
  const known = new Set(draft.epicDependencies.map((row) => `${row.epic_id}/${row.depends_on_epic_id}`));
  const before = draft.epicDependencies.length;
  const existing = payload.epicDependencies.length === 0 ? 0 : countEpicEdges(draft, projectId);
  for (const edge of payload.epicDependencies) {
    const from = findDraftEpic(draft, projectId, edge.from)?.id;
    const to = findDraftEpic(draft, projectId, edge.to)?.id;
    if (from === undefined || to === undefined) {
      return { problem: unresolved('epic', String(from === undefined ? edge.from : edge.to)) };
    }
    if (!known.has(`${from}/${to}`)) {
      known.add(`${from}/${to}`);
      draft.epicDependencies.push({ epic_id: from, depends_on_epic_id: to, inserted_at: draftTick(draft) });
    }
  }
  return { created: draft.epicDependencies.length - before, existing };
}

function countOfProject(draft: ImportDraft, projectId: string): number {
  const { storyDependencies } = draft.base;
  return storyDependencies.filter((row) => findStory(draft.base, row.story_id)?.project_id === projectId).length;
}

function countEpicEdges(draft: ImportDraft, projectId: string): number {
  return draft.base.epicDependencies.filter((row) => draft.epics.get(row.epic_id)?.epic.project_id === projectId)
    .length;
}

/** The server lets a merge import close a circle of epics; whoever prepares the backlog must look. */
function cycleProblem(db: Db, merge: boolean): string | null {
  const cycle =
    findCycle(prerequisites(db.storyDependencies)) ??
    (merge ? null : findCycle(epicPrerequisites(db.epicDependencies)));
  return cycle === null ? null : `Cycle detected: ${cycle.join(' -> ')}`;
}

function refuseKnown(db: Db, projectId: string, payload: ImportPayload): Reply | null {
  const epics = payload.epics
    .map(({ number }) => number)
    .filter((number) => db.epicNumbers.has(`${projectId}/${number}`));
  const imported = new Set(payload.epics.flatMap(({ stories }) => stories.map(({ number }) => number)));
  const stories = inOrderOfArrival(db, projectId).filter(({ number }) => imported.has(number));
  if (epics.length + stories.length === 0) {
    return null;
  }
  return refuse(db, 409, 'Import conflicts with existing data. Use merge=true to update.', {
    details: { duplicate_epic_numbers: epics, duplicate_story_numbers: stories.map(({ number }) => number) },
  });
}

function orphans(db: Db, projectId: string, payload: ImportPayload): readonly Pick<StoryRow, 'number' | 'title'>[] {
  const named = new Set(payload.epics.flatMap(({ stories }) => stories.map(({ number }) => number)));
  return inOrderOfArrival(db, projectId)
    .filter((story) => !named.has(story.number))
    .map(({ number, title }) => ({ number, title }));
}

function inOrderOfArrival(db: Db, projectId: string): readonly StoryRow[] {
  return [...db.storyEpics.keys()].flatMap((id) => {
    const story = findStory(db, id);
    return story?.project_id === projectId ? [story] : [];
  });
}

function unresolved(kind: 'story' | 'epic', number: string): string {
  return `Unresolved dependency reference: ${kind} '${number}' not found in import`;
}

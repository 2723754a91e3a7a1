import type { z } from 'zod';
import type { Db, EpicShelf } from '../engine/db.ts';
import { segmentSize } from '../engine/feed.ts';
import { sortKey } from '../engine/import/import-payload.ts';
import type { Feed, FeedRow, FeedSegment, ProjectRow, StateRow, StoryRow } from '../engine/rows.ts';
import { untouched } from '../engine/story-row.ts';
import { readDependencies } from './dependency-files.ts';
import { feedFile, projectFolder, storeFile } from './file-layout.ts';
import { epicSchema, feedSchema, progressSchema, projectSchema, stateSchema, storeSchema } from './file-schemas.ts';
import { type Files, readFile, unreadable } from './read-file.ts';
import { readPeople } from './read-people.ts';

/** The database that the files hold; a file that cannot be read, or is of a newer version, ends it by name. */
export function readDb(files: Files): Db {
  const { tenant, agents, clock, deletions, feed_length: feedLength } = readFile(files, storeFile, storeSchema);
  const projects = readProjects(files, tenant.id);
  const shelves = byAge(
    projects.flatMap((project) => readEpics(files, project)),
    (shelf) => shelf.epic.inserted_at,
  );
  const stories = byAge(
    shelves.flatMap((shelf) => [...shelf.stories.values()]),
    (story) => story.inserted_at,
  );
  const base: Db = {
    tenant,
    clock,
    deletions,
    feedLength,
    agents: new Map(agents.map((agent) => [agent.id, { ...agent, tenant_id: tenant.id }])),
    projects: new Map(projects.map((project) => [project.id, project])),
    epics: new Map(shelves.map((shelf) => [shelf.epic.id, shelf])),
    storyEpics: new Map(stories.map((story) => [story.id, story.epic_id])),
    storyNumbers: new Map(stories.map((story) => [`${story.project_id}/${story.number}`, story.id])),
    epicNumbers: new Map(shelves.map(({ epic }) => [`${epic.project_id}/${epic.number}`, epic.id])),
    storyDependencies: [],
    epicDependencies: [],
    states: new Map(projects.flatMap((project) => readStates(files, project))),
    ...readPeople(files),
    feed: readFeed(files, feedLength),
  };
  return { ...base, ...readDependencies(files, base) };
}

function readProjects(files: Files, tenantId: string): readonly ProjectRow[] {
  const folders = new Set([...files.keys()].flatMap((path) => /^projects\/[^/]+(?=\/)/.exec(path) ?? []));
  const projects = [...folders].map((folder) => ({
    ...readFile(files, `${folder}/project.json`, projectSchema).project,
    tenant_id: tenantId,
  }));
  return byAge(projects, (project) => project.inserted_at);
}

function readEpics(files: Files, project: ProjectRow): readonly EpicShelf[] {
  const folder = projectFolder(project);
  return pathsIn(files, `${folder}/epics/`).map((path) => {
    const content = readFile(files, path, epicSchema);
    const epic = { ...content.epic, tenant_id: project.tenant_id, project_id: project.id };
    const progress = readProgress(files, `${folder}/progress/${epic.number}.json`);
    const stories = content.stories.map((story) => {
      const owner = { tenant_id: project.tenant_id, project_id: project.id, epic_id: epic.id };
      return withProgress(
        { ...untouched(story.inserted_at), ...story, ...owner, sort_key: sortKey(story.number) },
        progress,
      );
    });
    const missing = [...progress.keys()].find((number) => !stories.some((story) => story.number === number));
    if (missing !== undefined) {
      throw unreadable(
        `${folder}/progress/${epic.number}.json`,
        `it names story ${missing}, which ${path} does not have`,
      );
    }
    const inOrder = byAge(stories, (story) => story.inserted_at);
    return { epic, stories: new Map(inOrder.map((story) => [story.id, story])) };
  });
}

type Progress = z.infer<typeof progressSchema>['stories'][number];

function readProgress(files: Files, path: string): ReadonlyMap<string, Progress> {
  const rows = files.has(path) ? readFile(files, path, progressSchema).stories : [];
  return new Map(rows.map((row) => [row.number, row]));
}

function withProgress(story: StoryRow, progress: ReadonlyMap<string, Progress>): StoryRow {
  const row = progress.get(story.number);
  if (row === undefined) {
    return story;
  }
  const owner = { tenant_id: story.tenant_id, story_id: story.id };
  return {
    ...story,
    ...row,
    updated_at: row.updated_at ?? story.updated_at,
    artifacts: row.artifacts.map((artifact) => ({ ...artifact, ...owner })),
    reviews: row.reviews.map((review) => ({ ...review, ...owner })),
    verifications: row.verifications.map((verification) => ({ ...verification, ...owner })),
    usage: row.usage.map((usage) => ({ ...usage, ...owner })),
  };
}

function readStates(files: Files, project: ProjectRow): readonly (readonly [string, StateRow])[] {
  return pathsIn(files, `${projectFolder(project)}/state/`).map((path) => {
    const { state } = readFile(files, path, stateSchema);
    const row = { ...state, tenant_id: project.tenant_id, project_id: project.id };
    return [`${project.id}/${state.state_key}`, row] as const;
  });
}

function readFeed(files: Files, length: number): Feed {
  return Array.from({ length: Math.ceil(length / segmentSize) }, (_, segment) => readSegment(files, feedFile(segment)));
}

function readSegment(files: Files, path: string): FeedSegment {
  let rows: readonly FeedRow[] | null = null;
  return () => {
    rows ??= files.has(path) ? readFile(files, path, feedSchema).rows : [];
    return rows;
  };
}

function pathsIn(files: Files, folder: string): readonly string[] {
  return [...files.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.json'));
}

function byAge<Row>(rows: readonly Row[], age: (row: Row) => string): readonly Row[] {
  return rows.toSorted((one, other) => (age(one) < age(other) ? -1 : 1));
}

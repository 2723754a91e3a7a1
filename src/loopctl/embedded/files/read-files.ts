import type { Db } from '../engine/db.ts';
import { segmentSize } from '../engine/feed.ts';
import type { Feed, FeedRow, FeedSegment, ProjectRow, StateRow } from '../engine/rows.ts';
import { readDependencies } from './dependency-files.ts';
import { feedFile, projectFolder, storeFile } from './file-layout.ts';
import { feedSchema, projectSchema, stateSchema, storeSchema } from './file-schemas.ts';
import { readEpics } from './read-epics.ts';
import { type Files, readFile } from './read-file.ts';
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

function readStates(files: Files, project: ProjectRow): readonly (readonly [string, StateRow])[] {
  return pathsIn(files, `${projectFolder(project)}/state/`).map((path) => {
    const { state } = readFile(files, path, stateSchema);
    const row = { ...state, tenant_id: project.tenant_id, project_id: project.id };
    return [`${project.id}/${state.state_key}`, row] as const;
  });
}

function readFeed(files: Files, length: number): Feed {
  const count = Math.ceil(length / segmentSize);
  const feed = Array.from({ length: count }, (_, segment) => readSegment(files, feedFile(segment)));
  // The one that is written on: were it spoilt, that is to be known before anything is done.
  feed.at(-1)?.();
  return feed;
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

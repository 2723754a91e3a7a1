import type { z } from 'zod';
import type { EpicShelf } from '../engine/db.ts';
import { sortKey } from '../engine/import/import-payload.ts';
import type { ProjectRow, StoryRow } from '../engine/rows.ts';
import { untouched } from '../engine/story-row.ts';
import { epicFile, partSize, progressFile, projectFolder } from './file-layout.ts';
import { epicPartSchema, epicSchema, progressSchema } from './file-schemas.ts';
import { type Files, readFile, unreadable } from './read-file.ts';

/** The project's epics with their stories, each as far as it came. */
export function readEpics(files: Files, project: ProjectRow): readonly EpicShelf[] {
  const folder = `${projectFolder(project)}/epics/`;
  const paths = [...files.keys()].filter(
    (path) => path.startsWith(folder) && /^[^/]+\.json$/.test(path.slice(folder.length)),
  );
  return paths.map((path) => readEpic(files, path, project));
}

const keptTogether = new WeakSet<EpicShelf>();

/** Whether this is a large epic as it was read from one file, where earlier versions kept it. */
export function isKeptTogether(shelf: EpicShelf): boolean {
  return keptTogether.has(shelf);
}

function readEpic(files: Files, path: string, project: ProjectRow): EpicShelf {
  const first = readFile(files, path, epicSchema);
  const epic = { ...first.epic, tenant_id: project.tenant_id, project_id: project.id };
  const content = [...first.stories, ...readParts(files, project, epic.number)];
  const progress = readProgress(files, path, { project, epic: epic.number, content });
  const owner = { tenant_id: project.tenant_id, project_id: project.id, epic_id: epic.id };
  const stories = content
    .map((story): StoryRow => {
      const row = { ...untouched(story.inserted_at), ...story, ...owner, sort_key: sortKey(story.number) };
      return withProgress(row, progress.get(story.number));
    })
    .sort((one, other) => (one.inserted_at < other.inserted_at ? -1 : 1));
  const shelf = { epic, stories: new Map(stories.map((story) => [story.id, story])) };
  if (first.stories.length > partSize) keptTogether.add(shelf);
  return shelf;
}

type Content = z.infer<typeof epicPartSchema>['stories'];

function readParts(files: Files, project: ProjectRow, epic: number): Content {
  const stories: Content = [];
  for (let part = 1; ; part += 1) {
    const path = epicFile(projectFolder(project), epic, part);
    if (!files.has(path)) return stories;
    stories.push(...readFile(files, path, epicPartSchema).stories);
  }
}

type Progress = z.infer<typeof progressSchema>['stories'][number];

interface EpicContent {
  readonly project: ProjectRow;
  readonly epic: number;
  readonly content: Content;
}

/** By number; a part in which nothing happened has no file. */
function readProgress(
  files: Files,
  epicPath: string,
  { project, epic, content }: EpicContent,
): ReadonlyMap<string, Progress> {
  const numbers = new Set(content.map(({ number }) => number));
  const rows = new Map<string, Progress>();
  for (let part = 0; part * partSize < Math.max(1, content.length); part += 1) {
    const path = progressFile(projectFolder(project), epic, part);
    for (const row of files.has(path) ? readFile(files, path, progressSchema).stories : []) {
      if (!numbers.has(row.number)) {
        throw unreadable(path, `it names story ${row.number}, which ${epicPath} does not have`);
      }
      rows.set(row.number, row);
    }
  }
  return rows;
}

function withProgress(story: StoryRow, row: Progress | undefined): StoryRow {
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

import { type Db, findStory } from '../engine/db.ts';
import type { EpicDependencyRow, ProjectRow, StoryDependencyRow } from '../engine/rows.ts';
import { dependenciesFile, projectFolder } from './file-layout.ts';
import { dependenciesSchema } from './file-schemas.ts';
import { filesVersion } from './files-version.ts';
import { rowsJson } from './json-text.ts';
import { type Files, readFile, unreadable } from './read-file.ts';
import type { StoredFile } from './stored-file.ts';

type Dependencies = Pick<Db, 'storyDependencies' | 'epicDependencies'>;

/** What the stories of each epic wait for, and the epic itself: a file an epic, so that one more costs one of them. */
export function dependencyFiles(db: Db, project: ProjectRow): readonly StoredFile[] {
  const folder = projectFolder(project);
  const ofStories = rowsByEpic(storyGroups, db.storyDependencies, (row) => db.storyEpics.get(row.story_id));
  const ofEpics = rowsByEpic(epicGroups, db.epicDependencies, (row) => row.epic_id);
  const shelves = [...db.epics.values()].filter(({ epic }) => epic.project_id === project.id);
  return [
    // Where earlier versions kept all of them.
    { path: dependenciesFile(folder, null), madeFrom: [db.storyDependencies, db.epicDependencies], text: () => '' },
    ...shelves.map(({ epic }) => {
      const [stories, epics] = [ofStories.get(epic.id) ?? none, ofEpics.get(epic.id) ?? none];
      return {
        path: dependenciesFile(folder, epic.number),
        madeFrom: [stories, epics],
        text: () => textOf(db, project, { storyDependencies: stories, epicDependencies: epics }),
      };
    }),
  ];
}

/** The dependencies that the files hold, oldest first. */
export function readDependencies(files: Files, db: Db): Dependencies {
  const found = [...db.projects.values()].flatMap((project) => {
    const folder = projectFolder(project);
    const numbers = [...db.epics.values()].flatMap(({ epic }) => (epic.project_id === project.id ? [epic.number] : []));
    const paths = [null, ...numbers].map((number) => dependenciesFile(folder, number));
    return paths.filter((path) => files.has(path)).map((path) => readDependencyFile(files, path, db, project));
  });
  return {
    storyDependencies: byAge(found.flatMap(({ storyDependencies }) => storyDependencies)),
    epicDependencies: byAge(found.flatMap(({ epicDependencies }) => epicDependencies)),
  };
}

type Groups<Row> = WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>;

const storyGroups: Groups<StoryDependencyRow> = new WeakMap();
const epicGroups: Groups<EpicDependencyRow> = new WeakMap();
const none: readonly never[] = [];

function rowsByEpic<Row>(
  groups: Groups<Row>,
  rows: readonly Row[],
  epicOf: (row: Row) => string | undefined,
): ReadonlyMap<string, readonly Row[]> {
  const known = groups.get(rows) ?? groupBy(rows, epicOf);
  groups.set(rows, known);
  return known;
}

function groupBy<Row>(
  rows: readonly Row[],
  epicOf: (row: Row) => string | undefined,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const epicId = epicOf(row) ?? '';
    const group = groups.get(epicId) ?? [];
    group.push(row);
    groups.set(epicId, group);
  }
  return groups;
}

/** By number; what is of another project, by its id. */
function textOf(db: Db, project: ProjectRow, { storyDependencies, epicDependencies }: Dependencies): string {
  const stories = storyDependencies.flatMap(({ story_id, depends_on_story_id, inserted_at }) => {
    const [story, other] = [findStory(db, story_id), findStory(db, depends_on_story_id)];
    if (story === undefined || other === undefined) return [];
    return [
      { story: story.number, depends_on: other.project_id === project.id ? other.number : other.id, inserted_at },
    ];
  });
  const epics = epicDependencies.flatMap(({ epic_id, depends_on_epic_id, inserted_at }) => {
    const [epic, other] = [db.epics.get(epic_id)?.epic, db.epics.get(depends_on_epic_id)?.epic];
    if (epic === undefined || other === undefined) return [];
    return [{ epic: epic.number, depends_on: other.project_id === project.id ? other.number : other.id, inserted_at }];
  });
  return stories.length + epics.length === 0 ? '' : rowsJson({ version: filesVersion, stories, epics });
}

function readDependencyFile(files: Files, path: string, db: Db, project: ProjectRow): Dependencies {
  const { stories, epics } = readFile(files, path, dependenciesSchema);
  const storyId = (name: string): string =>
    db.storyNumbers.get(`${project.id}/${name}`) ?? (db.storyEpics.has(name) ? name : missing(path, name));
  const epicId = (name: number | string): string =>
    db.epicNumbers.get(`${project.id}/${name}`) ?? (db.epics.has(String(name)) ? String(name) : missing(path, name));
  return {
    storyDependencies: stories.map(({ story, depends_on, inserted_at }) => ({
      story_id: storyId(story),
      depends_on_story_id: storyId(depends_on),
      inserted_at,
    })),
    epicDependencies: epics.map(({ epic, depends_on, inserted_at }) => ({
      epic_id: epicId(epic),
      depends_on_epic_id: epicId(depends_on),
      inserted_at,
    })),
  };
}

function missing(path: string, name: number | string): never {
  throw unreadable(path, `it names ${name}, which is not there`);
}

function byAge<Row extends { readonly inserted_at: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((one, other) => (one.inserted_at < other.inserted_at ? -1 : 1));
}

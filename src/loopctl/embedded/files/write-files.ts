import { isDeepStrictEqual } from 'node:util';
import type { Db, EpicShelf } from '../engine/db.ts';
import { storiesInOrder } from '../engine/db.ts';
import type { FeedRow, ProjectRow, StateRow, StoryProgress, StoryRow } from '../engine/rows.ts';
import { untouched } from '../engine/story-row.ts';
import { dependencyFiles } from './dependency-files.ts';
import { feedFile, projectFolder, stateFile, storeFile } from './file-layout.ts';
import { filesVersion } from './files-version.ts';
import { prettyJson, rowsJson } from './json-text.ts';
import type { StoredFile } from './stored-file.ts';
import { peopleFiles } from './write-people.ts';

/** Every file that the database is kept in; only those whose `madeFrom` changed need to be looked at again. */
export function filesOf(db: Db): readonly StoredFile[] {
  return [
    storeFileOf(db),
    ...[...db.projects.values()].flatMap((project) => projectFiles(db, project)),
    ...[...db.epics.values()].flatMap((shelf) => epicFiles(db, shelf)),
    ...[...db.states.values()].map((state) => stateFileOf(db, state)),
    ...peopleFiles(db),
    ...db.feed.map((rows, segment) => ({ path: feedFile(segment), madeFrom: [rows], text: () => feedText(rows()) })),
  ];
}

function storeFileOf(db: Db): StoredFile {
  const { clock, deletions, feedLength, tenant, agents } = db;
  return {
    path: storeFile,
    madeFrom: [clock, deletions, feedLength, tenant, agents],
    text: () =>
      prettyJson({
        version: filesVersion,
        clock,
        deletions,
        feed_length: feedLength,
        tenant,
        agents: [...agents.values()].map(({ tenant_id, ...row }) => row),
      }),
  };
}

function projectFiles(db: Db, project: ProjectRow): readonly StoredFile[] {
  const folder = projectFolder(project);
  const { tenant_id, ...row } = project;
  return [
    {
      path: `${folder}/project.json`,
      madeFrom: [project],
      text: () => prettyJson({ version: filesVersion, project: row }),
    },
    ...dependencyFiles(db, project),
  ];
}

function epicFiles(db: Db, shelf: EpicShelf): readonly StoredFile[] {
  const project = db.projects.get(shelf.epic.project_id);
  if (project === undefined) {
    throw new Error(`epic ${shelf.epic.number} has no project`);
  }
  const folder = projectFolder(project);
  const name = `${shelf.epic.number}.json`;
  return [
    { path: `${folder}/epics/${name}`, madeFrom: [shelf], text: () => contentText(shelf) },
    { path: `${folder}/progress/${name}`, madeFrom: [shelf], text: () => progressText(shelf) },
  ];
}

function contentText(shelf: EpicShelf): string {
  const { tenant_id, project_id, ...epic } = shelf.epic;
  const stories = storiesInOrder(shelf).map((story) => ({
    id: story.id,
    number: story.number,
    title: story.title,
    description: story.description,
    acceptance_criteria: story.acceptance_criteria,
    estimated_hours: story.estimated_hours,
    metadata: story.metadata,
    inserted_at: story.inserted_at,
  }));
  return prettyJson({ version: filesVersion, epic, stories });
}

/** Only stories that something happened to, and of them only what differs from an untouched one. */
function progressText(shelf: EpicShelf): string {
  const stories = storiesInOrder(shelf).flatMap((story) => {
    const progress = changedProgress(story);
    return Object.keys(progress).length === 0 ? [] : [{ number: story.number, ...progress }];
  });
  return stories.length === 0 ? '' : prettyJson({ version: filesVersion, stories });
}

function changedProgress(story: StoryRow): Readonly<Record<string, unknown>> {
  const plain = untouched(story.inserted_at);
  const names = Object.keys(plain) as readonly (keyof StoryProgress)[];
  return Object.fromEntries(
    names.flatMap((name) => (isDeepStrictEqual(story[name], plain[name]) ? [] : [[name, withoutOwner(story[name])]])),
  );
}

/** Rows of a story need not repeat whose they are. */
function withoutOwner(value: StoryProgress[keyof StoryProgress]): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return value.map((row) => {
    const { tenant_id, story_id, ...rest } = row;
    return rest;
  });
}

function stateFileOf(db: Db, state: StateRow): StoredFile {
  const project = db.projects.get(state.project_id);
  if (project === undefined) {
    throw new Error(`state ${state.state_key} has no project`);
  }
  const { tenant_id, project_id, ...row } = state;
  return {
    path: stateFile(projectFolder(project), state.state_key),
    madeFrom: [state],
    text: () => prettyJson({ version: filesVersion, state: row }),
  };
}

/** Saves of state are left out: the branch's own history has them, and each would carry the whole state. */
function feedText(rows: readonly FeedRow[]): string {
  const kept = rows.filter((row) => row.entity_type !== 'orchestrator_state');
  return kept.length === 0 ? '' : rowsJson({ version: filesVersion, rows: kept });
}

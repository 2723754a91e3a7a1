import { isDeepStrictEqual } from 'node:util';
import type { EpicShelf } from '../engine/db.ts';
import type { ProjectRow, StoryProgress, StoryRow } from '../engine/rows.ts';
import { untouched } from '../engine/story-row.ts';
import { epicFile, partSize, progressFile, projectFolder } from './file-layout.ts';
import { filesVersion } from './files-version.ts';
import { prettyJson } from './json-text.ts';
import { isKeptTogether } from './read-epics.ts';
import type { StoredFile } from './stored-file.ts';

/**
 * What an epic's stories ask for, and where they stand. A large epic comes in parts, in the order in which its stories
 * came: what happens to one of them is written with so many others, however many there are.
 */
export function epicFiles(project: ProjectRow, shelf: EpicShelf): readonly StoredFile[] {
  const folder = projectFolder(project);
  const { epic } = shelf;
  const stories = [...shelf.stories.values()];
  const parts = Array.from({ length: Math.max(1, Math.ceil(stories.length / partSize)) }, (_, part) =>
    stories.slice(part * partSize, (part + 1) * partSize),
  );
  // Read from one file as earlier versions kept it, and changed since, every part is to be written.
  const together = isKeptTogether(shelf);
  return parts.flatMap((rows, part) => [
    {
      path: epicFile(folder, epic.number, part),
      madeFrom: [together, epic, ...rows],
      text: () => (part === 0 ? firstText(shelf, rows) : partText(rows)),
    },
    {
      path: progressFile(folder, epic.number, part),
      madeFrom: [together, ...rows],
      text: () => progressText(rows),
    },
  ]);
}

function firstText({ epic: { tenant_id, project_id, ...epic } }: EpicShelf, rows: readonly StoryRow[]): string {
  return prettyJson({ version: filesVersion, epic, stories: byNumber(rows).map(contentOf) });
}

function partText(rows: readonly StoryRow[]): string {
  return prettyJson({ version: filesVersion, stories: byNumber(rows).map(contentOf) });
}

function contentOf(story: StoryRow): Readonly<Record<string, unknown>> {
  return {
    id: story.id,
    number: story.number,
    title: story.title,
    description: story.description,
    acceptance_criteria: story.acceptance_criteria,
    estimated_hours: story.estimated_hours,
    metadata: story.metadata,
    inserted_at: story.inserted_at,
  };
}

/** Only stories that something happened to, and of them only what differs from an untouched one. */
function progressText(rows: readonly StoryRow[]): string {
  const stories = byNumber(rows).flatMap((story) => {
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

function byNumber(rows: readonly StoryRow[]): readonly StoryRow[] {
  return rows.toSorted((one, other) => one.sort_key - other.sort_key);
}

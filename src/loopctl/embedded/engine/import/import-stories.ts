import { isDeepStrictEqual } from 'node:util';
import { objectOrEmpty, textOrNull } from '../field.ts';
import { newEpic } from '../handlers/epics.ts';
import type { EpicRow, StoryRow } from '../rows.ts';
import { newStory } from '../story-row.ts';
import {
  draftTick,
  findDraftEpic,
  findDraftStory,
  type ImportDraft,
  putDraftEpic,
  putDraftStory,
} from './import-draft.ts';
import type { ImportedEpic, ImportedStory } from './import-payload.ts';

export interface ImportCounts {
  epics_created: number;
  epics_updated: number;
  stories_created: number;
  stories_updated: number;
}

/** Puts epics and stories into the draft; those that are there by number are updated where the payload differs. */
export function importStories(draft: ImportDraft, projectId: string, epics: readonly ImportedEpic[]): ImportCounts {
  const counts = { epics_created: 0, epics_updated: 0, stories_created: 0, stories_updated: 0 };
  for (const [index, imported] of epics.entries()) {
    const known = findDraftEpic(draft, projectId, imported.number);
    const epic =
      known === undefined ? createEpic(draft, projectId, imported, index) : mergeEpic(draft, known, imported);
    counts[known === undefined ? 'epics_created' : 'epics_updated'] += 1;
    for (const story of imported.stories) {
      counts[importStory(draft, epic, story)] += 1;
    }
  }
  return counts;
}

function importStory(draft: ImportDraft, epic: EpicRow, story: ImportedStory): 'stories_created' | 'stories_updated' {
  const known = findDraftStory(draft, epic.project_id, story.number);
  const next = known === undefined ? createStory(draft, epic, story) : mergeStory(draft, known, story);
  if (next !== known) putDraftStory(draft, next);
  return known === undefined ? 'stories_created' : 'stories_updated';
}

function createEpic(draft: ImportDraft, projectId: string, imported: ImportedEpic, index: number): EpicRow {
  const { number, title, fields } = imported;
  const at = { ...draft.base, clock: draftTick(draft) };
  const epic = newEpic(at, projectId, { ...fields, number, title }, index);
  putDraftEpic(draft, epic);
  return epic;
}

function mergeEpic(draft: ImportDraft, known: EpicRow, imported: ImportedEpic): EpicRow {
  const merged: EpicRow = { ...known, ...imported.fields, title: imported.title };
  if (isDeepStrictEqual(merged, known)) {
    return known;
  }
  const epic = { ...merged, updated_at: draftTick(draft) };
  putDraftEpic(draft, epic);
  return epic;
}

function createStory(draft: ImportDraft, epic: EpicRow, imported: ImportedStory): StoryRow {
  const inserted = { ...draft.base, clock: draftTick(draft) };
  const story: StoryRow = {
    ...newStory(inserted, epic, imported.number, imported.title),
    description: textOrNull(imported.fields['description']),
    metadata: objectOrEmpty(imported.fields['metadata']),
    acceptance_criteria: imported.criteria ?? null,
    estimated_hours: imported.estimatedHours ?? null,
  };
  if (!imported.reportedDone) {
    return story;
  }
  const reportedAt = draftTick(draft);
  return { ...story, agent_status: 'reported_done', reported_done_at: reportedAt, updated_at: draftTick(draft) };
}

function mergeStory(draft: ImportDraft, known: StoryRow, imported: ImportedStory): StoryRow {
  const { description, metadata } = imported.fields;
  const merged: StoryRow = {
    ...known,
    title: imported.title,
    ...(description === undefined ? {} : { description: textOrNull(description) }),
    ...(metadata === undefined ? {} : { metadata: { ...notesOf(known), ...objectOrEmpty(metadata) } }),
    ...(imported.criteria === undefined ? {} : { acceptance_criteria: imported.criteria }),
    ...(imported.estimatedHours === undefined ? {} : { estimated_hours: imported.estimatedHours }),
  };
  return isDeepStrictEqual(merged, known) ? known : { ...merged, updated_at: draftTick(draft) };
}

/** Where its work was done, or what it went through in another store, lives in the metadata too: no backlog wipes it out. */
function notesOf(known: StoryRow): StoryRow['metadata'] {
  return Object.fromEntries(Object.entries(known.metadata).filter(([name]) => name === 'backfill' || name === 'moved'));
}

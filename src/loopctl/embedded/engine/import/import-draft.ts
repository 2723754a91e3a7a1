import type { Db, EpicShelf } from '../db.ts';
import type { EpicDependencyRow, EpicRow, StoryDependencyRow, StoryRow } from '../rows.ts';
import { shiftMicroseconds } from '../timestamp.ts';

/** A database being imported into: copied once at the start, so that thousands of rows cost one copy. */
export interface ImportDraft {
  readonly base: Db;
  clock: string;
  readonly epics: Map<string, EpicShelf>;
  readonly stories: Map<string, Map<string, StoryRow>>;
  readonly storyEpics: Map<string, string>;
  readonly storyNumbers: Map<string, string>;
  readonly epicNumbers: Map<string, string>;
  readonly storyDependencies: StoryDependencyRow[];
  readonly epicDependencies: EpicDependencyRow[];
}

export function openDraft(db: Db): ImportDraft {
  return {
    base: db,
    clock: db.clock,
    epics: new Map(db.epics),
    stories: new Map(),
    storyEpics: new Map(db.storyEpics),
    storyNumbers: new Map(db.storyNumbers),
    epicNumbers: new Map(db.epicNumbers),
    storyDependencies: [...db.storyDependencies],
    epicDependencies: [...db.epicDependencies],
  };
}

/** The database with everything the draft holds. */
export function closeDraft(draft: ImportDraft): Db {
  const { base, clock, storyEpics, storyNumbers, epicNumbers } = draft;
  // Dependencies are only ever added: a list that did not grow is the one that was, and everything made from it stands.
  const storyDependencies = grown(base.storyDependencies, draft.storyDependencies);
  const epicDependencies = grown(base.epicDependencies, draft.epicDependencies);
  for (const [epicId, stories] of draft.stories) {
    const shelf = draft.epics.get(epicId);
    if (shelf !== undefined) {
      draft.epics.set(epicId, { ...shelf, stories });
    }
  }
  const parts = { storyEpics, storyNumbers, epicNumbers, storyDependencies, epicDependencies };
  return { ...base, ...parts, clock, epics: draft.epics };
}

function grown<Row>(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  return after.length === before.length ? before : after;
}

/** The next moment; every row gets one of its own, so that their order is kept. */
export function draftTick(draft: ImportDraft): string {
  draft.clock = shiftMicroseconds(draft.clock, 1);
  return draft.clock;
}

export function putDraftEpic(draft: ImportDraft, epic: EpicRow): void {
  draft.epics.set(epic.id, { epic, stories: draft.epics.get(epic.id)?.stories ?? new Map() });
  draft.epicNumbers.set(`${epic.project_id}/${epic.number}`, epic.id);
}

export function putDraftStory(draft: ImportDraft, story: StoryRow): void {
  const stories = draft.stories.get(story.epic_id) ?? new Map(draft.epics.get(story.epic_id)?.stories);
  stories.set(story.id, story);
  draft.stories.set(story.epic_id, stories);
  draft.storyEpics.set(story.id, story.epic_id);
  draft.storyNumbers.set(`${story.project_id}/${story.number}`, story.id);
}

export function findDraftStory(draft: ImportDraft, projectId: string, number: string): StoryRow | undefined {
  const id = draft.storyNumbers.get(`${projectId}/${number}`) ?? '';
  const epicId = draft.storyEpics.get(id) ?? '';
  return draft.stories.get(epicId)?.get(id) ?? draft.epics.get(epicId)?.stories.get(id);
}

export function findDraftEpic(draft: ImportDraft, projectId: string, number: number): EpicRow | undefined {
  return draft.epics.get(draft.epicNumbers.get(`${projectId}/${number}`) ?? '')?.epic;
}

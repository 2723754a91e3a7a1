import type { BudgetRow, DispatchRow, KeyRow, SkillRow } from './people-rows.ts';
import type {
  AgentRow,
  EpicDependencyRow,
  EpicRow,
  Feed,
  ProjectRow,
  StateRow,
  StoryDependencyRow,
  StoryRow,
  TenantRow,
} from './rows.ts';
import { shiftMicroseconds } from './timestamp.ts';

/** An epic and its stories: what is stored together, and copied together when one of them changes. */
export interface EpicShelf {
  readonly epic: EpicRow;
  readonly stories: ReadonlyMap<string, StoryRow>;
}

/** Everything the embedded loopctl knows: immutable, so that what did not change is shared, and seen not to have. */
export interface Db {
  readonly tenant: TenantRow;
  readonly agents: ReadonlyMap<string, AgentRow>;
  readonly projects: ReadonlyMap<string, ProjectRow>;
  readonly epics: ReadonlyMap<string, EpicShelf>;
  /** The epic of every story, in the order in which the stories came. */
  readonly storyEpics: ReadonlyMap<string, string>;
  /** Story id by `project/number`, epic id by `project/number`. */
  readonly storyNumbers: ReadonlyMap<string, string>;
  readonly epicNumbers: ReadonlyMap<string, string>;
  readonly storyDependencies: readonly StoryDependencyRow[];
  readonly epicDependencies: readonly EpicDependencyRow[];
  /** By `project/key`. */
  readonly states: ReadonlyMap<string, StateRow>;
  readonly keys: ReadonlyMap<string, KeyRow>;
  readonly dispatches: ReadonlyMap<string, DispatchRow>;
  readonly skills: ReadonlyMap<string, SkillRow>;
  readonly budgets: ReadonlyMap<string, BudgetRow>;
  readonly feed: Feed;
  readonly feedLength: number;
  /** The last moment given to anything: every later one is later still. */
  readonly clock: string;
  /** Deleted rows so far: a number used again does not bring an old id back. */
  readonly deletions: number;
}

/** The next moment, one microsecond after the last. */
export function tick(db: Db): Db {
  return { ...db, clock: shiftMicroseconds(db.clock, 1) };
}

/** The story of this id, if there is one. */
export function findStory(db: Db, id: string): StoryRow | undefined {
  const epicId = db.storyEpics.get(id);
  return epicId === undefined ? undefined : db.epics.get(epicId)?.stories.get(id);
}

/** The database with this story changed in place. */
export function putStory(db: Db, story: StoryRow): Db {
  const shelf = db.epics.get(story.epic_id);
  if (shelf === undefined) {
    throw new Error(`story ${story.number} has no epic`);
  }
  const stories = new Map(shelf.stories).set(story.id, story);
  return { ...db, epics: new Map(db.epics).set(story.epic_id, { ...shelf, stories }) };
}

/** The project's epics by position, then number, as every list gives them. */
export function epicsOf(db: Db, projectId: string): readonly EpicShelf[] {
  return [...db.epics.values()]
    .filter((shelf) => shelf.epic.project_id === projectId)
    .sort((one, other) => one.epic.position - other.epic.position || one.epic.number - other.epic.number);
}

const ordered = new WeakMap<EpicShelf, readonly StoryRow[]>();

/** The epic's stories by number; sorted once for each state of the epic. */
export function storiesInOrder(shelf: EpicShelf): readonly StoryRow[] {
  const known = ordered.get(shelf) ?? byNumber([...shelf.stories.values()]);
  ordered.set(shelf, known);
  return known;
}

const sorted = new WeakMap<Db['epics'], Map<string | undefined, readonly StoryRow[]>>();

/** The project's stories by number; of every project when none is given. Sorted once for each state of the epics. */
export function storiesOf(db: Db, projectId: string | undefined): readonly StoryRow[] {
  const memory = sorted.get(db.epics) ?? new Map<string | undefined, readonly StoryRow[]>();
  const known = memory.get(projectId) ?? sortStories(db, projectId);
  sorted.set(db.epics, memory.set(projectId, known));
  return known;
}

function sortStories(db: Db, projectId: string | undefined): readonly StoryRow[] {
  const shelves = [...db.epics.values()].filter(
    (shelf) => projectId === undefined || shelf.epic.project_id === projectId,
  );
  return byNumber(shelves.flatMap(storiesInOrder));
}

function byNumber(stories: readonly StoryRow[]): readonly StoryRow[] {
  return stories.toSorted((one, other) => one.sort_key - other.sort_key);
}

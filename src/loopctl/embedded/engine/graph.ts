import { cyclesOf, type Edges, edgesOf } from '../../../core/backlog-cycles.ts';
import { type Db, storiesInOrder } from './db.ts';
import type { EpicDependencyRow, StoryDependencyRow, StoryRow } from './rows.ts';

const storyEdges = new WeakMap<readonly StoryDependencyRow[], Edges>();
const epicEdges = new WeakMap<readonly EpicDependencyRow[], Edges>();

/** What each story depends on, by ids; made once for a list of dependencies. */
export function prerequisites(dependencies: readonly StoryDependencyRow[]): Edges {
  return remembered(storyEdges, dependencies, () =>
    edgesOf(dependencies.map((row) => [row.story_id, row.depends_on_story_id] as const)),
  );
}

/** What each epic depends on, by ids. */
export function epicPrerequisites(dependencies: readonly EpicDependencyRow[]): Edges {
  return remembered(epicEdges, dependencies, () =>
    edgesOf(dependencies.map((row) => [row.epic_id, row.depends_on_epic_id] as const)),
  );
}

export type BlockerFinder = (story: StoryRow) => readonly StoryRow[];

type Graph = Pick<Db, 'storyDependencies' | 'epicDependencies'>;

const finders = new WeakMap<Db['epics'], Graph & { readonly find: BlockerFinder }>();

/** Tells what blocks a story: its own unverified dependencies, then the unverified stories of its epic's ones. */
export function blockerFinder(db: Db): BlockerFinder {
  const { epics, storyDependencies, epicDependencies } = db;
  const known = finders.get(epics);
  if (known?.storyDependencies === storyDependencies && known.epicDependencies === epicDependencies) return known.find;
  const find = newFinder(db);
  finders.set(epics, { storyDependencies, epicDependencies, find });
  return find;
}

function newFinder(db: Db): BlockerFinder {
  const ofStory = prerequisites(db.storyDependencies);
  const ofEpic = epicPrerequisites(db.epicDependencies);
  const openInEpic = memoized((epicId) => openStories(db, epicId));
  const blockers = memoized((storyId) => [
    ...(ofStory.get(storyId) ?? []).flatMap((id) => openStory(db, id)),
    ...(ofEpic.get(db.storyEpics.get(storyId) ?? '') ?? []).flatMap(openInEpic),
  ]);
  return (story) => blockers(story.id);
}

function memoized(find: (id: string) => readonly StoryRow[]): (id: string) => readonly StoryRow[] {
  const memory = new Map<string, readonly StoryRow[]>();
  return (id) => {
    const known = memory.get(id) ?? find(id);
    memory.set(id, known);
    return known;
  };
}

/** A way from a node back to itself, first node repeated at the end; null when there is none. */
export function findCycle(edges: Edges): readonly string[] | null {
  return cyclesOf(edges).next().value ?? null;
}

function openStory(db: Db, id: string): readonly StoryRow[] {
  const story = db.epics.get(db.storyEpics.get(id) ?? '')?.stories.get(id);
  return story !== undefined && isOpen(story) ? [story] : [];
}

function openStories(db: Db, epicId: string): readonly StoryRow[] {
  const shelf = db.epics.get(epicId);
  return shelf === undefined ? [] : storiesInOrder(shelf).filter(isOpen);
}

function isOpen(story: StoryRow): boolean {
  return story.verified_status !== 'verified';
}

function remembered<Key extends object>(memory: WeakMap<Key, Edges>, key: Key, make: () => Edges): Edges {
  const known = memory.get(key) ?? make();
  memory.set(key, known);
  return known;
}

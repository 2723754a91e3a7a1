import { z } from 'zod';
import type { BacklogPayload } from './backlog.ts';
import type { StoryNumber } from './story.ts';

/** `from` waits for `to`: numbers of stories, or of epics, whose stories all wait for all of the other's. */
export const dependencySchema = z.object({ kind: z.enum(['story', 'epic']), from: z.string(), to: z.string() });
export type Dependency = z.infer<typeof dependencySchema>;

/**
 * What loopctl keeps and the backlog does not name (any more), of the stories and epics that it has: an import only ever
 * adds. What was made for stories that the file does not have is somebody else's.
 */
export function findDrift(backlog: BacklogPayload, kept: readonly Dependency[]): readonly Dependency[] {
  const named = new Set([
    ...backlog.story_dependencies.map(({ story, depends_on }) => keyOf({ kind: 'story', from: story, to: depends_on })),
    ...backlog.epic_dependencies.map(({ epic, depends_on }) =>
      keyOf({ kind: 'epic', from: String(epic), to: String(depends_on) }),
    ),
  ]);
  const numbers = numbersOf(backlog);
  return kept.filter((dependency) => numbers[dependency.kind].has(dependency.from) && !named.has(keyOf(dependency)));
}

/** The backlog as it holds in loopctl: with what drifted between the stories and epics that it has. */
export function withDrift(backlog: BacklogPayload, drift: readonly Dependency[]): BacklogPayload {
  const numbers = numbersOf(backlog);
  const among = drift.filter(({ kind, to }) => numbers[kind].has(to));
  const stories = among.filter(({ kind }) => kind === 'story');
  const epics = among.filter(({ kind }) => kind === 'epic');
  return {
    ...backlog,
    story_dependencies: [
      ...backlog.story_dependencies,
      ...stories.map(({ from, to }) => ({ story: from, depends_on: to })),
    ],
    epic_dependencies: [
      ...backlog.epic_dependencies,
      ...epics.map(({ from, to }) => ({ epic: Number(from), depends_on: Number(to) })),
    ],
  };
}

function numbersOf({ epics }: BacklogPayload): Readonly<Record<Dependency['kind'], ReadonlySet<string>>> {
  return {
    story: new Set(epics.flatMap(({ stories }) => stories.map(({ number }) => number))),
    epic: new Set(epics.map(({ number }) => String(number))),
  };
}

export interface DriftFacts {
  /** What had drifted when the backlog was imported. */
  readonly drift: readonly Dependency[];
  /** What loopctl has now. */
  readonly kept: readonly Dependency[];
  readonly blockers: ReadonlyMap<StoryNumber, readonly StoryNumber[]>;
  readonly epicOf: ReadonlyMap<StoryNumber, number>;
}

/** Of the blockers of each story, those that only a drifted dependency which is still there makes it wait for. */
export function explainDrift(facts: DriftFacts): ReadonlyMap<StoryNumber, readonly StoryNumber[]> {
  const { kept, blockers, epicOf } = facts;
  const drifted = new Set(facts.drift.map(keyOf));
  const gone = kept.filter((dependency) => drifted.has(keyOf(dependency)));
  const named = kept.filter((dependency) => !drifted.has(keyOf(dependency)));
  const explained = [...blockers].map(([story, waitedFor]) => {
    const isFor = (dependencies: readonly Dependency[], blocker: StoryNumber): boolean =>
      dependencies.some((dependency) => makesWait(dependency, story, blocker, epicOf));
    return [story, waitedFor.filter((blocker) => isFor(gone, blocker) && !isFor(named, blocker))] as const;
  });
  return new Map(explained.filter(([, waitedFor]) => waitedFor.length > 0));
}

function makesWait(
  { kind, from, to }: Dependency,
  story: StoryNumber,
  blocker: StoryNumber,
  epicOf: DriftFacts['epicOf'],
): boolean {
  const nameOf = (number: StoryNumber): string => (kind === 'story' ? number : String(epicOf.get(number)));
  return from === nameOf(story) && to === nameOf(blocker);
}

function keyOf({ kind, from, to }: Dependency): string {
  return `${kind} ${from} ${to}`;
}

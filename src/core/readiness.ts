import type { Story, StoryNumber } from './story.ts';

interface GraphStory extends Pick<Story, 'id' | 'number' | 'agentStatus' | 'verifiedStatus'> {}

interface Edge {
  /** The one that waits. */
  readonly from: string;
  readonly to: string;
}

/** A project's stories and dependencies as of one moment, by loopctl's ids. */
export interface GraphFacts {
  readonly epics: readonly { readonly id: string; readonly number: number; readonly stories: readonly GraphStory[] }[];
  readonly storyDependencies: readonly Edge[];
  readonly epicDependencies: readonly Edge[];
}

export interface Readiness {
  /** Pending, and nothing blocks them. */
  readonly ready: ReadonlySet<StoryNumber>;
  /** The unverified stories that each blocked story waits for. */
  readonly blockers: ReadonlyMap<StoryNumber, readonly StoryNumber[]>;
}

/**
 * Which stories are ready and what blocks the others, as loopctl itself answers it: a story waits for its own
 * dependencies and for every story of the epics that its epic depends on. Null where the graph names what it does not
 * hold, a story of another project: then only loopctl can say.
 */
export function findReadiness({ epics, storyDependencies, epicDependencies }: GraphFacts): Readiness | null {
  const stories = new Map(epics.flatMap((epic) => epic.stories).map((story) => [story.id, story]));
  const openIn = new Map(epics.map(({ id, stories: own }) => [id, own.filter(isOpen)]));
  const ofStory = openTargets(storyDependencies, (id) => {
    const story = stories.get(id);
    return story === undefined ? null : [story].filter(isOpen);
  });
  const ofEpic = openTargets(epicDependencies, (id) => openIn.get(id) ?? null);
  if (ofStory === null || ofEpic === null) return null;
  const waiting = epics.flatMap(({ id: epicId, stories: own }) =>
    own.map((story) => ({ story, waitsFor: [...(ofStory.get(story.id) ?? []), ...(ofEpic.get(epicId) ?? [])] })),
  );
  const isFree = ({ story, waitsFor }: Waiting): boolean => waitsFor.length === 0 && story.agentStatus === 'pending';
  return {
    ready: new Set(waiting.filter(isFree).map(({ story }) => story.number)),
    blockers: new Map(
      waiting.flatMap(({ story, waitsFor }) => (waitsFor.length > 0 ? [[story.number, [...new Set(waitsFor)]]] : [])),
    ),
  };
}

interface Waiting {
  readonly story: GraphStory;
  readonly waitsFor: readonly StoryNumber[];
}

/** Of each that waits, the open stories behind what it waits for; null where one of these is not known. */
function openTargets(
  edges: readonly Edge[],
  open: (id: string) => readonly GraphStory[] | null,
): ReadonlyMap<string, readonly StoryNumber[]> | null {
  const found = new Map<string, StoryNumber[]>();
  for (const { from, to } of edges) {
    const targets = open(to);
    if (targets === null) return null;
    const known = found.get(from) ?? [];
    for (const { number } of targets) known.push(number);
    found.set(from, known);
  }
  return found;
}

function isOpen({ verifiedStatus }: GraphStory): boolean {
  return verifiedStatus !== 'verified';
}

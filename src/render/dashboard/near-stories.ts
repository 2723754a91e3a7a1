import type { Plan } from '../../core/decision.ts';
import type { Ledger } from '../../core/ledger.ts';
import { orderReady } from '../../core/select.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { compareStoryNumbers, isDone, type StoryNumber } from '../../core/story.ts';

/** What is under way and what comes next: more than this nobody reads in a picture. */
const most = 24;
const mostUnderWay = 14;
const mostNext = 6;

export interface Edge {
  readonly from: StoryNumber;
  /** The one that waits. */
  readonly to: StoryNumber;
}

interface NearStories {
  readonly stories: readonly StoryNumber[];
  /** Without those that follow from others. */
  readonly edges: readonly Edge[];
  /** Open stories that are not among them. */
  readonly others: number;
}

/** The stories under way, those that are started next, and those that wait directly for any of them. */
export function pickNear(
  world: Pick<Snapshot, 'stories' | 'blockers' | 'ready'>,
  { holds }: Pick<Plan, 'holds'>,
  ledger: Pick<Ledger, 'stories'>,
  selection: 'cohesion' | 'critical-path',
): NearStories {
  const open = world.stories.filter((story) => !isDone(story));
  const isUnderWay = (number: StoryNumber): boolean => Object.hasOwn(ledger.stories, number);
  const underWay = open.map(({ number }) => number).filter(isUnderWay);
  const next = orderReady(
    [...world.ready].filter((number) => !isUnderWay(number)),
    world,
    selection,
  );
  const first = new Set([...underWay.toSorted(byHold(holds)).slice(0, mostUnderWay), ...next.slice(0, mostNext)]);
  const waiting = [...world.blockers]
    .filter(([number, blockers]) => !first.has(number) && blockers.some((blocker) => first.has(blocker)))
    .map(([number]) => number)
    .toSorted(compareStoryNumbers);
  const chosen = [...first, ...waiting].slice(0, most);
  return {
    stories: chosen.toSorted(compareStoryNumbers),
    edges: reduce(edgesAmong(chosen, world)),
    others: Math.max(0, open.length - chosen.length),
  };
}

/** What waits for other stories is the least of what is under way. */
function byHold(holds: Plan['holds']): (left: StoryNumber, right: StoryNumber) => number {
  const rank = (number: StoryNumber): number => (holds.get(number)?.code === 'blocked' ? 1 : 0);
  return (left, right) => rank(left) - rank(right) || compareStoryNumbers(left, right);
}

function edgesAmong(chosen: readonly StoryNumber[], { blockers }: Pick<Snapshot, 'blockers'>): readonly Edge[] {
  const isChosen = new Set(chosen);
  return chosen.flatMap((to) =>
    (blockers.get(to) ?? []).filter((from) => isChosen.has(from)).map((from) => ({ from, to })),
  );
}

/** Whoever waits for what waits itself need not be shown waiting twice. */
function reduce(edges: readonly Edge[]): readonly Edge[] {
  const has = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  return edges.filter(
    ({ from, to }) => !edges.some((edge) => edge.from === from && edge.to !== to && has.has(`${edge.to} ${to}`)),
  );
}

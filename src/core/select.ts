import type { Snapshot } from './snapshot.ts';
import { compareStoryNumbers, type StoryNumber } from './story.ts';

/**
 * The order in which ready stories are started. `cohesion`: epics already under way first, then the longest remaining
 * path, then the number. `critical-path`: the longest remaining path first.
 */
export function orderReady(
  ready: readonly StoryNumber[],
  world: Pick<Snapshot, 'stories' | 'blockers'>,
  selection: 'cohesion' | 'critical-path',
): readonly StoryNumber[] {
  const epicOf = new Map(world.stories.map((story) => [story.number, story.epic]));
  const underWay = new Set(
    world.stories
      .filter((story) => story.agentStatus !== 'pending' || story.verifiedStatus !== 'unverified')
      .map((story) => story.epic),
  );
  const length = remainingPaths(world);
  const cohesion = (number: StoryNumber): number => (underWay.has(epicOf.get(number) ?? -1) ? 0 : 1);
  return ready.toSorted(
    (left, right) =>
      (selection === 'cohesion' ? cohesion(left) - cohesion(right) : 0) ||
      (length.get(right) ?? 1) - (length.get(left) ?? 1) ||
      compareStoryNumbers(left, right),
  );
}

/** For each story the number of stories on the longest chain that starts with it and waits for it. */
export function remainingPaths(world: Pick<Snapshot, 'stories' | 'blockers'>): ReadonlyMap<StoryNumber, number> {
  const waiting = countDependents(world.blockers);
  const length = new Map(world.stories.map(({ number }) => [number, 1]));
  const settled = world.stories.map(({ number }) => number).filter((number) => !waiting.has(number));
  for (let next = settled.pop(); next !== undefined; next = settled.pop()) {
    for (const blocker of world.blockers.get(next) ?? []) {
      length.set(blocker, Math.max(length.get(blocker) ?? 1, (length.get(next) ?? 1) + 1));
      const left = (waiting.get(blocker) ?? 0) - 1;
      waiting.set(blocker, left);
      if (left === 0) settled.push(blocker);
    }
  }
  return length;
}

function countDependents(blockers: Snapshot['blockers']): Map<StoryNumber, number> {
  const count = new Map<StoryNumber, number>();
  for (const blocker of [...blockers.values()].flat()) count.set(blocker, (count.get(blocker) ?? 0) + 1);
  return count;
}

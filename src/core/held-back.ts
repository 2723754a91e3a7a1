import type { Snapshot } from './snapshot.ts';
import type { StoryNumber } from './story.ts';

/** How many stories wait for this one, directly or behind others that do. */
type HeldBack = (story: StoryNumber) => number;

/** Reads the blockers the other way round, once, for as many questions as are asked. */
export function countHeldBack({ blockers }: Pick<Snapshot, 'blockers'>): HeldBack {
  const dependents = new Map<StoryNumber, StoryNumber[]>();
  for (const [story, before] of blockers) {
    for (const blocker of before) {
      const list = dependents.get(blocker);
      if (list === undefined) dependents.set(blocker, [story]);
      else list.push(story);
    }
  }
  return (story) => {
    const found = new Set([story]);
    for (const one of found) for (const dependent of dependents.get(one) ?? []) found.add(dependent);
    return found.size - 1;
  };
}

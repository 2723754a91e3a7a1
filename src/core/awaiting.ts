import type { Snapshot } from './snapshot.ts';
import type { StoryNumber } from './story.ts';

/** The stories that wait for this one, among others. */
export function listAwaiting(story: StoryNumber, { blockers }: Pick<Snapshot, 'blockers'>): readonly StoryNumber[] {
  return [...blockers].filter(([, ones]) => ones.includes(story)).map(([waiting]) => waiting);
}

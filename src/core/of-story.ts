import type { StoryFacts } from './snapshot.ts';

/** What every decision about a story holds. */
export interface OfStory {
  readonly story: StoryFacts;
  /** One line: why this is done now. */
  readonly because: string;
}

import type { Plan } from './decision.ts';
import type { Ledger } from './ledger.ts';
import { type Hold, reasons } from './reasons.ts';
import { compareStoryNumbers, type StoryNumber } from './story.ts';

export interface Waiting {
  readonly story: StoryNumber;
  readonly hold: Hold;
}

/**
 * The stories that wait for a person for a reason of their own, those under way first. What the whole line waits for is
 * said of the line, and not once more of every story.
 */
export function listWaitingForPeople(
  { holds, line }: Pick<Plan, 'holds' | 'line'>,
  { stories }: Pick<Ledger, 'stories'>,
): readonly Waiting[] {
  const rank = (story: StoryNumber): number => (Object.hasOwn(stories, story) ? 0 : 1);
  return [...holds]
    .filter(([, { code }]) => reasons[code].who === 'person' && code !== line?.code)
    .map(([story, hold]) => ({ story, hold }))
    .toSorted((left, right) => rank(left.story) - rank(right.story) || compareStoryNumbers(left.story, right.story));
}

import type { Plan } from './decision.ts';
import type { Ledger } from './ledger.ts';
import { type Hold, reasons } from './reasons.ts';
import { compareStoryNumbers, type StoryNumber } from './story.ts';

export interface Waiting {
  readonly story: StoryNumber;
  readonly hold: Hold;
}

/** The stories that began to wait for a person since the ledger was read: each is told once for what holds it. */
export function listNewlyWaiting({ holds }: Pick<Plan, 'holds'>, before: Pick<Ledger, 'waits'>): readonly Waiting[] {
  return [...holds]
    .filter(([story, { code }]) => reasons[code].who === 'person' && before.waits[story]?.code !== code)
    .map(([story, hold]) => ({ story, hold }))
    .toSorted((left, right) => compareStoryNumbers(left.story, right.story));
}

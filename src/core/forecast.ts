import type { Plan } from './decision.ts';
import type { Snapshot } from './snapshot.ts';
import { isDone } from './story.ts';

/** What the stories that are verified took, all together. */
export interface Tally {
  readonly verified: number;
  /** Author runs and reviews that failed are in it. */
  readonly attempts: number;
  readonly costMillicents: number;
}

export interface Forecast {
  /** Agents that would be sent out now. */
  readonly agents: number;
  readonly open: number;
  /** At the rate of what is verified; null where nothing is, or where no cost was ever told. */
  readonly attemptsLeft: number | null;
  readonly millicentsLeft: number | null;
}

/** What is still to come if it goes on as it went: a rate, no promise. */
export function forecast(
  { stories }: Pick<Snapshot, 'stories'>,
  { decisions }: Pick<Plan, 'decisions'>,
  { verified, attempts, costMillicents }: Tally,
): Forecast {
  const open = stories.filter((story) => !isDone(story)).length;
  return {
    agents: decisions.filter(({ kind }) => kind === 'dispatch').length,
    open,
    attemptsLeft: verified === 0 ? null : Math.round((attempts / verified) * open),
    millicentsLeft: verified === 0 || costMillicents === 0 ? null : Math.round((costMillicents / verified) * open),
  };
}

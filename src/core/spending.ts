import { nameSome } from './name-some.ts';
import type { Hold } from './reasons.ts';

/** A budget of the project, of an epic or of a story that is under way, and what was spent of it. */
export interface SpendingFacts {
  /** Whose it is, in words. */
  readonly of: string;
  /** 1000 of them are a cent. */
  readonly budgetMillicents: number;
  readonly spentMillicents: number;
  /** Percent of the budget from which on people want to know. */
  readonly alertThreshold: number;
}

/** The budgets that are spent, or nearly. As in loopctl that stops nothing: whether it should is for people to say. */
export function noteSpending(spending: readonly SpendingFacts[]): readonly Hold[] {
  const high = spending.filter(
    ({ budgetMillicents, spentMillicents, alertThreshold }) =>
      spentMillicents * 100 >= budgetMillicents * alertThreshold,
  );
  return high.length === 0 ? [] : [{ code: 'spending_high', detail: nameSome(high.map(describe)) }];
}

function describe({ of, budgetMillicents, spentMillicents }: SpendingFacts): string {
  return `${of} ${dollars(spentMillicents)} of ${dollars(budgetMillicents)}`;
}

/** Money as people write it. */
export function dollars(millicents: number): string {
  return `$${(millicents / 100_000).toFixed(2)}`;
}

import { nameSome } from './name-some.ts';
import type { Hold } from './reasons.ts';
import type { StoryNumber } from './story.ts';

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

/** A budget as loopctl keeps it, by the id of what it is for. */
interface KeptBudget extends Omit<SpendingFacts, 'of'> {
  readonly scopeId: string;
}

/** What a budget can be for. */
export interface SpendingScopes {
  readonly project: string;
  readonly epics: readonly {
    readonly id: string;
    readonly number: number;
    readonly stories: readonly { readonly id: string; readonly number: StoryNumber; readonly verifiedStatus: string }[];
  }[];
}

/** Of the tenant's budgets those of the project, and of its epics and stories as long as there is something to do. */
export function findSpending(
  budgets: readonly KeptBudget[],
  { project, epics }: SpendingScopes,
): readonly SpendingFacts[] {
  const names = new Map([[project, 'the project']]);
  for (const { id, number, stories } of epics) {
    const open = stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified');
    if (open.length > 0) names.set(id, `epic ${number}`);
    for (const story of open) names.set(story.id, `story ${story.number}`);
  }
  return budgets.flatMap(({ scopeId, budgetMillicents, spentMillicents, alertThreshold }) => {
    const of = names.get(scopeId);
    return of === undefined ? [] : [{ of, budgetMillicents, spentMillicents, alertThreshold }];
  });
}

/** The budgets that are spent, or nearly. As in loopctl that stops nothing: whether it should is for people to say. */
export function noteSpending(spending: readonly SpendingFacts[]): readonly Hold[] {
  const high = spending.filter(isSpendingHigh);
  return high.length === 0 ? [] : [{ code: 'spending_high', detail: nameSome(high.map(describe)) }];
}

/** Whether so much of a budget is spent that people want to know. */
export function isSpendingHigh({ budgetMillicents, spentMillicents, alertThreshold }: SpendingFacts): boolean {
  return spentMillicents * 100 >= budgetMillicents * alertThreshold;
}

/** The budgets that are spent to their end, each by whose it is and how much it holds. */
export function findSpentBudgets(spending: readonly SpendingFacts[]): readonly string[] {
  return spending
    .filter(({ budgetMillicents, spentMillicents }) => spentMillicents >= budgetMillicents)
    .map(({ of, budgetMillicents }) => `${of} ${dollars(budgetMillicents)}`);
}

function describe({ of, budgetMillicents, spentMillicents }: SpendingFacts): string {
  return `${of} ${dollars(spentMillicents)} of ${dollars(budgetMillicents)}`;
}

/** Money as people write it. */
export function dollars(millicents: number): string {
  return `$${(millicents / 100_000).toFixed(2)}`;
}

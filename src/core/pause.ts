import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import { nameSome } from './name-some.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import { findSpentBudgets, type SpendingFacts } from './spending.ts';

/** What a paused project waits for, or nothing. */
export function holdOfPause({ paused }: Pick<Ledger, 'paused'>): Hold | null {
  if (paused === null) return null;
  return paused.cause === 'budget'
    ? { code: 'budget_spent', detail: paused.by }
    : { code: 'paused', detail: `by ${paused.by}` };
}

/**
 * The ledger with a pause for a budget that is spent, where the team wants the project to stop then; not for one in spite
 * of which a person let it go on, as long as it is as large as it was.
 */
export function noteBudgets(
  ledger: Ledger,
  spending: readonly SpendingFacts[],
  { limits }: Pick<Policy, 'limits'>,
  now: Instant,
): Ledger {
  const spent = findSpentBudgets(spending);
  const overspent = ledger.overspent.filter((budget) => spent.includes(budget));
  const known = overspent.length === ledger.overspent.length ? ledger : { ...ledger, overspent };
  const fresh = spent.filter((budget) => !overspent.includes(budget));
  if (limits.budget === 'warn' || fresh.length === 0 || ledger.paused !== null) return known;
  return { ...known, paused: { by: nameSome(fresh), at: now, cause: 'budget' } };
}

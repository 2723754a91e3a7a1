import type { Ledger } from '../ledger.ts';
import { findSpentBudgets } from '../spending.ts';
import { applied, type CommandAnswer } from './command-answer.ts';
import type { CommandFacts } from './command-facts.ts';

/** Nobody starts and nothing merges any more. */
export function pauseProject(ledger: Ledger, { actor, now }: CommandFacts): CommandAnswer {
  if (ledger.paused?.cause === 'person')
    return applied(ledger, `The project is paused already, by ${ledger.paused.by}.`);
  return applied(
    { ...ledger, paused: { by: actor, at: now, cause: 'person' } },
    'The project is paused: nothing new is started and nothing is merged; agents at work go on to their end.',
  );
}

/** It goes on; in spite of the budgets that are spent by now, each of which stops it no second time at the same amount. */
export function resumeProject(ledger: Ledger, { world }: CommandFacts): CommandAnswer {
  if (ledger.paused === null) return applied(ledger, 'The project is not paused.');
  const overspent = findSpentBudgets(world.spending);
  const words = overspent.length === 0 ? '' : ` What is spent stops it no more: ${overspent.join(', ')}.`;
  return applied({ ...ledger, paused: null, overspent: [...overspent] }, `The project goes on.${words}`);
}

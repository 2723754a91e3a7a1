import { dollars, isSpendingHigh, type SpendingFacts } from '../../core/spending.ts';
import { keepWithin } from '../keep-within.ts';
import type { PresentFacts } from '../surface.ts';
import { renderCell } from '../table-cell.ts';
import { renderBar } from './progress.ts';

const limit = 3000;

/** What agents say that they spent, and how loopctl's budgets stand. */
export function renderMoney({ world, ledger }: Pick<PresentFacts, 'world' | 'ledger'>): readonly string[] {
  const { told, costMillicents, tokens, verified } = ledger.tally;
  if (told === 0 && world.spending.length === 0) return [];
  const perStory = verified === 0 ? '' : `, ${dollars(costMillicents / verified)} for each verified story`;
  return [
    '### Money',
    '',
    ...(told === 0
      ? []
      : [`${told} agents told of ${dollars(costMillicents)} and ${tokens} tokens${perStory}: their own word.`, '']),
    ...(world.spending.length === 0
      ? []
      : [
          '| budget of | spent | share |',
          '| --- | --- | --- |',
          ...keepWithin(world.spending.map(renderBudget), limit, (left) => `| ${left} more | | |`),
          '',
        ]),
  ];
}

function renderBudget(budget: SpendingFacts): string {
  const { of, budgetMillicents, spentMillicents } = budget;
  const bar = renderBar(Math.min(spentMillicents, budgetMillicents), budgetMillicents);
  return `| ${renderCell(of)} | ${dollars(spentMillicents)} of ${dollars(budgetMillicents)}${isSpendingHigh(budget) ? ' **(high)**' : ''} | ${bar} |`;
}

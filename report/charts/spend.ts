import { areaY, gridY, lineY, ruleY } from '@observablehq/plot';
import { dollars } from '../../src/core/spending.ts';
import type { History } from '../history/history.ts';
import { sum } from '../history/sum.ts';
import type { Chart } from './chart.ts';
import { countOverTime } from './count-over-time.ts';
import { paint } from './palette.ts';
import { timeAxis } from './time-axis.ts';

/** What agents say that they spent, added up over time, and by epic. */
export function chartSpend(history: History): Chart {
  const { spendings, stories } = history;
  const total = sum(spendings.map(({ costMillicents }) => costMillicents));
  const spent = countOverTime(
    spendings.map(({ at, costMillicents }) => ({ at, by: costMillicents / 100_000 })),
    history,
  );
  const costly = stories.filter(({ tokens, costMillicents }) => tokens > 0 || costMillicents > 0);
  return {
    id: 'spend',
    title: 'Spend',
    lead:
      spendings.length === 0
        ? 'No agent told what it spent.'
        : `${dollars(total)} in all, ${sum(spendings.map(({ tokens }) => tokens)).toLocaleString('en')} tokens, as the agents say; ${dollars(total / Math.max(1, costly.length))} for a story.`,
    legend: [],
    table: {
      columns: ['Story', 'Title', 'Spent', 'Tokens'],
      rows: costly
        .toSorted((left, right) => right.costMillicents - left.costMillicents)
        .map(({ number, title, costMillicents, tokens }) => [number, title, dollars(costMillicents), tokens]),
    },
    draw:
      spendings.length === 0
        ? null
        : ({ isNarrow }) => ({
            height: isNarrow ? 200 : 240,
            marginLeft: 56,
            x: timeAxis(history, isNarrow),
            y: { label: 'US dollars', ticks: 5 },
            marks: [
              gridY(),
              areaY(spent, { x: 'at', y: 'count', curve: 'step-after', fill: paint('gold'), fillOpacity: 0.2 }),
              lineY(spent, { x: 'at', y: 'count', curve: 'step-after', stroke: paint('gold'), strokeWidth: 2.5 }),
              ruleY([0]),
            ],
          }),
  };
}

import { describe, expect, it } from 'vitest';
import { chartBurnUp } from '../../../report/charts/burn-up.ts';
import { type Chart, drawChart } from '../../../report/charts/chart.ts';
import { chartGantt } from '../../../report/charts/gantt.ts';
import { chartStates } from '../../../report/charts/states.ts';
import { tellHistory } from '../../../report/history/history.ts';
import { projectRecords, someRecords } from '../../builders/records.ts';

function draw(chart: Chart): readonly string[] {
  const drawn = drawChart(chart);
  if (drawn === null) expect.unreachable();
  return [drawn.wide.markup, drawn.narrow.markup];
}

describe('a project of any size', () => {
  it.each([1, 2, 3, 16])('has agents and waits of %i stories drawn high enough to be seen', (count) => {
    const numbers = Array.from({ length: count }, (_, place) => `1.${place + 1}`);
    const history = tellHistory(
      someRecords({
        stories: numbers.map((number) => ({ number, title: number, epic: 1, createdAt: 0 })),
        waits: numbers.map((story) => ({ story, code: 'ci_pending', from: 0, until: 600_000 })),
      }),
    );
    for (const svg of draw(chartGantt(history))) {
      const heights = [...svg.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
      expect(heights).toHaveLength(count);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(5);
    }
  });

  it.each([1, 2, 3, 4, 6, 7, 16, 129, 10_000])('has each number of %i stories once on an axis', (stories) => {
    const history = tellHistory(projectRecords({ stories, verified: Math.floor(stories / 2) }));
    for (const chart of [chartBurnUp(history), chartStates(history)]) {
      for (const svg of draw(chart)) {
        const numbers = [...svg.matchAll(/>([\d,]+)<\/text>/g)].map(([, number]) => number);
        expect(numbers).toEqual([...new Set(numbers)]);
        expect(numbers.length).toBeGreaterThan(1);
      }
    }
  });
});

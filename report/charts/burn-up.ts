import { areaY, gridY, lineY, ruleY } from '@observablehq/plot';
import { tellMoment } from '../../src/core/utc.ts';
import type { History } from '../history/history.ts';
import { renderDuration } from '../page/duration.ts';
import type { Chart } from './chart.ts';
import { type Change, countOverTime } from './count-over-time.ts';
import { paint } from './palette.ts';
import { timeAxis } from './time-axis.ts';
import { wholeTicks } from './whole-ticks.ts';

/** How the number of verified stories grew towards that of all stories. */
export function chartBurnUp(history: History): Chart {
  const { stories } = history;
  const all = countOverTime(
    stories.flatMap(({ steps }) => steps.slice(0, 1).map(({ at }) => ({ at, by: 1 }))),
    history,
  );
  const verified = countOverTime(stories.flatMap(verifications), history);
  const done = verified.at(-1)?.count ?? 0;
  return {
    id: 'burn-up',
    title: 'Verified stories over time',
    lead: `${done} of ${stories.length} stories verified in ${renderDuration(history.until - history.from)}.`,
    legend: [
      { label: 'All stories', colour: 'slate' },
      { label: 'Verified', colour: 'green' },
    ],
    table: {
      columns: ['Until', 'All stories', 'Verified'],
      rows: tenths(history).map((at) => [tellMoment(at), countAt(all, at), countAt(verified, at)]),
    },
    draw:
      stories.length === 0
        ? null
        : ({ isNarrow }) => ({
            height: isNarrow ? 240 : 320,
            marginLeft: 56,
            x: timeAxis(history, isNarrow),
            y: { label: 'stories', domain: [0, stories.length], nice: true, ...wholeTicks(stories.length, 5) },
            marks: [
              gridY(),
              ruleY([0]),
              areaY(verified, { x: 'at', y: 'count', curve: 'step-after', fill: paint('green'), fillOpacity: 0.2 }),
              lineY(all, { x: 'at', y: 'count', curve: 'step-after', stroke: paint('slate'), strokeDasharray: '5 3' }),
              lineY(verified, { x: 'at', y: 'count', curve: 'step-after', stroke: paint('green'), strokeWidth: 2.5 }),
            ],
          }),
  };
}

type Steps = Pick<History['stories'][number], 'steps'>;

/** A story may be verified, rejected by a person after all, and verified again. */
function verifications({ steps }: Steps): readonly Change[] {
  return steps.flatMap(({ at, state }, index) => {
    if (state === 'verified') return [{ at, by: 1 }];
    return steps[index - 1]?.state === 'verified' ? [{ at, by: -1 }] : [];
  });
}

function tenths({ from, until }: History): readonly number[] {
  if (until === from) return [until];
  return Array.from({ length: 11 }, (_, index) => from + ((until - from) * index) / 10);
}

function countAt(counts: ReturnType<typeof countOverTime>, moment: number): number {
  return counts.findLast(({ at }) => at <= moment)?.count ?? 0;
}

import { barX } from '@observablehq/plot';
import type { History } from '../history/history.ts';
import { countOf } from '../page/count-of.ts';
import { renderDuration } from '../page/duration.ts';
import type { Chart } from './chart.ts';
import { cutLabel, marginFor } from './cut-label.ts';
import { paint } from './palette.ts';
import { layRows } from './row-layout.ts';
import { waitReasons } from './wait-reasons.ts';

const mostRows = 12;

/** What stories waited for, and how long all of them together. */
export function chartWaits(history: History): Chart {
  const all = waitReasons(history);
  const shown = all.slice(0, mostRows);
  const [longest] = all;
  const unit = unitOf(longest?.totalMs ?? 0);
  return {
    id: 'waits',
    title: 'What stories waited for',
    lead:
      longest === undefined
        ? 'No story waited.'
        : `Longest: “${longest.label}”, ${renderDuration(longest.totalMs)} in all, ${countOf(longest.stories, 'story', 'stories')}.`,
    legend: [],
    table: {
      columns: ['Reason', 'Code', 'Stories', 'Time in all'],
      rows: all.map(({ label, code, stories, totalMs }) => [label, code, stories, renderDuration(totalMs)]),
    },
    draw:
      longest === undefined
        ? null
        : ({ isNarrow }) => ({
            ...layRows(shown.length),
            marginLeft: marginFor(isNarrow ? 18 : 42),
            x: { label: unit.name, grid: true, ticks: isNarrow ? 3 : 8 },
            y: {
              label: null,
              tickFormat: (row: number) => cutLabel(shown[row]?.label ?? '', isNarrow ? 18 : 42),
              tickSize: 0,
              padding: 0,
            },
            marks: [
              barX(shown, {
                x: ({ totalMs }) => totalMs / unit.ms,
                y: (_, row) => row,
                fill: ({ colour }) => paint(colour),
                title: ({ label, totalMs }) => `${label}: ${renderDuration(totalMs)}`,
                insetTop: 4,
                insetBottom: 4,
              }),
            ],
            color: { type: 'identity' },
          }),
  };
}

interface Unit {
  readonly name: string;
  readonly ms: number;
}

const units: readonly Unit[] = [
  { name: 'days', ms: 86_400_000 },
  { name: 'hours', ms: 3_600_000 },
  { name: 'minutes', ms: 60_000 },
];

/** The largest unit of which the longest wait has two. */
function unitOf(longestMs: number): Unit {
  return units.find(({ ms }) => longestMs >= 2 * ms) ?? { name: 'seconds', ms: 1000 };
}

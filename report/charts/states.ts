import { barX, type PlotOptions } from '@observablehq/plot';
import type { History } from '../history/history.ts';
import { type StoryState, storyStates } from '../history/story-state.ts';
import { sum } from '../history/sum.ts';
import type { Canvas, Chart } from './chart.ts';
import { cutLabel, marginFor } from './cut-label.ts';
import { paint, stateColours } from './palette.ts';
import { layRows } from './row-layout.ts';
import { wholeTicks } from './whole-ticks.ts';

const states = Object.keys(storyStates) as readonly StoryState[];
const mostRows = 25;

interface EpicRow {
  readonly label: string;
  readonly counts: Readonly<Record<StoryState, number>>;
  readonly total: number;
}

/** Where the stories stand, epic by epic; of many epics those that are not finished come first. */
export function chartStates(history: History): Chart {
  const rows = epicRows(history);
  const shown = rows.toSorted((left, right) => Number(isFinished(left)) - Number(isFinished(right))).slice(0, mostRows);
  const totals = states.map(
    (state) => `${sum(rows.map(({ counts }) => counts[state]))} ${storyStates[state].toLowerCase()}`,
  );
  const left = rows.length - shown.length;
  return {
    id: 'states',
    title: 'Stories by state',
    lead: `${totals.join(', ')}.${left === 0 ? '' : ` ${left} more epics are in the table.`}`,
    legend: states.map((state) => ({ label: storyStates[state], colour: stateColours[state] })),
    table: {
      columns: ['Epic', ...states.map((state) => storyStates[state]), 'Stories'],
      rows: rows.map(({ label, counts, total }) => [label, ...states.map((state) => counts[state]), total]),
    },
    draw:
      shown.length === 0
        ? null
        : (canvas) =>
            drawStates(
              rows.filter((row) => shown.includes(row)),
              canvas,
            ),
  };
}

function drawStates(rows: readonly EpicRow[], { isNarrow }: Canvas): PlotOptions {
  const length = isNarrow ? 12 : 34;
  const bars = rows.flatMap(({ label, counts }, row) =>
    states.map((state) => ({
      row,
      state,
      count: counts[state],
      said: `${label}: ${counts[state]} ${storyStates[state]}`,
    })),
  );
  return {
    ...layRows(rows.length),
    marginLeft: marginFor(length),
    x: { label: null, grid: true, ...wholeTicks(Math.max(...rows.map(({ total }) => total)), isNarrow ? 4 : 8) },
    y: { label: null, tickFormat: (row: number) => cutLabel(rows[row]?.label ?? '', length), tickSize: 0, padding: 0 },
    color: { domain: [...states], range: states.map((state) => paint(stateColours[state])) },
    marks: [barX(bars, { x: 'count', y: 'row', fill: 'state', title: 'said', insetTop: 4, insetBottom: 4 })],
  };
}

function epicRows({ epics, stories }: History): readonly EpicRow[] {
  const byEpic = Map.groupBy(stories, ({ epic }) => epic);
  return epics.map(({ number, title }) => {
    const own = byEpic.get(number) ?? [];
    const counts = Object.fromEntries(
      states.map((state) => [state, own.filter((story) => story.state === state).length]),
    ) as Record<StoryState, number>;
    return { label: title === '' ? `Epic ${number}` : `${number} ${title}`, counts, total: own.length };
  });
}

function isFinished({ counts, total }: EpicRow): boolean {
  return counts.verified === total;
}

import { barX, type Markish, type PlotOptions, rectX } from '@observablehq/plot';
import { compareStoryNumbers, type StoryNumber } from '../../src/core/story.ts';
import { tellMoment } from '../../src/core/utc.ts';
import type { History } from '../history/history.ts';
import type { AgentSpan, WaitSpan } from '../history/spans.ts';
import { countOf } from '../page/count-of.ts';
import { renderDuration } from '../page/duration.ts';
import type { Canvas, Chart } from './chart.ts';
import type { Range } from './count-over-time.ts';
import { cutLabel, marginFor } from './cut-label.ts';
import { type Colour, paint, roleColours } from './palette.ts';
import { layRows } from './row-layout.ts';
import { timeAxis } from './time-axis.ts';
import { waitReasons } from './wait-reasons.ts';

const mostRows = 40;
const roles = Object.keys(roleColours) as readonly AgentSpan['role'][];

type ProjectState = History['projectSpans'][number]['kind'];

/** What held for every story at once is a shade behind all rows. */
const projectLooks = {
  base_red: { label: 'Behind all: the base was red', colour: 'red' },
  paused: { label: 'Behind all: paused', colour: 'slate' },
} as const satisfies Record<ProjectState, { readonly label: string; readonly colour: Colour }>;

const projectStates = Object.keys(projectLooks) as readonly ProjectState[];

interface Row {
  readonly story: StoryNumber;
  readonly title: string;
  readonly agents: readonly AgentSpan[];
  readonly waits: readonly WaitSpan[];
}

/** Whose turn it was at each story: agents above, what it waited for below; of many stories those that moved last. */
export function chartGantt(history: History): Chart {
  const rows = rowsOf(history);
  const shown = new Set(
    rows.toSorted((left, right) => endOf(right, history) - endOf(left, history)).slice(0, mostRows),
  );
  const left = rows.length - shown.size;
  const reasons = waitReasons(history);
  const coloured = reasons.filter(({ colour }) => colour !== 'grey');
  const used = new Set(history.agents.map(({ role }) => role));
  return {
    id: 'gantt',
    title: 'Agents and waits, story by story',
    lead: `${countOf(history.agents.length, 'agent')} worked on ${rows.length} stories and repairs.${
      left === 0 ? '' : ` Shown are the ${shown.size} that moved last, of ${rows.length}.`
    }`,
    legend: [
      ...roles.filter((role) => used.has(role)).map((role) => ({ label: `Agent: ${role}`, colour: roleColours[role] })),
      ...coloured.map(({ label, colour }) => ({ label: `Waits: ${label}`, colour })),
      ...projectStates
        .filter((kind) => history.projectSpans.some((span) => span.kind === kind))
        .map((kind) => ({ label: projectLooks[kind].label, colour: projectLooks[kind].colour })),
      ...(reasons.length > coloured.length ? [{ label: 'Waits: anything else', colour: 'grey' as const }] : []),
    ],
    table: {
      columns: ['Story', 'What', 'From', 'For', 'How it ended'],
      rows: rows.flatMap((row) => tableRows(row, history)),
    },
    draw:
      shown.size === 0
        ? null
        : (canvas) =>
            drawRows(
              rows.filter((row) => shown.has(row)),
              history,
              canvas,
            ),
  };
}

function rowsOf({ stories, agents, waits }: History): readonly Row[] {
  const known = new Map(stories.map((story) => [story.number, story]));
  const byStory = Map.groupBy(agents, ({ story }) => story);
  return [...new Set([...agents, ...waits].map(({ story }) => story))]
    .map((story) => ({
      story,
      title: known.get(story)?.title ?? 'repair of the base',
      agents: byStory.get(story) ?? [],
      waits: known.get(story)?.waits ?? waits.filter((wait) => wait.story === story),
    }))
    .toSorted((left, right) => startOf(left) - startOf(right) || compareStoryNumbers(left.story, right.story));
}

function startOf({ agents, waits }: Row): number {
  return [...agents, ...waits].reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
}

function endOf({ agents, waits }: Row, history: History): number {
  return [...agents, ...waits].reduce((most, { until }) => Math.max(most, until ?? history.until), 0);
}

interface Bar {
  readonly row: number;
  readonly from: number;
  readonly until: number;
  readonly colour: Colour;
  readonly said: string;
}

function drawRows(rows: readonly Row[], history: History, { isNarrow }: Canvas): PlotOptions {
  const colours = new Map(waitReasons(history).map(({ code, colour, label }) => [code, { colour, label }]));
  const agents = rows.flatMap((row, place) =>
    row.agents.map((span) => barOf(place, span, history, roleColours[span.role], `${row.story}: ${sayAgent(span)}`)),
  );
  const waits = rows.flatMap((row, place) =>
    row.waits.map((span) => {
      const { colour = 'grey', label = span.code } = colours.get(span.code) ?? {};
      return barOf(place, span, history, colour, `${row.story} waits: ${label}`);
    }),
  );
  const range = { from: Math.min(...rows.map(startOf)), until: history.until };
  const bars = { x1: 'from', x2: 'until', y: 'row', title: 'said', fill: ({ colour }: Bar) => paint(colour) } as const;
  const edge = { stroke: ({ colour }: Bar) => paint(colour), strokeWidth: 1 };
  return {
    ...layRows(rows.length),
    marginLeft: isNarrow ? 56 : marginFor(36),
    x: { ...timeAxis(range, isNarrow), grid: true, axis: 'both' },
    y: {
      label: null,
      domain: rows.map((_, place) => place),
      tickFormat: (place: number) => labelOf(rows[place], isNarrow),
      tickSize: 0,
      padding: 0,
    },
    color: { type: 'identity' },
    marks: [
      ...projectStates.map((state) => drawProject(state, history.projectSpans, range)),
      barX(agents, { ...bars, ...edge, insetTop: 3, insetBottom: 11 }),
      barX(waits, { ...bars, ...edge, insetTop: 17, insetBottom: 3 }),
    ],
  };
}

function drawProject(kind: ProjectState, all: History['projectSpans'], { from, until }: Range): Markish {
  const { colour, label } = projectLooks[kind];
  const spans = all
    .filter((span) => span.kind === kind && (span.until ?? until) > from)
    .map((span) => ({ from: Math.max(span.from, from), until: span.until ?? until }));
  return rectX(spans, { x1: 'from', x2: 'until', fill: paint(colour), fillOpacity: 0.15, title: () => label });
}

function barOf(
  row: number,
  { from, until }: Pick<AgentSpan, 'from' | 'until'>,
  history: History,
  colour: Colour,
  said: string,
): Bar {
  const end = until ?? history.until;
  return { row, from, until: end, colour, said: `${said}, ${renderDuration(end - from)}` };
}

function labelOf(row: Row | undefined, isNarrow: boolean): string {
  if (row === undefined) return '';
  return isNarrow ? row.story.replace(/^repair-.*/, 'repair') : cutLabel(`${row.story} ${row.title}`, 36);
}

function sayAgent({ role, assignment, ending }: AgentSpan): string {
  return `${role} ${assignment}${ending === null ? '' : `, ${ending}`}`;
}

function tableRows({ story, agents, waits }: Row, { until }: History): readonly (readonly string[])[] {
  const lines = [
    ...agents.map((span) => ({ span, what: `agent: ${span.role}`, end: span.ending ?? '' })),
    ...waits.map((span) => ({ span, what: `waits: ${span.code}`, end: '' })),
  ];
  return lines
    .toSorted((left, right) => left.span.from - right.span.from)
    .map(({ span, what, end }) => [
      story,
      what,
      tellMoment(span.from),
      renderDuration((span.until ?? until) - span.from),
      span.until === null ? 'goes on' : end,
    ]);
}

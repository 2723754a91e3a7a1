import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Markup } from '../page/html.ts';
import { raw } from '../page/html.ts';
import type { Table } from '../page/table.ts';
import type { Colour } from './palette.ts';

interface LegendEntry {
  readonly label: string;
  readonly colour: Colour;
}

export interface Canvas {
  readonly width: number;
  readonly isNarrow: boolean;
}

/** One picture of the report, with what it shows in words and as a table. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What there is to see, in a sentence or two. */
  readonly lead: string;
  readonly legend: readonly LegendEntry[];
  readonly table: Table;
  /** Null where there is nothing to draw yet. */
  readonly draw: ((canvas: Canvas) => PlotOptions) | null;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const wide: Canvas = { width: 1040, isNarrow: false };
const narrow: Canvas = { width: 350, isNarrow: true };

/** The chart drawn once for a wide page and once for a phone, whose letters would be too small in the other. */
export function drawChart(chart: Chart): { readonly wide: Markup; readonly narrow: Markup } | null {
  const { draw, title } = chart;
  if (draw === null) return null;
  return { wide: drawOn(wide, title, draw), narrow: drawOn(narrow, title, draw) };
}

function drawOn(canvas: Canvas, title: string, draw: NonNullable<Chart['draw']>): Markup {
  const svg = plot({ document, style: { fontSize: '12px' }, ...draw(canvas), width: canvas.width });
  // What Plot says of its own looks stands once in the page's style.
  for (const style of svg.querySelectorAll('style')) style.remove();
  // It is one picture with one name: its parts have none.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  return raw(svg.outerHTML);
}

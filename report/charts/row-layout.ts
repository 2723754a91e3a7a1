import type { PlotOptions } from '@observablehq/plot';

const rowHeight = 26;
/** Room for an axis above and below. */
const margins = { marginTop: 24, marginBottom: 34 } as const;

/** The heights of a chart with so many rows: each row gets the same, however few there are. */
export function layRows(rows: number): Required<Pick<PlotOptions, 'height' | 'marginTop' | 'marginBottom'>> {
  return { ...margins, height: margins.marginTop + margins.marginBottom + rows * rowHeight };
}

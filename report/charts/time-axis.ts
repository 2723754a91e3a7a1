import type { ScaleOptions } from '@observablehq/plot';
import type { Range } from './count-over-time.ts';

/** Time from left to right, in UTC; a project of one moment is given a minute. */
export function timeAxis({ from, until }: Range, isNarrow: boolean): ScaleOptions {
  const end = until === from ? from + 60_000 : until;
  return { type: 'utc', domain: [new Date(from), new Date(end)], label: null, ticks: isNarrow ? 4 : 10 };
}

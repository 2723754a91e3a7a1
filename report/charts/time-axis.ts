import type { ScaleOptions } from '@observablehq/plot';
import type { Range } from './count-over-time.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Time from left to right, in UTC and in 24 hours; a project of one moment is given a minute. */
export function timeAxis({ from, until }: Range, isNarrow: boolean): ScaleOptions {
  const end = Math.max(until, from + minuteMs);
  return {
    type: 'utc',
    domain: [new Date(from), new Date(end)],
    label: null,
    ticks: isNarrow ? 4 : 9,
    tickFormat: formatFor(end - from),
  };
}

function formatFor(lasted: number): (moment: Date) => string {
  if (lasted < 10 * minuteMs) return (moment) => moment.toISOString().slice(11, 19);
  if (lasted < 36 * hourMs) return (moment) => moment.toISOString().slice(11, 16);
  return (moment) => `${moment.getUTCDate()} ${months[moment.getUTCMonth()]}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

import { type Cron, parseCron } from './cron.ts';
import type { Instant } from './instant.ts';

/** The clock that wakes the workflow when nothing else does. */
export interface ScheduleFacts {
  /** As they stand in the workflow file. */
  readonly crons: readonly string[];
  /** When runs began that it started, in any order. */
  readonly starts: readonly Instant[];
}

/** How well it keeps its time, in steps so wide that they seldom change. */
export interface Punctuality {
  readonly late: 'on_time' | 'minutes' | 'an_hour' | 'hours';
  readonly missing: 'none' | 'some' | 'most';
}

const minute = 60_000;
const fewest = 3;
const newest = 12;
/** How far back a run's own minute is looked for. */
const farthest = 26 * 60;

/** How late the schedule's newest runs began, and whether GitHub left any out; null where too little is known. */
export function judgeSchedule({ crons, starts }: ScheduleFacts): Punctuality | null {
  const clocks = crons.flatMap((cron) => parseCron(cron) ?? []);
  const runs = starts.toSorted((one, other) => other - one).slice(0, newest);
  const [latest] = runs;
  const earliest = runs.at(-1);
  const median = medianOf(runs.flatMap((start) => latenessOf(start, clocks) ?? []));
  if (runs.length < fewest || latest === undefined || earliest === undefined || median === null) return null;
  return { late: nameLateness(median), missing: nameMissing(1 - runs.length / countDue(earliest, latest, clocks)) };
}

function nameLateness(minutes: number): Punctuality['late'] {
  if (minutes < 5) return 'on_time';
  if (minutes < 20) return 'minutes';
  return minutes < 90 ? 'an_hour' : 'hours';
}

function nameMissing(part: number): Punctuality['missing'] {
  if (part < 0.2) return 'none';
  return part < 0.6 ? 'some' : 'most';
}

function medianOf(values: readonly number[]): number | null {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? null;
}

/** Minutes since the schedule was due last. */
function latenessOf(start: Instant, clocks: readonly Cron[]): number | null {
  for (let late = 0; late <= farthest; late += 1) {
    if (clocks.some((isDue) => isDue(start - late * minute))) return late;
  }
  return null;
}

/** How often it was due between two runs, as far back as is worth counting. */
function countDue(from: Instant, to: Instant, clocks: readonly Cron[]): number {
  const minutes = Math.min(Math.floor((to - from) / minute), 7 * 24 * 60);
  let due = 1;
  for (let back = 0; back < minutes; back += 1) {
    if (clocks.some((isDue) => isDue(to - back * minute))) due += 1;
  }
  return due;
}

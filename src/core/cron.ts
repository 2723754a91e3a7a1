import type { Instant } from './instant.ts';
import { toUtc } from './utc.ts';

/** The minutes at which a schedule is due. */
export type Cron = (instant: Instant) => boolean;

const fields = [
  { min: 0, max: 59, names: [] },
  { min: 0, max: 23, names: [] },
  { min: 1, max: 31, names: [] },
  { min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { min: 0, max: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
] as const;

type Field = (typeof fields)[number];

/** Reads a schedule as GitHub does (POSIX cron, UTC); null where it is none. */
export function parseCron(text: string): Cron | null {
  const parts = text.trim().split(/\s+/);
  const sets = fields.map((field, index) => parseField(parts[index] ?? '', field));
  const [minutes, hours, days, months, weekdays] = sets;
  if (parts.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return null;
  const isAnyDay = parts[2] === '*';
  const isAnyWeekday = parts[4] === '*';
  return (instant) => {
    const { minute, hour, day, month, weekday } = toUtc(instant);
    if (!minutes.has(minute) || !hours.has(hour) || !months.has(month)) return false;
    const isDay = days.has(day);
    const isWeekday = weekdays.has(weekday) || (weekday === 0 && weekdays.has(7));
    // Where both are narrowed, either will do.
    return isAnyDay || isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
  };
}

function parseField(text: string, field: Field): ReadonlySet<number> | null {
  const parts = text.split(',').map((part) => parsePart(part, field));
  return parts.some((part) => part === null) ? null : new Set(parts.flatMap((part) => part ?? []));
}

function parsePart(text: string, { min, max, names }: Field): readonly number[] | null {
  const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const [from, to] = range === '*' ? [min, max] : range.split('-').map((name) => numberOf(name, { min, names }));
  const last = to ?? (text.includes('/') ? max : from);
  if (from === undefined || last === undefined || range.split('-').length > 2) return null;
  if (!(from >= min && last <= max && from <= last && Number(step) >= 1)) return null;
  return Array.from(
    { length: Math.floor((last - from) / Number(step)) + 1 },
    (_, index) => from + index * Number(step),
  );
}

function numberOf(text: string, { min, names }: { readonly min: number; readonly names: readonly string[] }): number {
  const named = names.indexOf(text.toLowerCase());
  if (named !== -1) return named + min;
  return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
}

import type { Instant } from './instant.ts';

/** A moment as the calendar and the clock have it in UTC. */
interface Utc {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

const dayMs = 86_400_000;

/** Reads a moment as UTC, without a clock or a locale (Howard Hinnant's `civil_from_days`). */
export function toUtc(instant: Instant): Utc {
  const days = Math.floor(instant / dayMs);
  const minutes = Math.floor((instant - days * dayMs) / 60_000);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * part + 2) / 5) + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  };
}

/** A moment for people: `2026-11-23 02:50 UTC`. What is shown for longer tells moments, never ages: those change by themselves. */
export function tellMoment(instant: Instant): string {
  return `${tellMinute(instant)} UTC`;
}

/** Until when something rests, for people: to the second, and never too early, for somebody may wait for just that. */
export function tellNotBefore(instant: Instant): string {
  const seconds = Math.ceil(instant / 1000);
  return `not before ${tellMinute(seconds * 1000)}:${two(seconds % 60)} UTC`;
}

function tellMinute(instant: Instant): string {
  const { year, month, day, hour, minute } = toUtc(instant);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

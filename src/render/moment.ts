import type { Instant } from '../core/instant.ts';
import { toUtc } from '../core/utc.ts';

/** A moment for people: `2026-11-23 02:50 UTC`. What stays on GitHub tells moments, never ages: those change by themselves. */
export function renderMoment(instant: Instant): string {
  const { year, month, day, hour, minute } = toUtc(instant);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} UTC`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

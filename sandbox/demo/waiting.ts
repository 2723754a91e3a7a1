import { reasons } from '../../src/core/reasons.ts';
import type { Board } from './board.ts';

/** What waits for a person, as the last pass said: the story, and what is asked. */
export function waitingForPeople({ holds }: Board): readonly (readonly [string, string])[] {
  const theirs = Object.values(reasons).filter(({ who }) => who === 'person');
  return [...holds].filter(([story, text]) => story !== '-' && theirs.some(({ title }) => text.startsWith(title)));
}

/**
 * How long until the first of what only rests is tried again, as the last pass said; in milliseconds, 0 when nothing
 * rests. `now` is by the clock of the passes.
 */
export function restOf({ holds }: Pick<Board, 'holds'>, now: number): number {
  const ends = [...holds.values()].flatMap((text) => readEnd(text) ?? []);
  return ends.length === 0 ? 0 : Math.max(0, Math.min(...ends) - now);
}

/** A hold that only waits for time says until when: `… not before 2026-11-23 02:50:15 UTC.` */
function readEnd(text: string): number | null {
  const [, day, time] = /\bnot before (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC\b/.exec(text) ?? [];
  return time === undefined ? null : Date.parse(`${day}T${time}Z`);
}

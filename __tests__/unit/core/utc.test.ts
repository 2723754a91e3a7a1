import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellMoment, tellNotBefore, toUtc } from '../../../src/core/utc.ts';

test('a moment is told to the minute, in UTC', () => {
  expect(tellMoment(Date.UTC(2026, 10, 23, 2, 50, 59))).toBe('2026-11-23 02:50 UTC');
});

test('until when something rests is told to the second, and never too early', () => {
  expect(tellNotBefore(Date.UTC(2026, 10, 23, 2, 50, 59))).toBe('not before 2026-11-23 02:50:59 UTC');
  expect(tellNotBefore(Date.UTC(2026, 10, 23, 2, 50, 58, 1))).toBe('not before 2026-11-23 02:50:59 UTC');
  expect(tellNotBefore(Date.UTC(2026, 10, 23, 2, 50, 59, 999))).toBe('not before 2026-11-23 02:51:00 UTC');
});

test('the calendar is the one that everybody has, leap years and weekdays included', () => {
  const moments = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2400, 11, 31) });
  fc.assert(
    fc.property(moments, (moment) => {
      const date = new Date(moment);
      expect(toUtc(moment)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        weekday: date.getUTCDay(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
      });
    }),
    { numRuns: 500 },
  );
});

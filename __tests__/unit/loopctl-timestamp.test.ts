import { expect, test } from 'vitest';
import { parseTimestamp, shiftMicroseconds } from '../../src/loopctl/embedded/engine/timestamp.ts';

test.each([
  ['2026-11-22T12:35:15.549Z', '2026-11-22T12:35:15.549000Z'],
  ['2026-11-22T12:35:15Z', '2026-11-22T12:35:15.000000Z'],
  ['2026-11-22 12:35:15.123456Z', '2026-11-22T12:35:15.123456Z'],
  ['2026-11-22T12:35:15.123456789+01:00', '2026-11-22T11:35:15.123456Z'],
  ['2026-13-22T12:35:15Z', null],
  ['yesterday', null],
  ['', null],
])('%s is read as %s', (text, moment) => {
  expect(parseTimestamp(text)).toBe(moment);
});

test.each([
  ['2026-11-22T12:35:15.000001Z', '2026-11-22T12:35:15.000002Z'],
  ['2026-11-22T12:35:15.999999Z', '2026-11-22T12:35:16.000000Z'],
  ['2026-12-31T23:59:59.999999Z', '2027-01-01T00:00:00.000000Z'],
])('a microsecond after %s is %s, and back', (earlier, later) => {
  expect(shiftMicroseconds(earlier, 1)).toBe(later);
  expect(shiftMicroseconds(later, -1)).toBe(earlier);
});

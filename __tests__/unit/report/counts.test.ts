import { expect, it } from 'vitest';
import { averageOverTime, countOverTime } from '../../../report/charts/count-over-time.ts';
import { waitReasons } from '../../../report/charts/wait-reasons.ts';
import { renderDuration } from '../../../report/page/duration.ts';
import { minute, noon } from '../../builders/ledger.ts';

const range = { from: noon, until: noon + 100 * minute };

it('counts what was added and taken in steps, from end to end of the range', () => {
  const changes = [
    { at: noon + 20 * minute, by: -1 },
    { at: noon + 10 * minute, by: 2 },
  ];
  expect(countOverTime(changes, range).map(({ at, count }) => [(at - noon) / minute, count])).toEqual([
    [0, 0],
    [10, 2],
    [20, 1],
    [100, 1],
  ]);
});

it('keeps what it came to when there are more changes than can be seen', () => {
  const changes = Array.from({ length: 5000 }, (_, place) => ({ at: noon + place * minute * 0.02, by: 1 }));
  const counts = countOverTime(changes, range);
  expect(counts.length).toBeLessThan(500);
  expect(counts.at(-1)).toEqual({ at: range.until, count: 5000 });
  expect(counts.every(({ count, at }) => count === changes.filter((change) => change.at <= at).length)).toBe(true);
});

it('averages over each while how many were at work, those that still are included', () => {
  const spans = [
    { from: noon, until: noon + 25 * minute },
    { from: noon + 50 * minute, until: null },
    { from: noon + 50 * minute, until: noon + 75 * minute },
  ];
  expect(averageOverTime(spans, range, 4).map(({ count }) => count)).toEqual([1, 0, 2, 1]);
  expect(averageOverTime(spans, range, 2).map(({ count }) => count)).toEqual([0.5, 1.5]);
});

it('tells what stories waited for longest first, in the words of the catalogue, and keeps its colours for them', () => {
  const wait = (
    story: string,
    code: string,
    minutes: number | null,
  ): Parameters<typeof waitReasons>[0]['waits'][0] => ({
    ...{ story, code, from: noon, until: minutes === null ? null : noon + minutes * minute },
  });
  const waits = [wait('1.1', 'no_room', 5), wait('1.2', 'a_reason_of_old', 6), wait('1.2', 'no_room', null)];
  expect(waitReasons({ waits, until: range.until })).toEqual([
    { code: 'no_room', label: 'waits for a free agent', colour: 'orange', stories: 2, totalMs: 105 * minute },
    { code: 'a_reason_of_old', label: 'a reason of old', colour: 'red', stories: 1, totalMs: 6 * minute },
  ]);
});

it.each([
  [900, '1 s'],
  [59_000, '59 s'],
  [12 * minute + 30_000, '12 min'],
  [60 * minute, '1 h'],
  [185 * minute, '3 h 5 min'],
  [52 * 60 * minute, '2 d 4 h'],
])('says %i ms as %s', (milliseconds, text) => {
  expect(renderDuration(milliseconds)).toBe(text);
});

import { describe, expect, test } from 'vitest';
import { parseCron } from '../../../src/core/cron.ts';
import { judgeSchedule } from '../../../src/core/schedule.ts';

function at(text: string): number {
  return Date.parse(`${text}Z`);
}

describe('when a schedule is due', () => {
  test.each([
    ['7,37 * * * *', '2026-11-23T10:37:20', true],
    ['7,37 * * * *', '2026-11-23T10:38:00', false],
    ['*/15 8-17 * * 1-5', '2026-11-23T08:45:00', true],
    ['*/15 8-17 * * 1-5', '2026-11-22T08:45:00', false],
    ['0 3 1 * *', '2026-12-01T03:00:00', true],
    ['0 3 1 * *', '2026-12-02T03:00:00', false],
    ['0 3 * NOV sun', '2026-11-22T03:00:00', true],
    ['0 3 * * 7', '2026-11-22T03:00:00', true],
    ['0 3 1 * mon', '2026-11-23T03:00:00', true],
    ['5/20 * * * *', '2026-11-23T03:45:00', true],
    ['5/20 * * * *', '2026-11-23T03:40:00', false],
  ])('%s, at %s: %s', (cron, moment, isDue) => {
    expect(parseCron(cron)?.(at(moment))).toBe(isDue);
  });

  test.each([
    '',
    '* * * *',
    '60 * * * *',
    '* * * * * *',
    'x * * * *',
    '*/0 * * * *',
    '1-2-3 * * * *',
    '9-3 * * * *',
    '@daily',
  ])('`%s` is no schedule', (text) => {
    expect(parseCron(text)).toBeNull();
  });
});

describe('how well the schedule keeps its time', () => {
  const crons = ['0 * * * *'];

  test.each([
    ['on the minute', ['10:00', '11:01', '12:02'], { late: 'on_time', missing: 'none' }],
    ['minutes late', ['10:09', '11:12', '12:30'], { late: 'minutes', missing: 'none' }],
    ['up to an hour late', ['10:30', '11:40', '12:50'], { late: 'an_hour', missing: 'none' }],
    ['some are left out', ['07:03', '10:03', '11:03', '12:03'], { late: 'on_time', missing: 'some' }],
    ['most are left out', ['01:00', '07:00', '13:00'], { late: 'on_time', missing: 'most' }],
    ['too few to say', ['10:00', '11:00'], null],
  ])('%s', (_, starts, expected) => {
    const moments = starts.map((time) => at(`2026-11-23T${time}:00`));
    expect(judgeSchedule({ crons, starts: moments })).toEqual(expected);
  });

  test('hours late, where it is due once a day', () => {
    const starts = ['20', '21', '22'].map((day) => at(`2026-11-${day}T09:00:00`));
    expect(judgeSchedule({ crons: ['0 6 * * *'], starts })).toEqual({ late: 'hours', missing: 'none' });
  });

  test('of a schedule that cannot be read nothing is said', () => {
    const starts = ['10', '11', '12'].map((hour) => at(`2026-11-23T${hour}:00:00`));
    expect(judgeSchedule({ crons: ['whenever'], starts })).toBeNull();
  });
});

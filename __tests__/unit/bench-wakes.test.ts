import { describe, expect, test } from 'vitest';
import { countFirings } from '../../scripts/bench/wakes.ts';

describe('the firings a day of a cron line', () => {
  test.each([
    ['7,37 * * * *', 48],
    ['*/15 * * * *', 96],
    ['5 * * * *', 24],
    ['0 8-17 * * *', 10],
    ['10/20 6,18 * * *', 6],
    ['0 0-23/6 * * *', 4],
  ])('%s fires %i times', (cron, times) => {
    expect(countFirings(cron)).toBe(times);
  });

  test.each(['0 8 * * 1-5', 'x * * * *', '61 * * * *', '5 * *'])('%s is refused rather than misread', (cron) => {
    expect(() => countFirings(cron)).toThrow();
  });
});

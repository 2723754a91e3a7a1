import { describe, expect, it } from 'vitest';
import { nextCursor } from '../../../src/core/comment-cursor.ts';
import { minute, noon } from '../../builders/ledger.ts';

const second = 1000;
const hour = 60 * minute;

describe('from where the next list of comments goes on', () => {
  it.each<[when: string, since: number, newest: number, isCut: boolean, next: number | null]>([
    [
      'right after the newest, which none can come in before any more',
      -hour,
      -10 * minute,
      false,
      -10 * minute + second,
    ],
    ['right after one that was listed before', -hour, -hour, false, -hour + second],
    ['a minute before a fresh one, which another may come in before', -hour, -5 * second, false, -65 * second],
    ['where this one did, when that is not a minute ago', -30 * second, -5 * second, false, null],
    ['at the last one, when there are more', -hour, -30 * minute, true, -30 * minute],
    ['at the last one too when that is fresh', -hour, -second, true, -second],
    ['beyond the second in which there were more than a list holds twice', -hour, -hour, true, -hour + second],
  ])('%s', (_where, since, newest, isCut, next) => {
    const found = nextCursor({ since: noon + since, newest: noon + newest, isCut, listedAt: noon });
    expect(found).toBe(next === null ? null : noon + next);
  });

  it('never goes back', () => {
    for (let ago = 0; ago < 200; ago += 1) {
      const since = noon - 30 * second;
      const found = nextCursor({ since, newest: since + ago * 100, isCut: false, listedAt: noon });
      expect(found ?? since).toBeGreaterThanOrEqual(since);
    }
  });
});

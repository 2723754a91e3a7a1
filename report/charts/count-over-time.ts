import type { Instant } from '../../src/core/instant.ts';

export interface Change {
  readonly at: Instant;
  readonly by: number;
}

export interface Count {
  readonly at: Instant;
  readonly count: number;
}

export interface Range {
  readonly from: Instant;
  readonly until: Instant;
}

/** More points than this no screen can tell apart. */
const mostPoints = 400;

/**
 * How a number went from what was added to it and taken from it; from the range's beginning to its end, in steps. Of
 * more changes than can be seen the last of each small while is kept, so that no end of a while is wrong.
 */
export function countOverTime(changes: readonly Change[], { from, until }: Range): readonly Count[] {
  const width = Math.max(1, (until - from) / mostPoints);
  const counts: Count[] = [{ at: from, count: 0 }];
  let count = 0;
  for (const { at, by } of changes.toSorted((left, right) => left.at - right.at)) {
    count += by;
    const last = counts.at(-1);
    const isSameWhile = last !== undefined && Math.floor((last.at - from) / width) === Math.floor((at - from) / width);
    if (changes.length > mostPoints && isSameWhile) counts[counts.length - 1] = { at: last.at, count };
    else counts.push({ at, count });
  }
  return [...counts, { at: until, count }];
}

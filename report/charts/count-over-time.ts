import type { Instant } from '../../src/core/instant.ts';

export interface Change {
  readonly at: Instant;
  readonly by: number;
}

interface Count {
  readonly at: Instant;
  readonly count: number;
}

export interface Range {
  readonly from: Instant;
  readonly until: Instant;
}

/** More steps than this no screen can tell apart. */
const mostSteps = 400;

/**
 * How a number went from what was added to it and taken from it, in steps from the range's beginning to its end. Of more
 * changes than can be seen, what it had come to by the end of each small while.
 */
export function countOverTime(changes: readonly Change[], { from, until }: Range): readonly Count[] {
  const width = changes.length > mostSteps ? Math.max(1, (until - from) / mostSteps) : 0;
  const counts: Count[] = [{ at: from, count: 0 }];
  let count = 0;
  for (const { at, by } of changes.toSorted((left, right) => left.at - right.at)) {
    count += by;
    const moment = width === 0 ? at : from + Math.ceil((at - from) / width) * width;
    if (counts.at(-1)?.at === moment) counts.pop();
    counts.push({ at: moment, count });
  }
  return [...counts, { at: until, count }];
}

interface Span {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** How many of the spans there were at once, on average, in each of so many equal whiles of the range. */
export function averageOverTime(spans: readonly Span[], { from, until }: Range, whiles = 200): readonly Count[] {
  const width = Math.max(1, (until - from) / whiles);
  const sums = Array.from({ length: whiles }, () => 0);
  for (const span of spans) {
    const end = Math.min(span.until ?? until, until);
    for (let place = Math.floor((span.from - from) / width); place < whiles && from + place * width < end; place += 1) {
      const start = from + place * width;
      const shared = Math.min(end, start + width) - Math.max(span.from, start);
      sums[place] = (sums[place] ?? 0) + shared / width;
    }
  }
  return sums.map((count, place) => ({ at: from + place * width, count }));
}

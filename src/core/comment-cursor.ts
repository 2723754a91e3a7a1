import type { Instant } from './instant.ts';

/** A comment that is written may come into the list a moment later than another one that was written after it. */
const lateMs = 60_000;
const secondMs = 1000;

interface ListedComments {
  /** From where this list went on. */
  readonly since: Instant;
  /** When its newest comment was written or changed, by GitHub's clock in whole seconds. */
  readonly newest: Instant;
  /** There is more, which the next list goes on with. */
  readonly isCut: boolean;
  /** By GitHub's clock, when it was listed. */
  readonly listedAt: Instant;
}

/** From where the next list of comments goes on, so that none is missed and few are listed twice; null: from where this one did. */
export function nextCursor({ since, newest, isCut, listedAt }: ListedComments): Instant | null {
  // Comments that nobody follows would else be all that is listed from there, again and again.
  if (isCut) return newest > since ? newest : since + secondMs;
  const next = newest < listedAt - lateMs ? newest + secondMs : newest - lateMs;
  return next > since ? next : null;
}

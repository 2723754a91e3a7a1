import type { Instant } from '../core/instant.ts';
import type { BudgetFacts } from '../core/snapshot.ts';

/** As much of an answer as tells what may be asked next. */
export interface LimitSigns {
  readonly status: number;
  /** The value of a header, by its name in lower case. */
  readonly header: (name: string) => string | null;
  readonly body: () => string;
}

/** Until when nothing more may be asked: of one budget, or of anything. */
export interface Limit {
  readonly of: string | 'everything';
  readonly until: Instant;
}

/** What GitHub asks for where it does not say how long. */
const plainWaitMs = 60_000;
/** Its clock tells whole seconds. */
const secondMs = 1000;

/** The budget that an answer tells of, by our clock; null where it tells of none, as a server without limits. */
export function readBudget({ header }: Pick<LimitSigns, 'header'>, now: Instant): BudgetFacts | null {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
    readNumber(header(`x-ratelimit-${name}`)),
  );
  if (limit == null || remaining == null || reset == null) return null;
  const theirs = Date.parse(header('date') ?? '');
  const ahead = Number.isNaN(theirs) ? 0 : now - theirs;
  return { resource: header('x-ratelimit-resource') ?? 'core', limit, remaining, resetsAt: reset * 1000 + ahead };
}

/**
 * The limit an answer says was passed, null where it says no such thing: a secondary one by `retry-after` or, where only
 * the words tell, for a minute; a spent budget until it is given anew.
 */
export function readLimit(signs: LimitSigns, now: Instant): Limit | null {
  if (!isLimited(signs)) return null;
  const seconds = readNumber(signs.header('retry-after'));
  if (seconds !== null) return { of: 'everything', until: now + Math.max(1, seconds) * 1000 };
  const budget = readBudget(signs, now);
  if (budget?.remaining === 0) return { of: budget.resource, until: budget.resetsAt + secondMs };
  return { of: 'everything', until: now + plainWaitMs };
}

/** Whether an answer refuses only because too much was asked. */
export function isLimited({ status, header, body }: LimitSigns): boolean {
  if (status === 429) return true;
  // A query is answered with 200 whatever came of it.
  if (status === 200) return header('x-ratelimit-remaining') === '0' && body().includes('"RATE_LIMITED"');
  if (status !== 403) return false;
  if (header('retry-after') !== null || header('x-ratelimit-remaining') === '0') return true;
  return /secondary rate limit/i.test(body());
}

function readNumber(text: string | null): number | null {
  const number = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

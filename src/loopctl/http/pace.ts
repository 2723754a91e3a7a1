import type { Answer } from './exchange.ts';

/** The longest that the server's window of counting lasts. */
const windowMs = 60_000;

/**
 * For how many milliseconds nothing more should be sent with the key of this answer; 0 when there is no need to wait.
 * Reckoned by the server's own clock, which need not be ours.
 */
export function readPauseMs({ status, headers }: Answer, now: number): number {
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  if (status === 429) return atLeast(Number.isFinite(retryAfter) ? bounded(retryAfter * 1000) : resetMs(headers, now));
  return headers.get('x-ratelimit-remaining') === '0' ? resetMs(headers, now) : 0;
}

function resetMs(headers: Headers, now: number): number {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(reset) ? bounded(reset - (Number.isFinite(theirs) ? theirs : now)) : windowMs;
}

/** What was refused is not sent again in the same breath, whatever the answer says. */
function atLeast(milliseconds: number): number {
  return Math.max(milliseconds, 250);
}

function bounded(milliseconds: number): number {
  return Math.min(Math.max(milliseconds, 0), windowMs);
}

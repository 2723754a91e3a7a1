/** What a key may still ask, as every answer to it announces. */
export interface Allowance {
  readonly isExceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts requests in windows of a minute, aligned to the minute; refused ones count too. */
export type RateLimit = (key: string, limit: number) => Allowance;

const windowMs = 60_000;

/** So many times what one key may ask is what all of them together may. */
const keysInTenant = 3;

/** Starts counting: so many a minute for each key, three times as many for all keys together. */
export function createRateLimit(now: () => Date): RateLimit {
  let window = Number.NaN;
  let total = 0;
  const counts = new Map<string, number>();
  return (key, limit) => {
    const moment = now().getTime();
    const current = Math.floor(moment / windowMs);
    if (current !== window) {
      window = current;
      total = 0;
      counts.clear();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    total += 1;
    const reset = (current + 1) * windowMs;
    const isExceeded = count > limit || total > limit * keysInTenant;
    return {
      isExceeded,
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - count)),
        'x-ratelimit-reset': String(reset / 1000),
        ...(isExceeded ? { 'retry-after': String(Math.ceil((reset - moment) / 1000)) } : {}),
      },
    };
  };
}

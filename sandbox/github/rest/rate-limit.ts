import type { Caller, RequestMeter } from '../auth/tokens.ts';
import type { Site } from '../site.ts';
import type { TokenKind } from '../world/rows.ts';

export interface RateWindow {
  readonly resource: 'core' | 'graphql';
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

const limits = { installation: 5000, job: 1000, user: 5000 } as const satisfies Record<TokenKind, number>;

/** The budget of a caller's token as it stands; told to the caller, not enforced. An answer of 304 is free. */
export function windowOf(site: Site, meter: RequestMeter, caller: Caller, resource: 'core' | 'graphql'): RateWindow {
  const row = site.tables.tokens.where('id', caller.tokenId)[0];
  const counts = row === undefined ? undefined : meter.countsOf(row);
  const used = (resource === 'core' ? counts?.rest : counts?.graphql) ?? 0;
  const limit = limits[caller.kind];
  const issued = Date.parse(row?.createdAt ?? site.now());
  return { resource, limit, used, remaining: Math.max(0, limit - used), reset: Math.floor(issued / 1000) + 3600 };
}

/** The headers that tell a budget. */
export function rateHeaders(window: RateWindow): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(window.limit),
    'x-ratelimit-remaining': String(window.remaining),
    'x-ratelimit-used': String(window.used),
    'x-ratelimit-reset': String(window.reset),
    'x-ratelimit-resource': window.resource,
  };
}

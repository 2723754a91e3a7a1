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

/** The budget of a caller's token as it stands; told to the caller, not enforced. */
export function windowOf(site: Site, meter: RequestMeter, caller: Caller, resource: 'core' | 'graphql'): RateWindow {
  const row = site.tables.tokens.where('id', caller.tokenId)[0];
  const counts = row === undefined ? { rest: 0, graphql: 0, git: 0 } : meter.countsOf(row);
  const used = resource === 'core' ? counts.rest : counts.graphql;
  const limit = limits[caller.kind];
  const issued = row === undefined ? Date.parse(site.now()) : Date.parse(row.createdAt);
  return { resource, limit, used, remaining: Math.max(0, limit - used), reset: Math.floor(issued / 1000) + 3600 };
}

/** Counts one request and returns the budget after it. */
export function countedWindow(
  site: Site,
  meter: RequestMeter,
  caller: Caller,
  resource: 'core' | 'graphql',
): RateWindow {
  meter.count(caller, resource === 'core' ? 'rest' : 'graphql');
  return windowOf(site, meter, caller, resource);
}

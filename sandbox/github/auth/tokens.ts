import { randomBytes } from 'node:crypto';
import type { TokenPermissions } from '../../actions-host.ts';
import type { Actor, Site } from '../site.ts';
import type { RequestCounts, TokenKind, TokenRow } from '../world/rows.ts';
import { permissionsOfRole } from './permissions.ts';

/** The app whose checks are those of workflow jobs. */
export const actionsApp = { id: 15368, slug: 'github-actions', name: 'GitHub Actions' } as const;

/** Who sends a request: its token's row, with a person's permissions as they are now. */
export interface Caller extends Actor {
  readonly tokenId: number;
  readonly permissions: TokenPermissions;
  readonly appId: number | null;
  readonly jobId: number | null;
}

const prefixes = { installation: 'ghs_', job: 'ghs_', user: 'ghp_' } as const satisfies Record<TokenKind, string>;

/** Makes a new token and tells the world of it. */
export function issueToken(
  site: Site,
  grant: Omit<TokenRow, 'id' | 'token' | 'revoked' | 'createdAt' | 'requests'>,
): TokenRow {
  const row = site.tables.tokens.put({
    ...grant,
    id: site.store.nextId(),
    token: `${prefixes[grant.kind]}${randomBytes(18).toString('hex')}`,
    revoked: false,
    createdAt: site.now(),
    requests: { rest: 0, graphql: 0, git: 0, notModified: 0 },
  });
  tell(site, row);
  return row;
}

/** Makes a token dead. */
export function revokeToken(site: Site, token: string): void {
  const row = site.tables.tokens.get(token);
  if (row === undefined || row.revoked) return;
  tell(site, site.tables.tokens.put({ ...row, revoked: true }));
}

function tell(site: Site, row: TokenRow): void {
  const { id, kind, permissions, jobId, revoked } = row;
  site.happen({ kind: 'token', id, tokenKind: kind, permissions, jobId, revoked });
}

/** The caller a token stands for; undefined when there is no such token or it is dead. */
export function callerOf(site: Site, token: string): Caller | undefined {
  const row = site.tables.tokens.get(token);
  if (row === undefined || row.revoked) return undefined;
  return {
    login: row.login,
    kind: row.kind,
    tokenId: row.id,
    permissions: row.kind === 'user' ? permissionsOfRole(roleOf(site, row.login)) : row.permissions,
    appId: row.appId,
    jobId: row.jobId,
  };
}

/** A person's role on the repository; `none` for strangers and Apps. */
export function roleOf(site: Site, login: string): 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none' {
  return site.tables.users.get(login)?.permission ?? 'none';
}

/** The token in an `Authorization` header: bearer, token, or git's basic. */
export function tokenIn(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const [scheme = '', value = ''] = authorization.split(' ', 2);
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':').slice(1).join(':');
  return /^(bearer|token)$/i.test(scheme) ? value : undefined;
}

/** Counts the requests of each token; recorded now and then, since a request alone changes nothing in the world. */
export interface RequestMeter {
  count(caller: Caller, transport: keyof RequestCounts): void;
  countsOf(token: TokenRow): RequestCounts;
  save(): void;
}

/** Opens the meter over the counts already recorded. */
export function createRequestMeter(site: Site): RequestMeter {
  const unsaved = new Map<number, RequestCounts>();
  let since = 0;

  function countsOf(token: TokenRow): RequestCounts {
    return unsaved.get(token.id) ?? token.requests;
  }

  function save(): void {
    site.store.together(() => {
      for (const [id, requests] of unsaved) {
        const row = site.tables.tokens.where('id', id)[0];
        if (row !== undefined) site.tables.tokens.put({ ...row, requests });
      }
    });
    unsaved.clear();
    since = 0;
  }

  return {
    count: (caller, transport) => {
      const row = site.tables.tokens.where('id', caller.tokenId)[0];
      if (row === undefined) return;
      const before = countsOf(row);
      unsaved.set(row.id, { ...before, [transport]: before[transport] + 1 });
      since += 1;
      if (since >= 100) save();
    },
    countsOf,
    save,
  };
}

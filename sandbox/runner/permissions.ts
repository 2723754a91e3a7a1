import type { TokenPermissions } from '../actions-host.ts';
import type { PermissionsDefinition } from './workflow-schema.ts';

type Level = 'none' | 'read' | 'write';

const RANK = { none: 0, read: 1, write: 2 } as const satisfies Record<Level, number>;

const SCOPES = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'repository-projects',
  'security-events',
  'statuses',
];

/** The restricted default of a repository's `GITHUB_TOKEN`: what a job gets when nobody asks for anything. */
export const DEFAULT_PERMISSIONS: TokenPermissions = { contents: 'read', packages: 'read', metadata: 'read' };

/** The first of the given definitions that exists, as a token's permissions; scopes it does not name are refused. */
export function resolvePermissions(
  definitions: readonly (PermissionsDefinition | undefined)[],
  fallback: TokenPermissions,
): TokenPermissions {
  const definition = definitions.find((candidate) => candidate !== undefined);
  if (definition === undefined) return fallback;
  if (definition === 'read-all') return grantAll('read');
  if (definition === 'write-all') return grantAll('write');
  return { ...definition, metadata: 'read' };
}

/** A scope on which more is asked for than may be given. */
export interface PermissionExcess {
  readonly scope: string;
  readonly asked: Level;
  readonly allowed: Level;
}

/** What is asked for beyond a cap; empty when all of it is covered. */
export function findExcess(asked: TokenPermissions, cap: TokenPermissions): readonly PermissionExcess[] {
  return Object.entries(asked)
    .map(([scope, level]) => ({ scope, asked: level, allowed: cap[scope] ?? 'none' }))
    .filter((pair) => RANK[pair.asked] > RANK[pair.allowed]);
}

/** Whether a token with these permissions may do something on a scope. */
export function isGranted(permissions: TokenPermissions, scope: string, level: 'read' | 'write'): boolean {
  return findExcess({ [scope]: level }, permissions).length === 0;
}

function grantAll(level: Level): TokenPermissions {
  return Object.fromEntries([...SCOPES, 'metadata'].map((scope) => [scope, scope === 'metadata' ? 'read' : level]));
}

import type { TokenPermissions } from '../../actions-host.ts';
import type { RepositoryPermission } from '../world/rows.ts';

export type PermissionName =
  | 'actions'
  | 'actions_variables'
  | 'administration'
  | 'checks'
  | 'contents'
  | 'environments'
  | 'issues'
  | 'members'
  | 'metadata'
  | 'pull_requests'
  | 'secrets'
  | 'statuses'
  | 'workflows';

export type PermissionLevel = 'read' | 'write';

export interface Need {
  readonly permission: PermissionName;
  readonly level: PermissionLevel;
}

/** Whether these permissions include what is needed; everybody who may see the repository reads its metadata. */
export function permits(permissions: TokenPermissions, need: Need): boolean {
  if (need.permission === 'metadata' && need.level === 'read') return true;
  const granted = permissions[need.permission] ?? permissions[workflowName(need.permission)];
  return granted === 'write' || (granted === 'read' && need.level === 'read');
}

// Workflow files write `pull-requests`, the API `pull_requests`.
function workflowName(permission: PermissionName): string {
  return permission.replaceAll('_', '-');
}

const readEverything = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  issues: 'read',
  metadata: 'read',
  pull_requests: 'read',
  statuses: 'read',
} as const satisfies TokenPermissions;

const writeCode = {
  ...readEverything,
  actions: 'write',
  actions_variables: 'read',
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  statuses: 'write',
  workflows: 'write',
} as const satisfies TokenPermissions;

const byRole = {
  admin: { ...writeCode, actions_variables: 'write', administration: 'write', environments: 'write', secrets: 'write' },
  maintain: writeCode,
  write: writeCode,
  triage: { ...readEverything, issues: 'write', pull_requests: 'write' },
  read: readEverything,
  none: {},
} as const satisfies Record<RepositoryPermission, TokenPermissions>;

/** What a person may do with a role on the repository. Nobody but an App writes checks. */
export function permissionsOfRole(role: RepositoryPermission): TokenPermissions {
  return byRole[role];
}

/** What an App is granted when nothing else is said: what the product's own App asks for, which may push no workflow. */
export const defaultAppPermissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'write',
} as const satisfies TokenPermissions;

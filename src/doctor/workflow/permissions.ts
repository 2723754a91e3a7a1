import type { Level, Permissions } from './parse-workflow.ts';

export interface ScopeLevel {
  readonly scope: string;
  readonly level: Level;
}

const ranks: readonly Level[] = ['none', 'read', 'write'];

/** What is asked for beyond what is granted. */
export function excessOf(asked: Permissions, granted: Permissions): readonly ScopeLevel[] {
  return entriesOf(asked).filter(({ scope, level }) => ranks.indexOf(level) > ranks.indexOf(levelOf(granted, scope)));
}

/** The scopes on which a token may write. */
export function writesOf(permissions: Permissions): readonly string[] {
  return entriesOf(permissions)
    .filter(({ level }) => level === 'write')
    .map(({ scope }) => scope);
}

function entriesOf(permissions: Permissions): readonly ScopeLevel[] {
  if ('all' in permissions) return [{ scope: 'all', level: permissions.all }];
  return Object.entries(permissions.scopes).map(([scope, level]) => ({ scope, level }));
}

function levelOf(permissions: Permissions, scope: string): Level {
  return 'all' in permissions ? permissions.all : (permissions.scopes[scope] ?? 'none');
}

import type { Site } from '../site.ts';
import type { CheckConclusion, CheckRow, StatusRow } from '../world/check-rows.ts';

/** What a commit's checks and statuses come to, each name of each suite counted once. */
export interface Contexts {
  readonly checks: readonly CheckRow[];
  readonly statuses: readonly StatusRow[];
}

/** The newest check run of each name in each suite, and the newest status of each context, of a commit. */
export function contextsOf(site: Site, sha: string): Contexts {
  const checks = new Map(site.tables.checks.where('headSha', sha).map((row) => [`${row.suiteId} ${row.name}`, row]));
  const statuses = new Map(site.tables.statuses.where('sha', sha).map((row) => [row.context, row]));
  return { checks: [...checks.values()], statuses: [...statuses.values()] };
}

export type ContextState = 'success' | 'pending' | 'failure';

const goodConclusions: readonly CheckConclusion[] = ['success', 'neutral', 'skipped'];

/** Whether a check run has passed, failed, or is still to tell. */
export function stateOfCheck(check: CheckRow): ContextState {
  if (check.status !== 'completed' || check.conclusion === null) return 'pending';
  return goodConclusions.includes(check.conclusion) ? 'success' : 'failure';
}

/** The same of a commit status. */
export function stateOfStatus(status: StatusRow): ContextState {
  return status.state === 'error' ? 'failure' : status.state;
}

export type RollupState = 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';

/** The state of all contexts together; null when a commit has none, which is not the same as green. */
export function rollupState(contexts: Contexts): RollupState | null {
  const states = [...contexts.checks.map(stateOfCheck), ...contexts.statuses.map(stateOfStatus)];
  if (states.length === 0) return null;
  if (contexts.statuses.some((status) => status.state === 'error')) return 'ERROR';
  if (states.includes('failure')) return 'FAILURE';
  return states.includes('pending') ? 'PENDING' : 'SUCCESS';
}

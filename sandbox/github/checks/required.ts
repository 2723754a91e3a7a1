import type { DemandedCheck } from '../rules/demands.ts';
import type { Site } from '../site.ts';
import type { CheckRow } from '../world/check-rows.ts';
import { type ContextState, type Contexts, contextsOf, stateOfCheck, stateOfStatus } from './contexts.ts';

/** `expected`: nothing has reported under this name (and app) yet. */
export type RequiredState = ContextState | 'expected';

/** How a required check stands on a commit: a check run and a status of one name must both be good. */
export function stateOfRequired(site: Site, sha: string, wanted: DemandedCheck): RequiredState {
  const contexts = contextsOf(site, sha);
  const checks = newestOfEachApp(contexts.checks.filter((check) => counts(site, check, wanted)));
  const statuses = contexts.statuses.filter((status) => wanted.appId === null && status.context === wanted.context);
  const states = [...checks.map(stateOfCheck), ...statuses.map(stateOfStatus)];
  if (states.length === 0) return 'expected';
  if (states.includes('failure')) return 'failure';
  return states.includes('pending') ? 'pending' : 'success';
}

/** Whether the contexts that nobody demands are all good; if not, the merge state is UNSTABLE. */
export function optionalAreGood(contexts: Contexts, demanded: readonly DemandedCheck[]): boolean {
  const isDemanded = (name: string): boolean => demanded.some((check) => check.context === name);
  return (
    contexts.checks.every((check) => isDemanded(check.name) || stateOfCheck(check) === 'success') &&
    contexts.statuses.every((status) => isDemanded(status.context) || stateOfStatus(status) === 'success')
  );
}

// A run started by hand reports on the commit, but GitHub does not count it for protection.
function counts(site: Site, check: CheckRow, wanted: DemandedCheck): boolean {
  if (check.name !== wanted.context) return false;
  if (wanted.appId !== null && wanted.appId !== check.appId) return false;
  const runId = site.tables.suites.get(check.suiteId)?.runId ?? null;
  return runId === null || site.tables.runs.get(runId)?.event !== 'workflow_dispatch';
}

function newestOfEachApp(checks: readonly CheckRow[]): readonly CheckRow[] {
  const newest = new Map<number, CheckRow>();
  for (const check of checks) {
    if ((newest.get(check.appId)?.id ?? 0) < check.id) newest.set(check.appId, check);
  }
  return [...newest.values()];
}

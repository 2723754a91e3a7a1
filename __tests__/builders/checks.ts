import type { CheckFacts, CheckState } from '../../src/core/snapshot.ts';

export const actionsApp = 15368;

/** A job of GitHub Actions, as a check run of a workflow run. */
export function aCheck(state: CheckState = 'success', change: Partial<CheckFacts> = {}): CheckFacts {
  return {
    name: 'test',
    kind: 'check_run',
    appId: actionsApp,
    appSlug: 'github-actions',
    state,
    workflowRunId: 7,
    workflow: 'ci.yml',
    url: null,
    summary: null,
    ...change,
  };
}

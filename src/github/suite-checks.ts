import { z } from 'zod';
import type { CheckFacts, CheckState } from '../core/snapshot.ts';
import { unreadableCheck } from './check-facts.ts';
import { isOfItsCommit } from './run-event.ts';
import { workflowFileOf } from './workflow-file.ts';

const suiteSchema = z.object({
  status: z.string(),
  conclusion: z.string().nullable(),
  app: z.object({ databaseId: z.number().nullable(), slug: z.string() }).nullable(),
  workflowRun: z
    .object({
      databaseId: z.number().nullable(),
      event: z.string(),
      workflow: z.object({ name: z.string(), resourcePath: z.string() }),
    })
    .nullable(),
});
export const suitesSchema = z.object({ nodes: z.array(suiteSchema.nullable()).nullable() }).nullable();
export type Suites = z.infer<typeof suitesSchema>;
type Suite = z.infer<typeof suiteSchema>;

/**
 * Each workflow run that is not over, as one pending check: between two jobs of it, one waiting for the other, all its
 * check runs can be green. Suites without a run are left out: GitHub makes one for every app that could report, and
 * most of those never end.
 */
export function toUnfinishedChecks(suites: Suites): CheckFacts[] {
  return toChecks(suites, 'pending', ({ status }) => status !== 'COMPLETED');
}

/** Each workflow run that waits for a person to let it start, as one check: it has no job, so nothing else tells of it. */
export function toParkedChecks(suites: Suites): CheckFacts[] {
  return toChecks(suites, 'action_required', ({ conclusion }) => conclusion === 'ACTION_REQUIRED');
}

function toChecks(suites: Suites, state: CheckState, isMeant: (suite: Suite) => boolean): CheckFacts[] {
  // GitHub always has the list, if only an empty one: what is null is what we may not see.
  if (suites === null || suites.nodes === null) return [unreadableCheck];
  return suites.nodes.flatMap((suite) => {
    if (suite === null) return [unreadableCheck];
    const { workflowRun, app } = suite;
    if (workflowRun === null || !isOfItsCommit(workflowRun) || !isMeant(suite)) return [];
    return [toCheck(workflowRun, app, state)];
  });
}

function toCheck(run: NonNullable<Suite['workflowRun']>, app: Suite['app'], state: CheckState): CheckFacts {
  return {
    name: run.workflow.name,
    kind: 'check_run',
    appId: app?.databaseId ?? null,
    appSlug: app?.slug ?? null,
    state,
    workflowRunId: run.databaseId,
    workflow: workflowFileOf(run),
    url: null,
    summary: null,
  };
}

import { z } from 'zod';
import type { CheckFacts } from '../core/snapshot.ts';

const suiteSchema = z.object({
  status: z.string(),
  app: z.object({ databaseId: z.number().nullable(), slug: z.string() }).nullable(),
  workflowRun: z
    .object({ databaseId: z.number().nullable(), workflow: z.object({ name: z.string(), resourcePath: z.string() }) })
    .nullable(),
});
export const suitesSchema = z.object({ nodes: z.array(suiteSchema.nullable()).nullable() }).nullable();
export type Suites = z.infer<typeof suitesSchema>;

/**
 * Each workflow run that is not over, as one pending check: between two jobs of it, one waiting for the other, all its
 * check runs can be green. Suites without a run are left out: GitHub makes one for every app that could report, and
 * most of those never end.
 */
export function toUnfinishedChecks(suites: Suites): CheckFacts[] {
  return (suites?.nodes ?? []).flatMap((suite) => {
    if (suite === null || suite.workflowRun === null || suite.status === 'COMPLETED') return [];
    const { databaseId, workflow } = suite.workflowRun;
    return [
      {
        name: workflow.name,
        kind: 'check_run',
        appId: suite.app?.databaseId ?? null,
        appSlug: suite.app?.slug ?? null,
        state: 'pending',
        workflowRunId: databaseId,
        // `/<owner>/<repo>/actions/workflows/<file>`.
        workflow: workflow.resourcePath.split('/').at(-1) ?? null,
        url: null,
        summary: null,
      },
    ];
  });
}

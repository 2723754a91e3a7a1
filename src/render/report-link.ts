import { reportWorkflow } from '../core/report-workflow.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Places } from './surface.ts';

/** Where the report of the project is found, where the repository has the workflow that makes it. */
export function renderReportLink({ hasReport }: Pick<Snapshot, 'hasReport'>, { repository }: Places): string | null {
  if (!hasReport) return null;
  return `[The report with its charts](${repository}/actions/workflows/${reportWorkflow}): the artifact of its newest run`;
}

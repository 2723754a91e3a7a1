import { z } from 'zod';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import type { StartAnswer } from './rerun-run.ts';

const refusalSchema = z.object({ message: z.string() });

/**
 * Starts a workflow that is not ours on the tip of a branch; refused where it does not have that trigger. A lost answer
 * is an error: what it started, if anything, is seen among the checks of the tip.
 */
export async function startWorkflow(
  github: Pick<GitHub, 'request'>,
  { workflow, ref }: { readonly workflow: string; readonly ref: string },
): Promise<StartAnswer> {
  const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
  const answer = await github.request(route, { workflow_id: workflow, ref }, [403, 404, 422]);
  return answer.status < 300
    ? { kind: 'started' }
    : { kind: 'refused', message: parseAnswer(refusalSchema, answer.data, 'a refused start').message };
}

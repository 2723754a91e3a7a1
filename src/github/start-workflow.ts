import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import type { StartAnswer } from './rerun-run.ts';

/** A workflow by its file name, the branch it is started on, and the tip that it is started for. */
export interface WantedStart {
  readonly workflow: string;
  readonly ref: string;
  readonly sha: string;
}

const refusalSchema = z.object({ message: z.string() });

/** Starts a workflow that is not ours, once for a commit; refused where it does not have that trigger. */
export async function startWorkflow(github: Pick<GitHub, 'request'>, wanted: WantedStart): Promise<StartAnswer> {
  if (await isStarted(github, wanted)) return { kind: 'started' };
  const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
  try {
    const { workflow, ref } = wanted;
    const answer = await github.request(route, { workflow_id: workflow, ref }, [403, 404, 422]);
    return answer.status < 300
      ? { kind: 'started' }
      : { kind: 'refused', message: parseAnswer(refusalSchema, answer.data, 'a refused start').message };
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable || !(await isStarted(github, wanted))) throw error;
    return { kind: 'started' };
  }
}

/** Whether it was started by hand for this commit before, by us or by a person. */
async function isStarted(
  github: Pick<GitHub, 'request'>,
  { workflow, sha }: Pick<WantedStart, 'workflow' | 'sha'>,
): Promise<boolean> {
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const parameters = { workflow_id: workflow, head_sha: sha, event: 'workflow_dispatch', per_page: 1 };
  const answer = await github.request(route, parameters, [404]);
  if (answer.status === 404) return false;
  return parseAnswer(z.object({ total_count: z.number() }), answer.data, route).total_count > 0;
}

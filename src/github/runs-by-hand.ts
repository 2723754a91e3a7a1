import { z } from 'zod';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

export interface RunByHand {
  readonly id: number;
  /** Its page. */
  readonly url: string;
}

const runsSchema = z.object({ workflow_runs: z.array(z.object({ id: z.number(), html_url: z.string() })) });

/** The newest run of a workflow that somebody started by hand; null where they never did. */
export async function readNewestByHand(
  github: Pick<GitHub, 'request'>,
  { workflow, login }: { readonly workflow: string; readonly login: string },
): Promise<RunByHand | null> {
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const question = { workflow_id: workflow, event: 'workflow_dispatch', actor: login, per_page: 1 };
  const answer = await github.request(route, question);
  const [newest] = parseAnswer(runsSchema, answer.data, route).workflow_runs;
  return newest === undefined ? null : { id: newest.id, url: newest.html_url };
}

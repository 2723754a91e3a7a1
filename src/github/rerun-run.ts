import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readRun } from './read-runs.ts';

export type StartAnswer =
  | { readonly kind: 'started' }
  /** Too old, without the trigger, or not allowed. */
  | { readonly kind: 'refused'; readonly message: string };

const refusalSchema = z.object({ message: z.string() });

/** A whole workflow run that has ended is run again; one that is under way is left alone. */
export async function rerunRun(github: Pick<GitHub, 'request'>, runId: number): Promise<StartAnswer> {
  const before = await readRun(github, runId);
  if (before === null) return { kind: 'refused', message: `there is no run ${runId}` };
  if (before.status !== 'completed') return { kind: 'started' };
  const route = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun';
  try {
    const answer = await github.request(route, { run_id: runId }, [403, 404]);
    return answer.status < 300
      ? { kind: 'started' }
      : { kind: 'refused', message: parseAnswer(refusalSchema, answer.data, 'a refused re-run').message };
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    const after = await readRun(github, runId);
    if (after !== null && after.attempt > before.attempt) return { kind: 'started' };
    throw error;
  }
}

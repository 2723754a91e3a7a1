import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readRun } from './read-runs.ts';

export type RerunAnswer =
  | { readonly kind: 'started' }
  /** Its run is under way, perhaps for an earlier request of ours. */
  | { readonly kind: 'under_way' }
  | { readonly kind: 'refused'; readonly message: string };

const jobSchema = z.object({ run_id: z.number(), run_attempt: z.number().default(1) });

/** One job of a run that has ended is run again, once: a run that is under way or has a newer attempt is left alone. */
export async function rerunJob(github: Pick<GitHub, 'request'>, jobId: number): Promise<RerunAnswer> {
  const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}';
  const job = parseAnswer(jobSchema, (await github.request(route, { job_id: jobId })).data, route);
  if (await isUnderWay(github, job)) return { kind: 'under_way' };
  try {
    const answer = await github.request(
      'POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun',
      { job_id: jobId },
      [403],
    );
    if (answer.status !== 403) return { kind: 'started' };
    const { message } = parseAnswer(z.object({ message: z.string() }), answer.data, 'a refused re-run');
    return { kind: 'refused', message };
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    if (await isUnderWay(github, job)) return { kind: 'started' };
    throw error;
  }
}

async function isUnderWay(github: Pick<GitHub, 'request'>, job: z.infer<typeof jobSchema>): Promise<boolean> {
  const run = await readRun(github, job.run_id);
  return run !== null && (run.status !== 'completed' || run.attempt > job.run_attempt);
}

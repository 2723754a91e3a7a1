import { z } from 'zod';
import type { LegFacts } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';

const jobSchema = z.object({
  id: z.number(),
  name: z.string(),
  run_attempt: z.number().default(1),
  status: z.string(),
  conclusion: z.string().nullable(),
});
const legJobName = /^(\S+) \/ (?:agent|settle)$/;
const agentJobName = /^(\S+) \/ agent$/;
export type RunJob = z.infer<typeof jobSchema>;

/**
 * How the legs of a run that has ended came out, by assignment; an assignment that never got a job is not in it. The
 * jobs of a leg are named `<id> / agent` and `<id> / settle`.
 */
export async function readLegs(
  github: Pick<GitHub, 'request'>,
  run: number,
  attempt: number,
): Promise<ReadonlyMap<string, LegFacts>> {
  const jobs = await readJobs(github, run);
  const until = jobs.filter((job) => job.run_attempt <= attempt);
  const assignments = new Set(until.flatMap(({ name }) => legJobName.exec(name)?.[1] ?? []));
  return new Map([...assignments].map((assignment) => [assignment, toLegFacts(assignment, until)]));
}

/** The assignments of a run whose agent's job is there and has not ended: waiting for its machine, or at work. */
export async function readAgentsAtWork(github: Pick<GitHub, 'request'>, run: number): Promise<readonly string[]> {
  const jobs = await readJobs(github, run);
  const unfinished = jobs.filter(({ status }) => status !== 'completed');
  return [...new Set(unfinished.flatMap(({ name }) => agentJobName.exec(name)?.[1] ?? []))];
}

/** The jobs of every attempt: a job that ran in an earlier one is not repeated when another job is run again. */
export async function readJobs(github: Pick<GitHub, 'request'>, run: number): Promise<readonly RunJob[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs';
  return await readPages(
    github,
    route,
    { run_id: run, filter: 'all' },
    (data) => parseAnswer(z.object({ jobs: z.array(jobSchema) }), data, route).jobs,
  );
}

/** Whether the job that settles an assignment in this attempt of a run is over, as far as GitHub has heard. */
export async function isSettleOver(
  github: Pick<GitHub, 'request'>,
  { run, attempt, assignment }: { readonly run: number; readonly attempt: number; readonly assignment: string },
): Promise<boolean> {
  const job = findNewest(await readJobs(github, run), `${assignment} / settle`);
  if (job === null || job.run_attempt < attempt) return false;
  return job.run_attempt > attempt || job.status === 'completed';
}

function toLegFacts(assignment: string, jobs: readonly RunJob[]): LegFacts {
  const agent = findNewest(jobs, `${assignment} / agent`);
  const settle = findNewest(jobs, `${assignment} / settle`);
  return { assignment, agent: readEnd(agent), settle: readEnd(settle), settleJobId: settle?.id ?? null };
}

function findNewest(jobs: readonly RunJob[], name: string): RunJob | null {
  const named = jobs.filter((job) => job.name === name);
  return named.sort((one, other) => other.run_attempt - one.run_attempt || other.id - one.id)[0] ?? null;
}

function readEnd(job: RunJob | null): LegFacts['agent'] {
  if (job === null || job.conclusion === 'skipped') return 'missing';
  switch (job.conclusion) {
    case 'success':
      return 'success';
    // A job without a conclusion in a run that has ended was cut off.
    case 'cancelled':
    case null:
      return 'cancelled';
    default:
      return 'failure';
  }
}

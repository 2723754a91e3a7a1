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
type Job = z.infer<typeof jobSchema>;

/**
 * How the jobs of these assignments ended in this run, by assignment; one whose agent is still at work is left out. The
 * legs' jobs are named `<id> / agent` and `<id> / settle`.
 */
export async function readLegs(
  github: Pick<GitHub, 'request'>,
  run: { readonly id: number; readonly attempt: number; readonly assignments: readonly string[] },
): Promise<ReadonlyMap<string, LegFacts>> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs';
  // The jobs of every attempt: a job that ran in an earlier one is not repeated when another job is run again.
  const jobs = await readPages(
    github,
    route,
    { run_id: run.id, filter: 'all' },
    (data) => parseAnswer(z.object({ jobs: z.array(jobSchema) }), data, route).jobs,
  );
  const until = jobs.filter((job) => job.run_attempt <= run.attempt);
  const legs = run.assignments.map((assignment) => toLegFacts(assignment, until));
  return new Map(legs.filter((leg) => leg !== null).map((leg) => [leg.assignment, leg]));
}

function toLegFacts(assignment: string, jobs: readonly Job[]): LegFacts | null {
  const agent = findNewest(jobs, `${assignment} / agent`);
  if (agent !== null && agent.status !== 'completed') return null;
  const settle = findNewest(jobs, `${assignment} / settle`);
  return { assignment, agent: readEnd(agent), settleJobId: settle?.id ?? null };
}

function findNewest(jobs: readonly Job[], name: string): Job | null {
  const named = jobs.filter((job) => job.name === name);
  return named.sort((one, other) => other.run_attempt - one.run_attempt || other.id - one.id)[0] ?? null;
}

function readEnd(agent: Job | null): LegFacts['agent'] {
  switch (agent?.conclusion) {
    case undefined:
    case null:
    case 'skipped':
      return 'missing';
    case 'success':
    case 'cancelled':
      return agent.conclusion;
    default:
      return 'failure';
  }
}

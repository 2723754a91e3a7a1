import { z } from 'zod';
import type { Instant } from '../core/instant.ts';
import type { RunFacts } from '../core/snapshot.ts';
import { ConfigurationError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

export interface RunsFacts {
  readonly runs: ReadonlyMap<number, RunFacts>;
  /** Runs of the workflow that nothing has started of yet. */
  readonly queuedRuns: number;
  /** Of the newest that were listed, those that have not ended. */
  readonly unfinishedRuns: readonly number[];
  /** When those of the listed ones began that the clock started. */
  readonly scheduledStarts: readonly Instant[];
}

const runSchema = z.object({ id: z.number(), run_attempt: z.number().default(1), status: z.string().nullable() });
const listedSchema = z.object({
  workflow_runs: z.array(runSchema.extend({ event: z.string().optional(), created_at: z.string().optional() })),
});

export interface RunsQuestion {
  /** File name of the workflow. */
  readonly workflow: string;
  readonly runs: readonly number[];
  /** How many of the newest are listed, a hundred at most: GitHub tells 12 kB of each. */
  readonly newest: number;
}

/** The runs asked for and how many are queued: one list call, and one more for each run older than the listed ones. */
export async function readRuns(
  github: Pick<GitHub, 'request'>,
  { workflow, runs: wanted, newest }: RunsQuestion,
): Promise<RunsFacts> {
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const answer = await github.request(
    route,
    { workflow_id: workflow, per_page: newest, exclude_pull_requests: true },
    [404],
  );
  if (answer.status === 404) {
    throw new ConfigurationError(`no workflow ${workflow} on the default branch`, {
      remedy: 'Copy it from the examples to `.github/workflows/` and give the token `actions: read`.',
    });
  }
  const records = parseAnswer(listedSchema, answer.data, route).workflow_runs;
  const listed = records.map(toRunFacts);
  const older = wanted.filter((id) => !listed.some((run) => run.id === id));
  const found = await Promise.all(older.map((id) => readRun(github, id)));
  const runs = [...listed.filter(({ id }) => wanted.includes(id)), ...found.filter((run) => run !== null)];
  return {
    runs: new Map(runs.map((run) => [run.id, run])),
    queuedRuns: listed.filter(({ status }) => status === 'queued').length,
    unfinishedRuns: listed.filter(({ status }) => status !== 'completed').map(({ id }) => id),
    scheduledStarts: records.flatMap(({ event, created_at: at }) => {
      return event === 'schedule' && at !== undefined ? [Date.parse(at)] : [];
    }),
  };
}

/** One workflow run, or nothing when there is no such run (any more). */
export async function readRun(github: Pick<GitHub, 'request'>, id: number): Promise<RunFacts | null> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
  const answer = await github.request(route, { run_id: id }, [404]);
  return answer.status === 404 ? null : toRunFacts(parseAnswer(runSchema, answer.data, route));
}

const attemptSchema = z.object({
  run_started_at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
});

/** When an attempt of a run was asked for, by GitHub's clock in whole seconds. */
export async function readAttemptStart(
  github: Pick<GitHub, 'request'>,
  { run, attempt }: { readonly run: number; readonly attempt: number },
): Promise<Instant> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}';
  const answer = await github.request(route, { run_id: run, attempt_number: attempt });
  return parseAnswer(attemptSchema, answer.data, route).run_started_at;
}

function toRunFacts(run: z.infer<typeof runSchema>): RunFacts {
  return { id: run.id, attempt: run.run_attempt, status: readStatus(run.status) };
}

function readStatus(status: string | null): RunFacts['status'] {
  if (status === 'completed') return 'completed';
  // `waiting` is a run under way that a person has to let through: it will not start by itself.
  return status === 'in_progress' || status === 'waiting' ? 'in_progress' : 'queued';
}

import { z } from 'zod';
import type { CheckFacts, CheckState } from '../core/snapshot.ts';
import { isOfItsCommit } from './run-event.ts';
import { workflowFileOf } from './workflow-file.ts';

const summaryLimit = 2000;

const checkRunSchema = z.object({
  __typename: z.literal('CheckRun'),
  databaseId: z.number().nullable(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullable(),
  startedAt: z.string().nullable(),
  /** For a job of a workflow run, the page of the job; `url` is then only the page of the check. */
  detailsUrl: z.string().nullable(),
  url: z.string(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  checkSuite: z.object({
    app: z.object({ databaseId: z.number().nullable(), slug: z.string() }).nullable(),
    workflowRun: z
      .object({
        databaseId: z.number().nullable(),
        event: z.string(),
        workflow: z.object({ databaseId: z.number().nullable(), resourcePath: z.string() }),
      })
      .nullable(),
  }),
});
const statusSchema = z.object({
  __typename: z.literal('StatusContext'),
  context: z.string(),
  state: z.string(),
  targetUrl: z.string().nullable(),
  description: z.string().nullable(),
});
export const rollupContextSchema = z.discriminatedUnion('__typename', [checkRunSchema, statusSchema]);
export type RollupContext = z.infer<typeof rollupContextSchema>;
type CheckRunRecord = z.infer<typeof checkRunSchema>;
type StatusRecord = z.infer<typeof statusSchema>;

const conclusions: Readonly<Record<string, CheckState>> = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  STARTUP_FAILURE: 'startup_failure',
  NEUTRAL: 'neutral',
  SKIPPED: 'skipped',
  CANCELLED: 'cancelled',
  TIMED_OUT: 'timed_out',
  ACTION_REQUIRED: 'action_required',
  STALE: 'stale',
};
const statusStates: Readonly<Record<string, CheckState>> = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  ERROR: 'failure',
  PENDING: 'pending',
  EXPECTED: 'pending',
};

/**
 * The checks of one commit; of a check that ran more than once, the run that counts is the newest. What people's words
 * started is no check of it.
 */
export function toCheckFacts(contexts: readonly (RollupContext | null)[]): CheckFacts[] {
  const all = contexts.filter((context) => context?.__typename === 'CheckRun');
  const runs = all.filter(({ checkSuite }) => isOfItsCommit(checkSuite.workflowRun));
  const statuses = contexts.filter((context) => context?.__typename === 'StatusContext');
  const unreadable = contexts.includes(null) ? [unreadableCheck] : [];
  return [...keepNewest(runs).map(toCheckRunFacts), ...statuses.map(toStatusFacts), ...unreadable];
}

/** Whatever there is that our token may not see: it is there, and it is no success. */
export const unreadableCheck: CheckFacts = {
  name: 'checks',
  kind: 'check_run',
  appId: null,
  appSlug: null,
  state: 'unreadable',
  workflowRunId: null,
  workflow: null,
  url: null,
  summary: null,
};

/**
 * One workflow's push and pull request runs, and the jobs of one name in two workflows, are different checks: a green
 * one must not hide a red one.
 */
function keepNewest(runs: readonly CheckRunRecord[]): CheckRunRecord[] {
  const newest = new Map<string, CheckRunRecord>();
  for (const run of runs) {
    const { app, workflowRun } = run.checkSuite;
    const key = JSON.stringify([run.name, app?.databaseId, workflowRun?.workflow.databaseId, workflowRun?.event]);
    const other = newest.get(key);
    if (other === undefined || isNewer(run, other)) newest.set(key, run);
  }
  return [...newest.values()];
}

function isNewer(run: CheckRunRecord, other: CheckRunRecord): boolean {
  // A run that has not started yet was asked for last.
  const [started, otherStarted] = [run.startedAt ?? '9999', other.startedAt ?? '9999'];
  if (started !== otherStarted) return started > otherStarted;
  return (run.databaseId ?? 0) > (other.databaseId ?? 0);
}

function toCheckRunFacts(run: CheckRunRecord): CheckFacts {
  const { app, workflowRun } = run.checkSuite;
  return {
    name: run.name,
    kind: 'check_run',
    appId: app?.databaseId ?? null,
    appSlug: app?.slug ?? null,
    state: readRunState(run),
    workflowRunId: workflowRun?.databaseId ?? null,
    workflow: workflowFileOf(workflowRun),
    url: run.detailsUrl ?? run.url,
    summary: readSummary(run),
  };
}

/** A conclusion that is missing or unknown to us is no answer, and no answer is never a success. */
function readRunState(run: CheckRunRecord): CheckState {
  if (run.status !== 'COMPLETED') return 'pending';
  return conclusions[run.conclusion ?? ''] ?? 'stale';
}

function readSummary({ title, summary }: CheckRunRecord): string | null {
  const text = [title, summary].filter((part) => part !== null && part !== '').join('\n\n');
  return text === '' ? null : text.slice(0, summaryLimit);
}

function toStatusFacts(status: StatusRecord): CheckFacts {
  return {
    name: status.context,
    kind: 'status',
    appId: null,
    appSlug: null,
    state: statusStates[status.state] ?? 'stale',
    workflowRunId: null,
    workflow: null,
    url: status.targetUrl,
    summary: status.description,
  };
}

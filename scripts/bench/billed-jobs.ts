import type { ActionsHost, JobRecord, RunRecord } from '../../sandbox/actions-host.ts';
import { workflowPath } from '../../sandbox/demo/house-rules.ts';

/** A trusted job of the loop that somebody pays for. */
export interface BilledJob {
  readonly kind: 'plan' | 'settle';
  /** The event that started its run. */
  readonly event: string;
  readonly seconds: number;
  /** As GitHub bills it: every job rounded up to a minute. */
  readonly minutes: number;
}

export interface Bill {
  readonly jobs: readonly BilledJob[];
  /** Plans that a later one replaced before they began: nobody pays, but on a slower day they would have run. */
  readonly replaced: readonly string[];
  readonly agents: number;
}

/** What the loop's own runs cost, those left out that were there before. */
export function readBill(host: ActionsHost, before: ReadonlySet<number> = new Set()): Bill {
  const runs = host.runs().filter((run) => run.workflowPath === workflowPath && !before.has(run.id));
  const jobs = runs.flatMap((run) => host.jobs(run.id).map((job) => ({ run, job })));
  return {
    jobs: jobs.flatMap(({ run, job }) => toBilledJob(run, job)),
    replaced: runs.filter((run) => !host.jobs(run.id).some(isRun)).map(({ trigger }) => trigger.event),
    agents: jobs.filter(({ job }) => isRun(job) && job.name.endsWith('/ agent')).length,
  };
}

function toBilledJob(run: RunRecord, job: JobRecord): readonly BilledJob[] {
  const kind = job.name === 'plan' ? 'plan' : job.name.endsWith('/ settle') ? 'settle' : null;
  if (kind === null || !isRun(job)) return [];
  const seconds = (Date.parse(job.completedAt ?? '') - Date.parse(job.startedAt ?? '')) / 1000;
  return [{ kind, event: run.trigger.event, seconds, minutes: Math.max(1, Math.ceil(seconds / 60)) }];
}

/** A job that is skipped, or cancelled while it waits, has no start and costs nothing. */
function isRun({ conclusion, startedAt, completedAt }: JobRecord): boolean {
  return conclusion !== 'skipped' && startedAt !== null && completedAt !== null;
}

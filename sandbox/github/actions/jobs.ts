import type { Conclusion, JobRecord, RunStatus, StepRecord } from '../../actions-host.ts';
import { actionsApp } from '../auth/tokens.ts';
import { putCheck } from '../checks/suites.ts';
import type { Site } from '../site.ts';
import type { JobRow } from '../world/actions-rows.ts';
import type { CheckAnnotation } from '../world/check-rows.ts';
import { requireRun } from './runs.ts';

export interface JobChange {
  readonly status: RunStatus;
  readonly conclusion?: Conclusion;
  readonly steps?: readonly StepRecord[];
  readonly annotations?: readonly { readonly level: 'notice' | 'warning' | 'failure'; readonly message: string }[];
}

/** Records a job of a run's present attempt, and its check run in the run's suite. */
export function createJob(site: Site, input: { readonly runId: number; readonly name: string }): JobRow {
  const run = requireRun(site, input.runId);
  return site.store.together(() => {
    const id = site.store.nextId();
    const check = putCheck(site, {
      id: site.store.nextId(),
      suiteId: run.suiteId,
      appId: actionsApp.id,
      name: input.name,
      headSha: run.headSha,
      status: 'queued',
      conclusion: null,
      startedAt: site.now(),
      completedAt: null,
      detailsUrl: `${site.urls.html}/actions/runs/${run.id}/job/${id}`,
      externalId: String(id),
      title: null,
      summary: null,
      text: null,
      annotations: [],
      jobId: id,
    });
    const job = site.tables.jobs.put({
      id,
      runId: run.id,
      attempt: run.attempt,
      name: input.name,
      status: 'queued',
      conclusion: null,
      startedAt: null,
      completedAt: null,
      steps: [],
      checkId: check.id,
      createdAt: site.now(),
    });
    tellJob(site, job);
    return job;
  });
}

/** Moves a job on, and its check run with it. */
export function updateJob(site: Site, jobId: number, change: JobChange): JobRecord {
  const before = site.tables.jobs.get(jobId);
  if (before === undefined) throw new Error(`there is no job ${jobId}`);
  return site.store.together(() => {
    const job = site.tables.jobs.put(movedJob(site, before, change));
    const moved = job.status !== before.status || job.conclusion !== before.conclusion;
    if (moved || change.annotations !== undefined) moveCheck(site, job, change);
    if (moved) tellJob(site, job);
    return job;
  });
}

function movedJob(site: Site, before: JobRow, change: JobChange): JobRow {
  const at = site.now();
  return {
    ...before,
    status: change.status,
    conclusion: change.conclusion ?? null,
    startedAt: before.startedAt ?? (change.status === 'queued' ? null : at),
    completedAt: change.status === 'completed' ? (before.completedAt ?? at) : null,
    steps: change.steps ?? before.steps,
  };
}

function moveCheck(site: Site, job: JobRow, change: JobChange): void {
  const check = site.tables.checks.get(job.checkId);
  if (check === undefined) return;
  const { status, conclusion, completedAt } = job;
  const annotations = change.annotations?.map(annotationOf) ?? check.annotations;
  putCheck(site, {
    ...check,
    status,
    conclusion,
    completedAt,
    annotations,
    startedAt: job.startedAt ?? check.startedAt,
  });
}

function annotationOf(input: {
  readonly level: CheckAnnotation['annotation_level'];
  readonly message: string;
}): CheckAnnotation {
  return {
    path: '.github',
    start_line: 1,
    end_line: 1,
    annotation_level: input.level,
    message: input.message,
    title: null,
  };
}

function tellJob(site: Site, job: JobRow): void {
  const { id, runId, name, status, conclusion } = job;
  site.happen({ kind: 'job', id, runId, name, status, conclusion });
}

import { z } from 'zod';
import { dispatchWorkflow } from '../actions/dispatch.ts';
import { requireRun } from '../actions/runs.ts';
import { listWorkflows } from '../actions/workflow-files.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Site } from '../site.ts';
import { artifactView, jobView, runView, workflowView } from '../views/actions.ts';
import { minimalRepositoryView } from '../views/repository.ts';
import type { ArtifactRow, JobRow, RunRow, WorkflowRow } from '../world/actions-rows.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { downloadUrl } from './downloads.ts';
import { countedAnswer } from './paging.ts';

const read = { permission: 'actions', level: 'read' } as const;
const write = { permission: 'actions', level: 'write' } as const;

/** Workflows, their runs, jobs and artifacts, and starting them. */
export const actionsRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/actions/runs', need: read, answer: listRuns },
  { method: 'GET', path: '{repo}/actions/runs/:id', need: read, answer: getRun },
  { method: 'GET', path: '{repo}/actions/runs/:id/jobs', need: read, answer: listJobs },
  { method: 'GET', path: '{repo}/actions/runs/:id/attempts/:attempt', need: read, answer: getAttempt },
  { method: 'GET', path: '{repo}/actions/runs/:id/attempts/:attempt/jobs', need: read, answer: listAttemptJobs },
  { method: 'GET', path: '{repo}/actions/runs/:id/artifacts', need: read, answer: listRunArtifacts },
  { method: 'POST', path: '{repo}/actions/runs/:id/approve', need: write, answer: approveRun },
  { method: 'POST', path: '{repo}/actions/runs/:id/cancel', need: write, answer: cancelRun },
  { method: 'POST', path: '{repo}/actions/runs/:id/rerun', need: write, answer: rerun },
  { method: 'POST', path: '{repo}/actions/runs/:id/rerun-failed-jobs', need: write, answer: rerunFailed },
  { method: 'GET', path: '{repo}/actions/jobs/:id', need: read, answer: getJob },
  { method: 'GET', path: '{repo}/actions/jobs/:id/logs', need: read, answer: getJobLog },
  { method: 'POST', path: '{repo}/actions/jobs/:id/rerun', need: write, answer: rerunJob },
  { method: 'GET', path: '{repo}/actions/artifacts', need: read, answer: listArtifacts },
  { method: 'GET', path: '{repo}/actions/artifacts/:id', need: read, answer: getArtifact },
  { method: 'GET', path: '{repo}/actions/artifacts/:id/:format', need: read, answer: downloadArtifact },
  { method: 'GET', path: '{repo}/actions/workflows', need: read, answer: getWorkflows },
  { method: 'GET', path: '{repo}/actions/workflows/:workflow', need: read, answer: getWorkflow },
  { method: 'GET', path: '{repo}/actions/workflows/:workflow/runs', need: read, answer: listWorkflowRuns },
  { method: 'POST', path: '{repo}/actions/workflows/:workflow/dispatches', need: write, answer: dispatch },
];

async function showRuns(request: ApiRequest, rows: readonly RunRow[]): Promise<ApiAnswer> {
  const { site } = request;
  const repository = minimalRepositoryView(site);
  const without = request.query('exclude_pull_requests') === 'true' ? { pull_requests: [] } : {};
  return countedAnswer(request, 'workflow_runs', rows, async (row) => ({
    ...runView(site, row, await site.repository.commit(row.headSha), repository),
    ...without,
  }));
}

function selectRuns(request: ApiRequest, rows: readonly RunRow[]): readonly RunRow[] {
  const { query } = request;
  const wanted: readonly (readonly [string | undefined, (row: RunRow) => string | null])[] = [
    [query('branch'), (row) => row.headBranch],
    [query('event'), (row) => row.event],
    [query('head_sha'), (row) => row.headSha],
    [query('actor'), (row) => row.actor],
    [query('check_suite_id'), (row) => String(row.suiteId)],
  ];
  const status = query('status');
  const created = query('created');
  return rows
    .filter((row) => wanted.every(([value, field]) => value === undefined || value === field(row)))
    .filter((row) => status === undefined || row.status === status || row.conclusion === status)
    .filter((row) => created === undefined || isCreated(row.createdAt, created))
    .reverse();
}

// The search syntax of dates: `>=2026-01-01T00:00:00Z`, `A..B` or a day.
function isCreated(at: string, wanted: string): boolean {
  const [from, to] = wanted.split('..');
  if (to !== undefined) return at >= (from ?? '') && at <= to;
  const found = /^(>=|<=|>|<)?(.*)$/.exec(wanted);
  const date = found?.[2] ?? '';
  switch (found?.[1]) {
    case '>=':
      return at >= date;
    case '>':
      return at > date;
    case '<=':
      return at <= date;
    case '<':
      return at < date;
    default:
      return at.startsWith(date);
  }
}

function listRuns(request: ApiRequest): Promise<ApiAnswer> {
  return showRuns(request, selectRuns(request, request.site.tables.runs.all()));
}

async function listWorkflowRuns(request: ApiRequest): Promise<ApiAnswer> {
  const workflow = await findWorkflow(request.site, request.param('workflow'));
  return showRuns(request, selectRuns(request, request.site.tables.runs.where('workflowPath', workflow.path)));
}

async function getRun({ site, number }: ApiRequest): Promise<ApiAnswer> {
  const run = requireRun(site, number('id'));
  return { status: 200, body: runView(site, run, await site.repository.commit(run.headSha)) };
}

async function getAttempt({ site, number }: ApiRequest): Promise<ApiAnswer> {
  const run = requireRun(site, number('id'));
  const attempt = number('attempt');
  const row = attempt === run.attempt ? run : { ...run, ...run.earlier.find((one) => one.attempt === attempt) };
  if (row.attempt !== attempt) throw new Refusal(404, 'Not Found');
  return { status: 200, body: runView(site, row, await site.repository.commit(run.headSha)) };
}

function showJobs(request: ApiRequest, run: RunRow, rows: readonly JobRow[]): Promise<ApiAnswer> {
  return countedAnswer(request, 'jobs', rows, (job) => jobView(request.site, job, run));
}

function listJobs(request: ApiRequest): Promise<ApiAnswer> {
  const run = requireRun(request.site, request.number('id'));
  const all = request.site.tables.jobs.where('runId', run.id);
  return showJobs(request, run, request.query('filter') === 'all' ? all : latestJobs(all));
}

// The newest attempt of each job: a re-run of some leaves the others as they were.
function latestJobs(jobs: readonly JobRow[]): readonly JobRow[] {
  return [...new Map(jobs.map((job) => [job.name, job])).values()];
}

function listAttemptJobs(request: ApiRequest): Promise<ApiAnswer> {
  const run = requireRun(request.site, request.number('id'));
  const attempt = request.number('attempt');
  const jobs = request.site.tables.jobs.where('runId', run.id).filter((job) => job.attempt <= attempt);
  return showJobs(request, run, latestJobs(jobs));
}

function approveRun({ site, caller, commands, number }: ApiRequest): ApiAnswer {
  const run = requireRun(site, number('id'));
  if (run.conclusion !== 'action_required') throw new Refusal(403, 'This run does not wait for approval');
  const { id: runId, workflowName: workflow, headBranch } = run;
  site.happen({ kind: 'approval', runId, workflow, headBranch, by: caller.login });
  commands.send({ kind: 'approve_run', runId });
  return { status: 201, body: {} };
}

function cancelRun({ site, commands, number }: ApiRequest): ApiAnswer {
  const run = requireRun(site, number('id'));
  if (run.status === 'completed') throw new Refusal(409, 'Cannot cancel a workflow run that is completed.');
  commands.send({ kind: 'cancel_run', runId: run.id });
  return { status: 202, body: {} };
}

function requireCompleted(site: Site, id: number): RunRow {
  const run = requireRun(site, id);
  if (run.status !== 'completed') throw new Refusal(403, 'The workflow run is already running');
  return run;
}

function rerun({ site, commands, number }: ApiRequest): ApiAnswer {
  const run = requireCompleted(site, number('id'));
  commands.send({ kind: 'rerun_failed', runId: run.id, all: true });
  return { status: 201, body: {} };
}

function rerunFailed({ site, commands, number }: ApiRequest): ApiAnswer {
  commands.send({ kind: 'rerun_failed', runId: requireCompleted(site, number('id')).id });
  return { status: 201, body: {} };
}

function requireJob(site: Site, id: number): JobRow {
  const job = site.tables.jobs.get(id);
  if (job === undefined) throw new Refusal(404, 'Not Found');
  return job;
}

function rerunJob({ site, commands, number }: ApiRequest): ApiAnswer {
  const job = requireJob(site, number('id'));
  commands.send({ kind: 'rerun_job', runId: requireCompleted(site, job.runId).id, jobId: job.id });
  return { status: 201, body: {} };
}

function getJob({ site, number }: ApiRequest): ApiAnswer {
  const job = requireJob(site, number('id'));
  return { status: 200, body: jobView(site, job, requireRun(site, job.runId)) };
}

function getJobLog({ site, number }: ApiRequest): ApiAnswer {
  const job = requireJob(site, number('id'));
  return { status: 302, headers: { location: downloadUrl(site, 'logs', job.id) } };
}

function showArtifacts(request: ApiRequest, rows: readonly ArtifactRow[]): Promise<ApiAnswer> {
  const name = request.query('name');
  const found = rows.filter((row) => name === undefined || row.name === name);
  return countedAnswer(request, 'artifacts', found, (row) => artifactView(request.site, row));
}

function listArtifacts(request: ApiRequest): Promise<ApiAnswer> {
  return showArtifacts(request, request.site.tables.artifacts.all().reverse());
}

function listRunArtifacts(request: ApiRequest): Promise<ApiAnswer> {
  const run = requireRun(request.site, request.number('id'));
  return showArtifacts(request, request.site.tables.artifacts.where('runId', run.id));
}

function requireArtifact({ site, number }: ApiRequest): ArtifactRow {
  const row = site.tables.artifacts.get(number('id'));
  if (row === undefined) throw new Refusal(404, 'Not Found');
  return row;
}

function getArtifact(request: ApiRequest): ApiAnswer {
  return { status: 200, body: artifactView(request.site, requireArtifact(request)) };
}

function downloadArtifact(request: ApiRequest): ApiAnswer {
  if (request.param('format') !== 'zip') throw new Refusal(404, 'Not Found');
  return { status: 302, headers: { location: downloadUrl(request.site, 'artifacts', requireArtifact(request).id) } };
}

async function getWorkflows(request: ApiRequest): Promise<ApiAnswer> {
  return countedAnswer(request, 'workflows', await listWorkflows(request.site), (row) =>
    workflowView(request.site, row),
  );
}

async function getWorkflow({ site, param }: ApiRequest): Promise<ApiAnswer> {
  return { status: 200, body: workflowView(site, await findWorkflow(site, param('workflow'))) };
}

/** A workflow by its number or its file's name. */
async function findWorkflow(site: Site, name: string): Promise<WorkflowRow> {
  const found = (await listWorkflows(site)).find(
    (row) => String(row.id) === name || row.path === `.github/workflows/${name}`,
  );
  if (found === undefined) throw new Refusal(404, 'Not Found');
  return found;
}

const dispatchBody = z.object({
  ref: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

async function dispatch({ site, outbox, caller, param, body }: ApiRequest): Promise<ApiAnswer> {
  const input = dispatchBody.parse(body);
  const workflow = await findWorkflow(site, param('workflow'));
  const inputs = Object.fromEntries(Object.entries(input.inputs).map(([name, value]) => [name, String(value)]));
  await dispatchWorkflow(site, outbox, caller, { path: workflow.path, ref: input.ref, inputs });
  return { status: 204 };
}

import { z } from 'zod';
import { createCheck, updateCheck } from '../checks/check-runs.ts';
import { contextsOf } from '../checks/contexts.ts';
import { postStatus } from '../checks/statuses.ts';
import { Refusal } from '../pulls/refusal.ts';
import { checkView, simpleStatusView, statusView, suiteView } from '../views/checks.ts';
import { minimalRepositoryView } from '../views/repository.ts';
import type { CheckRow, StatusRow } from '../world/check-rows.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { resolveCommit } from './commit-routes.ts';
import { countedAnswer, listAnswer } from './paging.ts';

const readChecks = { permission: 'checks', level: 'read' } as const;
const writeChecks = { permission: 'checks', level: 'write' } as const;
const readStatuses = { permission: 'statuses', level: 'read' } as const;
const writeStatuses = { permission: 'statuses', level: 'write' } as const;

/** Check runs, check suites and commit statuses. */
export const checkRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/commits/:ref{.+}/check-runs', need: readChecks, answer: listChecks },
  { method: 'GET', path: '{repo}/commits/:ref{.+}/check-suites', need: readChecks, answer: listSuites },
  { method: 'GET', path: '{repo}/commits/:ref{.+}/status', need: readStatuses, answer: combinedStatus },
  { method: 'GET', path: '{repo}/commits/:ref{.+}/statuses', need: readStatuses, answer: listStatuses },
  { method: 'POST', path: '{repo}/statuses/:sha', need: writeStatuses, answer: createStatus },
  { method: 'POST', path: '{repo}/check-runs', need: writeChecks, answer: postCheck },
  { method: 'GET', path: '{repo}/check-runs/:id', need: readChecks, answer: getCheck },
  { method: 'PATCH', path: '{repo}/check-runs/:id', need: writeChecks, answer: patchCheck },
  { method: 'GET', path: '{repo}/check-runs/:id/annotations', need: readChecks, answer: listAnnotations },
  { method: 'GET', path: '{repo}/check-suites/:id', need: readChecks, answer: getSuite },
  { method: 'GET', path: '{repo}/check-suites/:id/check-runs', need: readChecks, answer: listSuiteChecks },
];

function selected(request: ApiRequest, rows: readonly CheckRow[]): readonly CheckRow[] {
  const { query } = request;
  const wanted = { name: query('check_name'), status: query('status'), app: query('app_id') };
  return rows.filter(
    (row) =>
      (wanted.name === undefined || row.name === wanted.name) &&
      (wanted.status === undefined || row.status === wanted.status) &&
      (wanted.app === undefined || String(row.appId) === wanted.app),
  );
}

async function listChecks(request: ApiRequest): Promise<ApiAnswer> {
  const { site } = request;
  const { sha } = await resolveCommit(site, request.param('ref'));
  const rows =
    request.query('filter') === 'all' ? site.tables.checks.where('headSha', sha) : contextsOf(site, sha).checks;
  return countedAnswer(request, 'check_runs', selected(request, rows), (row) => checkView(site, row));
}

function listSuiteChecks(request: ApiRequest): Promise<ApiAnswer> {
  const { site } = request;
  const all = site.tables.checks.where('suiteId', request.number('id'));
  const rows = request.query('filter') === 'all' ? all : [...new Map(all.map((row) => [row.name, row])).values()];
  return countedAnswer(request, 'check_runs', selected(request, rows), (row) => checkView(site, row));
}

async function listSuites(request: ApiRequest): Promise<ApiAnswer> {
  const { site, query } = request;
  const commit = await resolveCommit(site, request.param('ref'));
  const app = query('app_id');
  const rows = site.tables.suites
    .where('headSha', commit.sha)
    .filter((row) => app === undefined || String(row.appId) === app);
  return countedAnswer(request, 'check_suites', rows, (row) => suiteView(site, row, commit));
}

async function getSuite({ site, number }: ApiRequest): Promise<ApiAnswer> {
  const suite = site.tables.suites.get(number('id'));
  if (suite === undefined) throw new Refusal(404, 'Not Found');
  return { status: 200, body: suiteView(site, suite, await resolveCommit(site, suite.headSha)) };
}

async function combinedStatus({ site, param }: ApiRequest): Promise<ApiAnswer> {
  const { sha } = await resolveCommit(site, param('ref'));
  const { statuses } = contextsOf(site, sha);
  const url = `${site.urls.repository}/commits/${sha}`;
  return {
    status: 200,
    body: {
      state: combinedState(statuses),
      statuses: statuses.map((row) => simpleStatusView(site, row)),
      sha,
      total_count: statuses.length,
      repository: minimalRepositoryView(site),
      commit_url: url,
      url: `${url}/status`,
    },
  };
}

// No status at all is told as pending too; the count tells which.
function combinedState(statuses: readonly StatusRow[]): 'failure' | 'pending' | 'success' {
  if (statuses.some((row) => row.state === 'failure' || row.state === 'error')) return 'failure';
  return statuses.length === 0 || statuses.some((row) => row.state === 'pending') ? 'pending' : 'success';
}

async function listStatuses(request: ApiRequest): Promise<ApiAnswer> {
  const { site } = request;
  const { sha } = await resolveCommit(site, request.param('ref'));
  return listAnswer(request, site.tables.statuses.where('sha', sha).reverse(), (row) => statusView(site, row));
}

const statusBody = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  target_url: z.string().nullish(),
  description: z.string().nullish(),
  context: z.string().default('default'),
});

async function createStatus({ site, outbox, caller, param, body }: ApiRequest): Promise<ApiAnswer> {
  const input = statusBody.parse(body);
  const { sha } = await resolveCommit(site, param('sha'));
  const row = postStatus(site, outbox, caller, {
    sha,
    context: input.context,
    state: input.state,
    description: input.description ?? null,
    targetUrl: input.target_url ?? null,
  });
  return { status: 201, body: statusView(site, row) };
}

const annotation = z.object({
  path: z.string(),
  start_line: z.number(),
  end_line: z.number(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string(),
  title: z.string().nullable().default(null),
});

const checkBody = z.object({
  name: z.string().optional(),
  status: z.enum(['queued', 'in_progress', 'completed']).optional(),
  conclusion: z
    .enum(['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'stale', 'timed_out'])
    .optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  output: z
    .object({
      title: z.string().nullish(),
      summary: z.string().max(65_535).nullish(),
      text: z.string().max(65_535).nullish(),
      annotations: z.array(annotation).max(50).optional(),
    })
    .optional(),
});

function inputOf(body: z.infer<typeof checkBody>) {
  const { name, status, conclusion, output } = body;
  return {
    name,
    status,
    conclusion,
    output,
    startedAt: body.started_at,
    completedAt: body.completed_at,
    detailsUrl: body.details_url,
    externalId: body.external_id,
  };
}

async function postCheck({ site, outbox, caller, body }: ApiRequest): Promise<ApiAnswer> {
  const input = checkBody.extend({ name: z.string(), head_sha: z.string() }).parse(body);
  const { sha } = await resolveCommit(site, input.head_sha);
  const check = createCheck(site, outbox, caller, { ...inputOf(input), name: input.name, headSha: sha });
  return { status: 201, body: checkView(site, check) };
}

function patchCheck({ site, outbox, caller, body, number }: ApiRequest): ApiAnswer {
  const check = updateCheck(site, outbox, caller, number('id'), inputOf(checkBody.parse(body)));
  return { status: 200, body: checkView(site, check) };
}

function requireCheck({ site, number }: ApiRequest): CheckRow {
  const check = site.tables.checks.get(number('id'));
  if (check === undefined) throw new Refusal(404, 'Not Found');
  return check;
}

function getCheck(request: ApiRequest): ApiAnswer {
  return { status: 200, body: checkView(request.site, requireCheck(request)) };
}

function listAnnotations(request: ApiRequest): Promise<ApiAnswer> {
  const check = requireCheck(request);
  return listAnswer(request, check.annotations, (row) => ({
    ...row,
    start_column: null,
    end_column: null,
    raw_details: null,
    blob_href: `${request.site.urls.html}/blob/${check.headSha}/${row.path}`,
  }));
}

import { contextsOf, rollupState } from '../checks/contexts.ts';
import { appOf } from '../checks/suites.ts';
import { type DemandedCheck, demandsOn } from '../rules/demands.ts';
import type { RunRow } from '../world/actions-rows.ts';
import type { CheckRow, StatusRow, SuiteRow } from '../world/check-rows.ts';
import { actorNode } from './actor.ts';
import { connection } from './connection.ts';
import { type Arguments, demand, type GraphqlContext, graphqlError, type Node } from './context.ts';

/** The checks and statuses of a commit together; null when it has none. */
export function rollupNode(context: GraphqlContext, sha: string): Node | null {
  demand(context, { permission: 'checks', level: 'read' });
  demand(context, { permission: 'statuses', level: 'read' });
  const contexts = contextsOf(context.site, sha);
  const state = rollupState(contexts);
  if (state === null) return null;
  const rows = [
    ...contexts.checks.map((check) => () => checkNode(context, check)),
    ...contexts.statuses.map((status) => () => statusNode(context, status)),
  ];
  return {
    __typename: 'StatusCheckRollup',
    id: `SCR_${sha}`,
    state,
    commit: () => context.graph.commit(sha),
    contexts: (args: Arguments) => connection('contexts', rows, args, (view) => view()),
  };
}

/** A check run. */
export function checkNode(context: GraphqlContext, check: CheckRow): Node {
  const { site } = context;
  return {
    __typename: 'CheckRun',
    id: `CR_${check.id}`,
    databaseId: check.id,
    name: check.name,
    status: check.status.toUpperCase(),
    conclusion: check.conclusion?.toUpperCase() ?? null,
    startedAt: check.startedAt,
    completedAt: check.completedAt,
    detailsUrl: check.detailsUrl ?? `${site.urls.html}/runs/${check.id}`,
    externalId: check.externalId === '' ? null : check.externalId,
    url: `${site.urls.html}/runs/${check.id}`,
    permalink: `${site.urls.html}/runs/${check.id}`,
    resourcePath: `/${site.repo().owner}/${site.repo().name}/runs/${check.id}`,
    title: check.title,
    summary: check.summary,
    text: check.text,
    isRequired: (args: Arguments) => isRequired(context, args, (demanded) => fitsCheck(demanded, check)),
    annotations: (args: Arguments) =>
      connection('annotations', check.annotations, args, (row) => ({
        annotationLevel: row.annotation_level.toUpperCase(),
        message: row.message,
        title: row.title,
        path: row.path,
        location: { start: { line: row.start_line, column: null }, end: { line: row.end_line, column: null } },
      })),
    checkSuite: () => {
      const suite = site.tables.suites.get(check.suiteId);
      return suite === undefined ? null : suiteNode(context, suite);
    },
  };
}

function fitsCheck(demanded: DemandedCheck, check: CheckRow): boolean {
  return demanded.context === check.name && (demanded.appId === null || demanded.appId === check.appId);
}

function statusNode(context: GraphqlContext, status: StatusRow): Node {
  return {
    __typename: 'StatusContext',
    id: `SC_${status.id}`,
    context: status.context,
    state: status.state.toUpperCase(),
    description: status.description,
    targetUrl: status.targetUrl,
    createdAt: status.createdAt,
    creator: actorNode(context.site, status.creator),
    isRequired: (args: Arguments) =>
      isRequired(context, args, (demanded) => demanded.context === status.context && demanded.appId === null),
  };
}

function isRequired(context: GraphqlContext, args: Arguments, fits: (demanded: DemandedCheck) => boolean): boolean {
  const { site } = context;
  const number = args['pullRequestNumber'];
  const id = args['pullRequestId'];
  const pull = site.tables.pulls.all().find((row) => row.number === number || `PR_${row.id}` === id);
  if (pull === undefined) throw graphqlError('NOT_FOUND', 'A pull request ID or pull request number is required.');
  return demandsOn(site, pull.baseRef, null).checks.some(fits);
}

/** A check suite. */
export function suiteNode(context: GraphqlContext, suite: SuiteRow): Node {
  const { site } = context;
  const app = appOf(site, suite.appId);
  const run = suite.runId === null ? undefined : site.tables.runs.get(suite.runId);
  return {
    __typename: 'CheckSuite',
    id: `CS_${suite.id}`,
    databaseId: suite.id,
    status: suite.status.toUpperCase(),
    conclusion: suite.conclusion?.toUpperCase() ?? null,
    createdAt: suite.createdAt,
    updatedAt: suite.updatedAt,
    url: `${site.urls.html}/commit/${suite.headSha}/checks?check_suite_id=${suite.id}`,
    app: {
      id: `A_${app.id}`,
      databaseId: app.id,
      slug: app.slug,
      name: app.name,
      url: `${site.urls.server}/apps/${app.slug}`,
    },
    commit: () => context.graph.commit(suite.headSha),
    workflowRun: run === undefined ? null : runNode(context, run),
    checkRuns: (args: Arguments) =>
      connection('checkRuns', checksOf(context, suite, args), args, (check) => checkNode(context, check)),
  };
}

function checksOf(context: GraphqlContext, suite: SuiteRow, args: Arguments): readonly CheckRow[] {
  const filter = (args['filterBy'] ?? {}) as {
    readonly checkType?: string;
    readonly checkName?: string;
    readonly status?: string;
  };
  const all = context.site.tables.checks.where('suiteId', suite.id);
  const rows = filter.checkType === 'ALL' ? all : [...new Map(all.map((row) => [row.name, row])).values()];
  return rows.filter((row) => {
    const named = filter.checkName === undefined || filter.checkName === null || row.name === filter.checkName;
    return (
      named && (filter.status === undefined || filter.status === null || row.status.toUpperCase() === filter.status)
    );
  });
}

function runNode(context: GraphqlContext, run: RunRow): Node {
  const { site } = context;
  const workflow = site.tables.workflows.get(run.workflowPath);
  const file = run.workflowPath.split('/').at(-1) ?? '';
  const path = `/${site.repo().owner}/${site.repo().name}/actions`;
  return {
    __typename: 'WorkflowRun',
    id: `WFR_${run.id}`,
    databaseId: run.id,
    event: run.event,
    runNumber: run.number,
    createdAt: run.createdAt,
    updatedAt: run.updatedAt,
    url: `${site.urls.server}${path}/runs/${run.id}`,
    resourcePath: `${path}/runs/${run.id}`,
    workflow: {
      id: `W_${workflow?.id ?? 0}`,
      databaseId: workflow?.id ?? 0,
      name: run.workflowName,
      state: 'ACTIVE',
      url: `${site.urls.server}${path}/workflows/${file}`,
      resourcePath: `${path}/workflows/${file}`,
    },
    file: { id: `WFF_${run.id}`, path: run.workflowPath },
    checkSuite: () => {
      const suite = site.tables.suites.get(run.suiteId);
      return suite === undefined ? null : suiteNode(context, suite);
    },
  };
}

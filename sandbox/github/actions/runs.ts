import type { Conclusion, RunRecord, RunStatus, Trigger } from '../../actions-host.ts';
import { actionsApp } from '../auth/tokens.ts';
import { createSuite } from '../checks/suites.ts';
import { repositoryPayload, senderPayload } from '../pulls/payload.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { RunRow } from '../world/actions-rows.ts';
import { ensureWorkflow } from './workflow-files.ts';

/** GitHub lets `workflow_run` chain this many workflows and no more. */
const longestChain = 3;

/** A run as the runner knows it. */
export function runRecord(outbox: TriggerOutbox, row: RunRow): RunRecord {
  const { id, number, attempt, workflowPath, workflowName, status, conclusion } = row;
  return {
    id,
    number,
    attempt,
    workflowPath,
    workflowName,
    status,
    conclusion,
    trigger: outbox.trigger(row.triggerId),
  };
}

/** Records a new run with its check suite on the trigger's head. */
export function createRun(
  site: Site,
  outbox: TriggerOutbox,
  input: {
    readonly workflowPath: string;
    readonly workflowName: string;
    readonly runName: string;
    readonly trigger: Trigger;
  },
): RunRow {
  const { trigger } = input;
  return site.store.together(() => {
    const at = site.now();
    const id = site.store.nextId();
    const { headSha, headBranch } = trigger;
    const workflow = ensureWorkflow(site, input.workflowPath, input.workflowName);
    const suite = createSuite(site, { appId: actionsApp.id, headSha, headBranch, runId: id });
    const row = site.tables.runs.put({
      id,
      number: site.tables.runs.where('workflowPath', workflow.path).length + 1,
      attempt: 1,
      workflowPath: workflow.path,
      workflowName: workflow.name,
      runName: input.runName,
      triggerId: outbox.idOf(trigger),
      event: trigger.event,
      suiteId: suite.id,
      headSha,
      headBranch,
      actor: trigger.actor,
      status: 'queued',
      conclusion: null,
      createdAt: at,
      startedAt: at,
      updatedAt: at,
      earlier: [],
    });
    tellRun(site, row);
    return row;
  });
}

/** Starts a new attempt of a completed run. */
export function restartRun(site: Site, runId: number): RunRow {
  const row = requireRun(site, runId);
  if (row.status !== 'completed') throw new Error(`run ${runId} has not completed`);
  const { attempt, status, conclusion, startedAt, updatedAt } = row;
  const at = site.now();
  return site.store.together(() => {
    const restarted = site.tables.runs.put({
      ...row,
      attempt: row.attempt + 1,
      status: 'queued',
      conclusion: null,
      startedAt: at,
      updatedAt: at,
      earlier: [...row.earlier, { attempt, status, conclusion, startedAt, updatedAt }],
    });
    putSuiteOf(site, restarted);
    tellRun(site, restarted);
    return restarted;
  });
}

/** Moves a run on; when it completes, what listens for its end is started. */
export function updateRun(
  site: Site,
  outbox: TriggerOutbox,
  runId: number,
  change: { readonly status: RunStatus; readonly conclusion?: Conclusion },
): RunRow {
  const before = requireRun(site, runId);
  return site.store.together(() => {
    const row = site.tables.runs.put({
      ...before,
      status: change.status,
      conclusion: change.conclusion ?? null,
      updatedAt: site.now(),
    });
    putSuiteOf(site, row);
    tellRun(site, row);
    if (row.status === 'completed' && before.status !== 'completed') emitRunCompleted(site, outbox, row);
    return row;
  });
}

export function requireRun(site: Site, runId: number): RunRow {
  const row = site.tables.runs.get(runId);
  if (row === undefined) throw new Refusal(404, 'Not Found');
  return row;
}

function putSuiteOf(site: Site, run: RunRow): void {
  const suite = site.tables.suites.get(run.suiteId);
  if (suite === undefined) return;
  site.tables.suites.put({ ...suite, status: run.status, conclusion: run.conclusion, updatedAt: run.updatedAt });
}

function tellRun(site: Site, row: RunRow): void {
  const {
    id,
    attempt,
    workflowName: workflow,
    workflowPath: path,
    event,
    headSha,
    headBranch,
    status,
    conclusion,
  } = row;
  site.happen({ kind: 'run', id, attempt, workflow, path, event, headSha, headBranch, status, conclusion });
}

function emitRunCompleted(site: Site, outbox: TriggerOutbox, row: RunRow): void {
  const { defaultBranch } = site.repo();
  const tip = site.tip(defaultBranch);
  if (tip === undefined || chainLength(outbox.trigger(row.triggerId)) >= longestChain) return;
  outbox.emit(
    { login: row.actor, kind: 'user' },
    {
      event: 'workflow_run',
      action: 'completed',
      ref: `refs/heads/${defaultBranch}`,
      sha: tip,
      headSha: tip,
      headBranch: defaultBranch,
      actor: row.actor,
      payload: {
        action: 'completed',
        workflow_run: {
          ...workflowRunPayload(site, row),
          chain: chainLength(outbox.trigger(row.triggerId)) + 1,
        },
        workflow: { name: row.workflowName, path: row.workflowPath },
        repository: repositoryPayload(site),
        sender: senderPayload(row.actor),
      },
    },
  );
}

function workflowRunPayload(site: Site, row: RunRow): Readonly<Record<string, unknown>> {
  const pulls = site.tables.pulls.all().filter((pull) => pull.headSha === row.headSha && pull.mergedAt === null);
  return {
    id: row.id,
    name: row.workflowName,
    path: row.workflowPath,
    display_title: row.runName,
    event: row.event,
    status: row.status,
    conclusion: row.conclusion,
    head_sha: row.headSha,
    head_branch: row.headBranch,
    run_number: row.number,
    run_attempt: row.attempt,
    check_suite_id: row.suiteId,
    html_url: `${site.urls.html}/actions/runs/${row.id}`,
    pull_requests: pulls.map((pull) => ({
      number: pull.number,
      head: { ref: pull.headRef, sha: pull.headSha },
      base: { ref: pull.baseRef, sha: pull.baseSha },
    })),
    created_at: row.createdAt,
    run_started_at: row.startedAt,
    updated_at: row.updatedAt,
    head_repository: repositoryPayload(site),
  };
}

function chainLength(trigger: Trigger): number {
  if (trigger.event !== 'workflow_run') return 0;
  const run = trigger.payload['workflow_run'] as { readonly chain?: unknown } | undefined;
  return typeof run?.chain === 'number' ? run.chain : 0;
}

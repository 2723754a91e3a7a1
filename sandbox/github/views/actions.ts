import type { Commit } from '../git/commits.ts';
import type { Site } from '../site.ts';
import type { ArtifactRow, JobRow, RunRow, WorkflowRow } from '../world/actions-rows.ts';
import { simpleCommitView } from './commits.ts';
import { pullsAtHead } from './pulls.ts';
import { minimalRepositoryView } from './repository.ts';
import { userView } from './users.ts';
import type { Wire } from './wire.ts';

/** A workflow run. `repository` is built once for all of a list. */
export function runView(
  site: Site,
  run: RunRow,
  commit: Commit | undefined,
  repository = minimalRepositoryView(site),
): Wire {
  const url = `${site.urls.repository}/actions/runs/${run.id}`;
  const workflowId = site.tables.workflows.get(run.workflowPath)?.id ?? 0;
  return {
    id: run.id,
    node_id: `WFR_${run.id}`,
    name: run.workflowName,
    display_title: run.runName,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflowPath,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowId,
    check_suite_id: run.suiteId,
    check_suite_node_id: `CS_${run.suiteId}`,
    url,
    html_url: `${site.urls.html}/actions/runs/${run.id}`,
    pull_requests: pullsAtHead(site, run.headSha),
    created_at: run.createdAt,
    run_started_at: run.startedAt,
    updated_at: run.updatedAt,
    actor: userView(site, run.actor),
    triggering_actor: userView(site, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${site.urls.repository}/check-suites/${run.suiteId}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${site.urls.repository}/actions/workflows/${workflowId}`,
    head_commit: commit === undefined ? null : simpleCommitView(commit),
    repository,
    head_repository: repository,
  };
}

/** A job of a run. */
export function jobView(site: Site, job: JobRow, run: RunRow): Wire {
  const runUrl = `${site.urls.repository}/actions/runs/${run.id}`;
  const started = job.status !== 'queued';
  return {
    id: job.id,
    run_id: run.id,
    run_url: runUrl,
    run_attempt: job.attempt,
    node_id: `CR_${job.id}`,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    url: `${site.urls.repository}/actions/jobs/${job.id}`,
    html_url: `${site.urls.html}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt ?? job.createdAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: job.steps.map((step) => ({ ...step, started_at: job.startedAt, completed_at: job.completedAt })),
    check_run_url: `${site.urls.repository}/check-runs/${job.checkId}`,
    labels: ['ubuntu-latest'],
    runner_id: started ? 1 : null,
    runner_name: started ? 'sandbox' : null,
    runner_group_id: started ? 1 : null,
    runner_group_name: started ? 'Default' : null,
    workflow_name: run.workflowName,
  };
}

const daysKept = 90;

/** A run's artifact. */
export function artifactView(site: Site, artifact: ArtifactRow): Wire {
  const url = `${site.urls.repository}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: `AR_${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.sizeInBytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: new Date(Date.parse(artifact.createdAt) + daysKept * 86_400_000).toISOString(),
    workflow_run: {
      id: artifact.runId,
      repository_id: site.repo().id,
      head_repository_id: site.repo().id,
      head_branch: artifact.headBranch,
      head_sha: artifact.headSha,
    },
  };
}

/** A workflow. */
export function workflowView(site: Site, workflow: WorkflowRow): Wire {
  return {
    id: workflow.id,
    node_id: `W_${workflow.id}`,
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: `${site.urls.repository}/actions/workflows/${workflow.id}`,
    html_url: `${site.urls.html}/blob/${site.repo().defaultBranch}/${workflow.path}`,
    badge_url: `${site.urls.html}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

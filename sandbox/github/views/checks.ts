import { appOf } from '../checks/suites.ts';
import type { Commit } from '../git/commits.ts';
import type { Site } from '../site.ts';
import type { CheckRow, StatusRow, SuiteRow } from '../world/check-rows.ts';
import { simpleCommitView } from './commits.ts';
import { pullsAtHead } from './pulls.ts';
import { minimalRepositoryView } from './repository.ts';
import { userView } from './users.ts';
import type { Wire } from './wire.ts';

/** An app as checks embed it. */
export function appView(site: Site, id: number): Wire {
  const app = appOf(site, id);
  const at = site.repo().createdAt;
  return {
    id: app.id,
    slug: app.slug,
    node_id: `A_${app.id}`,
    owner: userView(site, site.repo().owner),
    name: app.name,
    description: null,
    external_url: site.urls.server,
    html_url: `${site.urls.server}/apps/${app.slug}`,
    created_at: at,
    updated_at: at,
    permissions: site.tables.apps.get(id)?.permissions ?? { actions: 'write', checks: 'write' },
    events: [],
  };
}

/** A check run. */
export function checkView(site: Site, check: CheckRow): Wire {
  const url = `${site.urls.repository}/check-runs/${check.id}`;
  const html = `${site.urls.html}/runs/${check.id}`;
  return {
    id: check.id,
    node_id: `CR_${check.id}`,
    head_sha: check.headSha,
    external_id: check.externalId,
    url,
    html_url: html,
    details_url: check.detailsUrl ?? html,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      title: check.title,
      summary: check.summary,
      text: check.text,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name: check.name,
    check_suite: { id: check.suiteId },
    app: appView(site, check.appId),
    pull_requests: pullsAtHead(site, check.headSha),
  };
}

/** A check suite, with the commit it is about. */
export function suiteView(site: Site, suite: SuiteRow, commit: Commit): Wire {
  const url = `${site.urls.repository}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: `CS_${suite.id}`,
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: suite.status,
    conclusion: suite.conclusion,
    url,
    before: commit.parents[0] ?? null,
    after: suite.headSha,
    pull_requests: pullsAtHead(site, suite.headSha),
    app: appView(site, suite.appId),
    repository: minimalRepositoryView(site),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    head_commit: simpleCommitView(commit),
    latest_check_runs_count: new Set(site.tables.checks.where('suiteId', suite.id).map((check) => check.name)).size,
    check_runs_url: `${url}/check-runs`,
  };
}

/** A commit status, without who made it. */
export function simpleStatusView(site: Site, status: StatusRow): Wire {
  return {
    url: `${site.urls.repository}/statuses/${status.sha}`,
    avatar_url: `${site.urls.server}/avatars/u/0`,
    id: status.id,
    node_id: `SC_${status.id}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

/** A commit status. */
export function statusView(site: Site, status: StatusRow): Wire {
  return { ...simpleStatusView(site, status), creator: userView(site, status.creator) };
}

import type { Site } from '../site.ts';
import type { IssueRow, PullRow } from '../world/rows.ts';

/** The repository as webhook payloads carry it, without the hundred URLs nobody's workflow reads. */
export function repositoryPayload(site: Site): Readonly<Record<string, unknown>> {
  const repo = site.repo();
  return {
    id: repo.id,
    name: repo.name,
    full_name: `${repo.owner}/${repo.name}`,
    private: true,
    default_branch: repo.defaultBranch,
    html_url: site.urls.html,
    url: site.urls.repository,
    clone_url: `${site.urls.html}.git`,
    owner: { login: repo.owner, type: 'Organization' },
  };
}

/** A sender as payloads carry it. */
export function senderPayload(login: string): Readonly<Record<string, unknown>> {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}

/** A pull request as payloads carry it. */
export function pullPayload(site: Site, pull: PullRow, issue: IssueRow): Readonly<Record<string, unknown>> {
  const repo = repositoryPayload(site);
  return {
    id: pull.id,
    number: pull.number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    draft: pull.draft,
    merged: pull.mergedAt !== null,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha ?? pull.testMergeSha,
    user: senderPayload(issue.author),
    labels: issue.labels.map((name) => ({ name })),
    html_url: `${site.urls.html}/pull/${pull.number}`,
    url: `${site.urls.repository}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, label: `${site.repo().owner}:${pull.headRef}`, repo },
    base: { ref: pull.baseRef, sha: pull.baseSha, label: `${site.repo().owner}:${pull.baseRef}`, repo },
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
  };
}

/** An issue, or a pull request seen as one, as payloads carry it. */
export function issuePayload(site: Site, issue: IssueRow): Readonly<Record<string, unknown>> {
  const url = `${site.urls.repository}/issues/${issue.number}`;
  return {
    id: issue.id,
    number: issue.number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: senderPayload(issue.author),
    labels: issue.labels.map((name) => ({ name })),
    html_url: `${site.urls.html}/${issue.isPull ? 'pull' : 'issues'}/${issue.number}`,
    url,
    ...(issue.isPull ? { pull_request: { url: `${site.urls.repository}/pulls/${issue.number}` } } : {}),
  };
}

import { diffNumbers } from '../pulls/changed-files.ts';
import { mergeStateOf } from '../pulls/merge-state.ts';
import type { Site } from '../site.ts';
import type { IssueRow, PullRow, ReviewRow } from '../world/rows.ts';
import { associationOf, labelView } from './issues.ts';
import { repositoryView } from './repository.ts';
import { userView } from './users.ts';
import type { Wire } from './wire.ts';

/** A pull request as lists show it. `repository` is built once for all of a list. */
export function pullView(site: Site, pull: PullRow, issue: IssueRow, repository = repositoryView(site)): Wire {
  const url = `${site.urls.repository}/pulls/${pull.number}`;
  const issueUrl = `${site.urls.repository}/issues/${pull.number}`;
  const html = `${site.urls.html}/pull/${pull.number}`;
  const links = {
    self: url,
    html,
    issue: issueUrl,
    comments: `${issueUrl}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${site.urls.repository}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${site.urls.repository}/statuses/${pull.headSha}`,
  };
  const assignees = issue.assignees.map((login) => userView(site, login));
  return {
    url,
    id: pull.id,
    node_id: `PR_${pull.id}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueUrl,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: userView(site, issue.author),
    body: issue.body,
    // GitHub describes these as always having a description, unlike every other label.
    labels: issue.labels.map((name) => ({
      ...labelView(site, name),
      description: site.tables.labels.get(name)?.description ?? '',
    })),
    milestone: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha ?? pull.testMergeSha,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [],
    requested_teams: [],
    head: sideView(site, pull.headRef, pull.headSha, repository),
    base: sideView(site, pull.baseRef, pull.baseSha, repository),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: associationOf(site, issue.author),
    auto_merge: null,
    draft: pull.draft,
  };
}

function sideView(site: Site, ref: string, sha: string, repository: Wire): Wire {
  const { owner } = site.repo();
  return { label: `${owner}:${ref}`, ref, sha, user: userView(site, owner), repo: repository };
}

const restStates = {
  CLEAN: 'clean',
  BEHIND: 'behind',
  BLOCKED: 'blocked',
  DIRTY: 'dirty',
  DRAFT: 'draft',
  UNSTABLE: 'unstable',
  HAS_HOOKS: 'has_hooks',
  UNKNOWN: 'unknown',
} as const;

/** A pull request as `GET /pulls/{number}` shows it, mergeability and sizes included. */
export async function fullPullView(site: Site, pull: PullRow, issue: IssueRow): Promise<Wire> {
  const state = await mergeStateOf(site, pull, issue);
  const sizes = await diffNumbers(site, pull);
  return {
    ...pullView(site, pull, issue),
    merged: pull.mergedAt !== null,
    mergeable: state.mergeable === 'UNKNOWN' ? null : state.mergeable === 'MERGEABLE',
    rebaseable: state.mergeable === 'UNKNOWN' ? null : state.mergeable === 'MERGEABLE',
    mergeable_state: restStates[state.status],
    merged_by: pull.mergedBy === null ? null : userView(site, pull.mergedBy),
    comments: site.tables.comments.where('number', pull.number).length,
    review_comments: site.tables.threads.where('number', pull.number).length,
    maintainer_can_modify: false,
    ...sizes,
  };
}

/** A pull request as check runs and workflow runs embed it. */
function minimalPullView(site: Site, pull: PullRow): Wire {
  const repo = { id: site.repo().id, url: site.urls.repository, name: site.repo().name };
  return {
    id: pull.id,
    number: pull.number,
    url: `${site.urls.repository}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo },
  };
}

/** The open pull requests whose head is this commit. */
export function pullsAtHead(site: Site, sha: string): readonly Wire[] {
  const open = site.tables.pulls
    .where('headSha', sha)
    .filter((pull) => site.tables.issues.get(pull.number)?.state === 'open');
  return open.map((pull) => minimalPullView(site, pull));
}

/** A review. */
export function reviewView(site: Site, review: ReviewRow): Wire {
  const html = `${site.urls.html}/pull/${review.number}#pullrequestreview-${review.id}`;
  const pullUrl = `${site.urls.repository}/pulls/${review.number}`;
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: userView(site, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: associationOf(site, review.author),
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
  };
}

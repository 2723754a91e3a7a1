import { roleOf } from '../auth/tokens.ts';
import type { Site } from '../site.ts';
import type { CommentRow, IssueRow, ReactionContent, ReactionRow } from '../world/rows.ts';
import { userView } from './users.ts';
import type { Wire } from './wire.ts';

/** A label; one that was only ever put on an issue has GitHub's default colour. */
export function labelView(site: Site, name: string): Wire {
  const row = site.tables.labels.get(name);
  const id = row?.id ?? 0;
  return {
    id,
    node_id: `LA_${id}`,
    url: `${site.urls.repository}/labels/${encodeURIComponent(name)}`,
    name,
    description: row?.description ?? null,
    color: row?.color ?? 'ededed',
    default: false,
  };
}

/** How an author stands to the repository. */
export function associationOf(site: Site, login: string): 'OWNER' | 'COLLABORATOR' | 'NONE' {
  if (login === site.repo().owner) return 'OWNER';
  return roleOf(site, login) === 'none' ? 'NONE' : 'COLLABORATOR';
}

/** An issue, or a pull request seen as one. */
export function issueView(site: Site, issue: IssueRow): Wire {
  const url = `${site.urls.repository}/issues/${issue.number}`;
  const html = `${site.urls.html}/${issue.isPull ? 'pull' : 'issues'}/${issue.number}`;
  const assignees = issue.assignees.map((login) => userView(site, login));
  return {
    id: issue.id,
    node_id: `I_${issue.id}`,
    url,
    repository_url: site.urls.repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: userView(site, issue.author),
    labels: issue.labels.map((name) => labelView(site, name)),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: site.tables.comments.where('number', issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : userView(site, issue.closedBy),
    author_association: associationOf(site, issue.author),
    reactions: reactionsView(site, `issue:${issue.number}`, url),
    ...(issue.isPull ? { pull_request: pullLinks(site, issue, html) } : {}),
  };
}

function pullLinks(site: Site, issue: IssueRow, html: string): Wire {
  return {
    url: `${site.urls.repository}/pulls/${issue.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: site.tables.pulls.get(issue.number)?.mergedAt ?? null,
  };
}

/** A comment of an issue or pull request. */
export function commentView(site: Site, comment: CommentRow): Wire {
  const isPull = site.tables.issues.get(comment.number)?.isPull ?? false;
  const url = `${site.urls.repository}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url,
    html_url: `${site.urls.html}/${isPull ? 'pull' : 'issues'}/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${site.urls.repository}/issues/${comment.number}`,
    user: userView(site, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(site, comment.author),
    performed_via_github_app: null,
    reactions: reactionsView(site, `comment:${comment.id}`, url),
  };
}

/** One reaction. */
export function reactionView(site: Site, reaction: ReactionRow): Wire {
  return {
    id: reaction.id,
    node_id: `REA_${reaction.id}`,
    user: userView(site, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

const contents: readonly ReactionContent[] = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'];

function reactionsView(site: Site, subject: string, url: string): Wire {
  const rows = site.tables.reactions.where('subject', subject);
  const count = (content: ReactionContent): number => rows.filter((row) => row.content === content).length;
  return {
    url: `${url}/reactions`,
    total_count: rows.length,
    ...Object.fromEntries(contents.map((content) => [content, count(content)])),
  };
}

import { editedRow, editPull } from '../pulls/edit-pull.ts';
import { nextNumber } from '../pulls/open-pull.ts';
import { issuePayload, repositoryPayload, senderPayload } from '../pulls/payload.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import { associationOf } from '../views/issues.ts';
import type { CommentRow, IssueRow, ReactionContent, ReactionRow } from '../world/rows.ts';

export interface IssueEdit {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly labels?: readonly string[] | undefined;
}

/** Opens an issue. */
export function openIssue(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  input: { readonly title: string; readonly body: string | null; readonly labels: readonly string[] },
): IssueRow {
  return site.store.together(() => {
    const at = site.now();
    const issue = site.tables.issues.put({
      ...input,
      number: nextNumber(site),
      id: site.store.nextId(),
      isPull: false,
      author: actor.login,
      state: 'open',
      stateReason: null,
      assignees: [],
      createdAt: at,
      updatedAt: at,
      closedAt: null,
      closedBy: null,
      edits: [],
      isPinned: false,
    });
    rememberLabels(site, issue.labels);
    announceIssue(site, outbox, actor, 'opened', issue);
    return issue;
  });
}

/** Changes an issue; for a pull request the pull request is changed. */
export function editIssue(site: Site, outbox: TriggerOutbox, actor: Actor, number: number, edit: IssueEdit): IssueRow {
  const issue = requireIssue(site, number);
  if (edit.labels !== undefined) rememberLabels(site, edit.labels);
  if (issue.isPull) {
    editPull(site, outbox, actor, number, edit);
    return requireIssue(site, number);
  }
  return site.store.together(() => {
    const edited = site.tables.issues.put(editedRow(site, actor, issue, edit));
    if (issue.state !== edited.state)
      announceIssue(site, outbox, actor, edited.state === 'open' ? 'reopened' : 'closed', edited);
    const changes = changesOf(issue, edited);
    if (Object.keys(changes).length > 0) announceIssue(site, outbox, actor, 'edited', edited, { changes });
    return edited;
  });
}

/** What it was before, of what an edit is told with; labels have events of their own. */
function changesOf(before: IssueRow, after: IssueRow): Readonly<Record<string, unknown>> {
  return {
    ...(before.title === after.title ? {} : { title: { from: before.title } }),
    ...(before.body === after.body ? {} : { body: { from: before.body ?? '' } }),
  };
}

export function requireIssue(site: Site, number: number): IssueRow {
  const issue = site.tables.issues.get(number);
  if (issue === undefined) throw new Refusal(404, 'Not Found');
  return issue;
}

// A label that is put on something comes into being.
function rememberLabels(site: Site, names: readonly string[]): void {
  for (const name of names) {
    if (site.tables.labels.get(name) === undefined) {
      site.tables.labels.put({ id: site.store.nextId(), name, color: 'ededed', description: null });
    }
  }
}

function announceIssue(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  action: 'opened' | 'edited' | 'closed' | 'reopened',
  issue: IssueRow,
  more: Readonly<Record<string, unknown>> = {},
): void {
  site.happen({ kind: 'issue', number: issue.number, action, by: actor.login });
  emitOnDefault(site, outbox, actor, 'issues', action, { issue: issuePayload(site, issue), ...more });
}

/** Writes a comment on an issue or pull request. */
export function addComment(site: Site, outbox: TriggerOutbox, actor: Actor, number: number, body: string): CommentRow {
  const issue = requireIssue(site, number);
  return site.store.together(() => {
    const at = site.now();
    const row = site.tables.comments.put({
      id: site.store.nextId(),
      number,
      author: actor.login,
      body,
      createdAt: at,
      updatedAt: at,
      editedAt: null,
    });
    site.tables.issues.put({ ...issue, updatedAt: at });
    announceComment(site, outbox, actor, 'created', row);
    return row;
  });
}

/** Changes a comment's text. */
export function editComment(site: Site, outbox: TriggerOutbox, actor: Actor, id: number, body: string): CommentRow {
  const before = requireComment(site, id);
  return site.store.together(() => {
    const at = site.now();
    const row = site.tables.comments.put({ ...before, body, updatedAt: at, editedAt: at });
    announceComment(site, outbox, actor, 'edited', row);
    return row;
  });
}

export function requireComment(site: Site, id: number): CommentRow {
  const comment = site.tables.comments.get(id);
  if (comment === undefined) throw new Refusal(404, 'Not Found');
  return comment;
}

function announceComment(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  action: 'created' | 'edited',
  row: CommentRow,
): void {
  const { number, id, body } = row;
  site.happen({ kind: 'comment', number, id, edited: action === 'edited', by: actor.login, body });
  emitOnDefault(site, outbox, actor, 'issue_comment', action, {
    issue: issuePayload(site, requireIssue(site, number)),
    comment: {
      id,
      body,
      user: senderPayload(row.author),
      author_association: associationOf(site, row.author),
      html_url: `${site.urls.html}/issues/${number}#issuecomment-${id}`,
      created_at: row.createdAt,
      updated_at: row.updatedAt,
    },
  });
}

/** Reacts to a comment or issue; the same reaction of one user is there once. */
export function react(
  site: Site,
  login: string,
  subject: string,
  content: ReactionContent,
): { readonly reaction: ReactionRow; readonly isNew: boolean } {
  const same = site.tables.reactions
    .where('subject', subject)
    .find((row) => row.user === login && row.content === content);
  if (same !== undefined) return { reaction: same, isNew: false };
  const row = { id: site.store.nextId(), subject, user: login, content, createdAt: site.now() };
  return { reaction: site.tables.reactions.put(row), isNew: true };
}

function emitOnDefault(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  event: 'issues' | 'issue_comment',
  action: string,
  payload: Readonly<Record<string, unknown>>,
): void {
  const { defaultBranch } = site.repo();
  const tip = site.tip(defaultBranch);
  if (tip === undefined) return;
  outbox.emit(actor, {
    event,
    action,
    ref: `refs/heads/${defaultBranch}`,
    sha: tip,
    headSha: tip,
    headBranch: defaultBranch,
    actor: actor.login,
    payload: { action, ...payload, repository: repositoryPayload(site), sender: senderPayload(actor.login) },
  });
}

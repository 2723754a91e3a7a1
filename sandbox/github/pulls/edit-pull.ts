import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { EditRow, IssueRow, PullRow } from '../world/rows.ts';
import { announcePull } from './pull-events.ts';
import { invalid, Refusal } from './refusal.ts';

export interface PullEdit {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly base?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly labels?: readonly string[] | undefined;
}

/** Changes a pull request and tells of each kind of change once. */
export function editPull(site: Site, outbox: TriggerOutbox, actor: Actor, number: number, edit: PullEdit): PullRow {
  const pull = site.tables.pulls.get(number);
  const issue = site.tables.issues.get(number);
  if (pull === undefined || issue === undefined) throw new Refusal(404, 'Not Found');
  if (edit.base !== undefined && site.tip(edit.base) === undefined) throw invalid('PullRequest', 'base', 'invalid');
  if (edit.state === 'open' && issue.state === 'closed') refuseReopen(site, pull);
  return site.store.together(() => {
    const edited = site.tables.pulls.put({
      ...pull,
      baseRef: edit.base ?? pull.baseRef,
      draft: edit.draft ?? pull.draft,
    });
    const editedIssue = site.tables.issues.put(editedRow(site, actor, issue, edit));
    for (const action of actionsOf(pull, issue, edited, editedIssue))
      announcePull(site, outbox, actor, action, edited, editedIssue);
    return edited;
  });
}

function refuseReopen(site: Site, pull: PullRow): void {
  if (pull.mergedAt !== null)
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'invalid', field: 'state', message: 'Cannot reopen a merged pull request' },
    ]);
  if (site.tip(pull.headRef) === undefined) {
    throw new Refusal(422, 'Validation Failed', [
      {
        resource: 'PullRequest',
        code: 'invalid',
        field: 'state',
        message: `state cannot be changed. The ${pull.headRef} branch has been deleted.`,
      },
    ]);
  }
}

/** An issue's row with an edit applied. */
export function editedRow(
  site: Site,
  actor: Actor,
  issue: IssueRow,
  edit: Pick<PullEdit, 'title' | 'body' | 'state' | 'labels'>,
): IssueRow {
  const at = site.now();
  const state = edit.state ?? issue.state;
  const closes = state === 'closed' && issue.state === 'open';
  return {
    ...issue,
    title: edit.title ?? issue.title,
    body: edit.body === undefined ? issue.body : edit.body,
    labels: edit.labels ?? issue.labels,
    state,
    closedAt: closes ? at : state === 'open' ? null : issue.closedAt,
    closedBy: closes ? actor.login : state === 'open' ? null : issue.closedBy,
    updatedAt: at,
    edits: editsOf(issue, edit.body, { at, editor: actor.login }),
  };
}

/** Only another text is an edit; with the first GitHub tells of the writing, too. */
function editsOf(
  { edits, body, createdAt, author }: IssueRow,
  text: PullEdit['body'],
  edit: EditRow,
): readonly EditRow[] {
  if (text === undefined || text === body) return edits;
  return [...(edits.length === 0 ? [{ at: createdAt, editor: author }] : edits), edit];
}

function actionsOf(
  pull: PullRow,
  issue: IssueRow,
  edited: PullRow,
  editedIssue: IssueRow,
): readonly Parameters<typeof announcePull>[3][] {
  const text = issue.title !== editedIssue.title || issue.body !== editedIssue.body || pull.baseRef !== edited.baseRef;
  return [
    ...(text ? (['edited'] as const) : []),
    ...(pull.draft && !edited.draft ? (['ready_for_review'] as const) : []),
    ...(!pull.draft && edited.draft ? (['draft'] as const) : []),
    ...(issue.labels.join() === editedIssue.labels.join() ? [] : (['labels'] as const)),
    ...(issue.state === 'open' && editedIssue.state === 'closed' ? (['closed'] as const) : []),
    ...(issue.state === 'closed' && editedIssue.state === 'open' ? (['reopened'] as const) : []),
  ];
}

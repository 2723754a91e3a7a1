import type { Site } from '../site.ts';
import { labelView } from '../views/issues.ts';
import type { CommentRow, EditRow, IssueRow, ReactionContent } from '../world/rows.ts';
import { actorNode } from './actor.ts';
import { connection } from './connection.ts';
import type { Arguments, GraphqlContext, Node } from './context.ts';

/** The fields issues and pull requests have in common. */
export function subjectFields(context: GraphqlContext, issue: IssueRow): Node {
  const { site } = context;
  const path = `/${issue.isPull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    url: `${site.urls.html}${path}`,
    permalink: `${site.urls.html}${path}`,
    resourcePath: `/${site.repo().owner}/${site.repo().name}${path}`,
    author: actorNode(site, issue.author),
    closed: issue.state === 'closed',
    closedAt: issue.closedAt,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    locked: false,
    reactions: (args: Arguments) => reactions(site, `issue:${issue.number}`, args),
    viewerDidAuthor: issue.author === context.caller.login,
    lastEditedAt: issue.edits.at(-1)?.at ?? null,
    editor: editorOf(site, issue.edits.at(-1)),
    userContentEdits: (args: Arguments) =>
      connection('userContentEdits', issue.edits.toReversed(), args, (edit) => ({
        __typename: 'UserContentEdit',
        editedAt: edit.at,
        createdAt: edit.at,
        editor: editorOf(site, edit),
      })),
  };
}

function editorOf(site: Site, edit: EditRow | undefined): Node | null {
  return edit === undefined ? null : actorNode(site, edit.editor);
}

/** An issue. */
export function issueNode(context: GraphqlContext, issue: IssueRow): Node {
  const { site } = context;
  return {
    __typename: 'Issue',
    id: `I_${issue.id}`,
    databaseId: issue.id,
    ...subjectFields(context, issue),
    state: issue.state.toUpperCase(),
    stateReason: issue.stateReason?.toUpperCase() ?? null,
    isPinned: issue.isPinned,
    labels: (args: Arguments) => connection('labels', issue.labels, args, (name) => labelNode(site, name)),
    comments: (args: Arguments) =>
      connection('comments', site.tables.comments.where('number', issue.number), args, (row) =>
        commentNode(context, row),
      ),
  };
}

/** A label. */
export function labelNode(site: Site, name: string): Node {
  const { node_id: id, color, description } = labelView(site, name);
  return { __typename: 'Label', id, name, color, description };
}

/** A comment. */
export function commentNode(context: GraphqlContext, comment: CommentRow): Node {
  const { site } = context;
  const isPull = site.tables.issues.get(comment.number)?.isPull ?? false;
  return {
    __typename: 'IssueComment',
    id: `IC_${comment.id}`,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: actorNode(site, comment.author),
    body: comment.body,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    lastEditedAt: comment.editedAt,
    issue: () => issueOf(context, comment.number),
    pullRequest: () => (isPull ? context.graph.pull(comment.number) : null),
    url: `${site.urls.html}/${isPull ? 'pull' : 'issues'}/${comment.number}#issuecomment-${comment.id}`,
    viewerDidAuthor: comment.author === context.caller.login,
    reactions: (args: Arguments) => reactions(site, `comment:${comment.id}`, args),
    reactionGroups: () => reactionGroups(context, `comment:${comment.id}`),
  };
}

// A comment of a pull request has one too: the pull request, seen as an issue.
function issueOf(context: GraphqlContext, number: number): Node | null {
  const issue = context.site.tables.issues.get(number);
  return issue === undefined ? null : issueNode(context, issue);
}

function reactionGroups({ site, caller }: GraphqlContext, subject: string): readonly Node[] {
  const rows = site.tables.reactions.where('subject', subject);
  return Object.entries(contentNames).map(([content, name]) => ({
    __typename: 'ReactionGroup',
    content: name,
    viewerHasReacted: rows.some((row) => row.content === content && row.user === caller.login),
  }));
}

const contentNames = {
  '+1': 'THUMBS_UP',
  '-1': 'THUMBS_DOWN',
  laugh: 'LAUGH',
  confused: 'CONFUSED',
  heart: 'HEART',
  hooray: 'HOORAY',
  rocket: 'ROCKET',
  eyes: 'EYES',
} as const satisfies Record<ReactionContent, string>;

function reactions(site: Site, subject: string, args: Arguments): Node {
  const wanted = args['content'];
  const rows = site.tables.reactions
    .where('subject', subject)
    .filter((row) => wanted === undefined || wanted === null || contentNames[row.content] === wanted);
  return connection('reactions', rows, args, (row) => ({
    __typename: 'Reaction',
    id: `REA_${row.id}`,
    databaseId: row.id,
    content: contentNames[row.content],
    createdAt: row.createdAt,
    user: row.user.endsWith('[bot]') ? null : actorNode(site, row.user),
  }));
}

/** The issues a pull request's text says it closes. */
export function closingIssues(context: GraphqlContext, issue: IssueRow, args: Arguments): Node {
  const { issues } = context.site.tables;
  const mentioned = (issue.body ?? '').matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+#(\d+)/gi);
  const numbers = new Set([...mentioned].map((match) => Number(match[1])));
  const rows = [...numbers].flatMap((number) => issues.get(number) ?? []).filter((row) => !row.isPull);
  return connection('closingIssuesReferences', rows, args, (row) => issueNode(context, row));
}

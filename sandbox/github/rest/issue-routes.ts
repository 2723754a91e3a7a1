import { z } from 'zod';
import {
  addComment,
  editComment,
  editIssue,
  openIssue,
  react,
  requireComment,
  requireIssue,
} from '../issues/issues.ts';
import { Refusal } from '../pulls/refusal.ts';
import { commentView, issueView, labelView, reactionView } from '../views/issues.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { listAnswer } from './paging.ts';

const read = { permission: 'issues', level: 'read' } as const;
const write = { permission: 'issues', level: 'write' } as const;

/** Issues, their labels, comments and reactions; pull requests are issues here. */
export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/issues', need: read, answer: listIssues },
  { method: 'POST', path: '{repo}/issues', need: write, answer: createIssue },
  { method: 'GET', path: '{repo}/issues/comments', need: read, answer: listAllComments },
  { method: 'GET', path: '{repo}/issues/comments/:id', need: read, answer: getComment },
  { method: 'PATCH', path: '{repo}/issues/comments/:id', need: null, answer: patchComment },
  { method: 'DELETE', path: '{repo}/issues/comments/:id', need: null, answer: deleteComment },
  { method: 'GET', path: '{repo}/issues/comments/:id/reactions', need: read, answer: listReactions },
  { method: 'POST', path: '{repo}/issues/comments/:id/reactions', need: null, answer: createReaction },
  { method: 'GET', path: '{repo}/issues/:number', need: read, answer: getIssue },
  { method: 'PATCH', path: '{repo}/issues/:number', need: null, answer: patchIssue },
  { method: 'GET', path: '{repo}/issues/:number/comments', need: read, answer: listComments },
  { method: 'POST', path: '{repo}/issues/:number/comments', need: null, answer: createComment },
  { method: 'GET', path: '{repo}/issues/:number/labels', need: read, answer: listLabels },
  { method: 'POST', path: '{repo}/issues/:number/labels', need: null, answer: addLabels },
  { method: 'PUT', path: '{repo}/issues/:number/labels', need: null, answer: setLabels },
  { method: 'DELETE', path: '{repo}/issues/:number/labels/:name', need: null, answer: removeLabel },
];

// On a pull request the permission for pull requests will do as well, and a reaction asks for just that one.
function refuseWriting({ site, caller }: ApiRequest, number: number): void {
  const issue = requireIssue(site, number);
  const writes = (name: string): boolean =>
    (caller.permissions[name] ?? caller.permissions[name.replace('_', '-')]) === 'write';
  if (writes('issues') || (issue.isPull && writes('pull_requests'))) return;
  throw new Refusal(403, 'Resource not accessible by integration');
}

function listIssues(request: ApiRequest): Promise<ApiAnswer> {
  const { site, query } = request;
  const state = query('state') ?? 'open';
  const labels = (query('labels') ?? '').split(',').filter((label) => label !== '');
  const since = query('since') ?? '';
  const creator = query('creator');
  const rows = site.tables.issues.all().filter((issue) => {
    const fits = labels.every((label) => issue.labels.includes(label)) && issue.updatedAt >= since;
    return fits && (state === 'all' || issue.state === state) && (creator === undefined || issue.author === creator);
  });
  if (query('direction') !== 'asc') rows.reverse();
  return listAnswer(request, rows, (issue) => issueView(site, issue));
}

const labelNames = z.array(z.union([z.string(), z.object({ name: z.string() })])).transform((labels) => {
  return labels.map((label) => (typeof label === 'string' ? label : label.name));
});

function createIssue({ site, outbox, caller, body }: ApiRequest): ApiAnswer {
  const input = z
    .object({ title: z.string().min(1), body: z.string().max(65_536).nullish(), labels: labelNames.default([]) })
    .parse(body);
  const issue = openIssue(site, outbox, caller, { title: input.title, body: input.body ?? null, labels: input.labels });
  return { status: 201, body: issueView(site, issue) };
}

function getIssue({ site, number }: ApiRequest): ApiAnswer {
  return { status: 200, body: issueView(site, requireIssue(site, number('number'))) };
}

const issueEdit = z.object({
  title: z.string().optional(),
  body: z.string().max(65_536).nullish(),
  state: z.enum(['open', 'closed']).optional(),
  labels: labelNames.optional(),
});

function patchIssue(request: ApiRequest): ApiAnswer {
  const { site, outbox, caller, body, number } = request;
  refuseWriting(request, number('number'));
  return {
    status: 200,
    body: issueView(site, editIssue(site, outbox, caller, number('number'), issueEdit.parse(body))),
  };
}

function listComments(request: ApiRequest): Promise<ApiAnswer> {
  const { site, query } = request;
  const issue = requireIssue(site, request.number('number'));
  const since = query('since') ?? '';
  const rows = site.tables.comments.where('number', issue.number).filter((row) => row.updatedAt >= since);
  return listAnswer(request, rows, (row) => commentView(site, row));
}

function listAllComments(request: ApiRequest): Promise<ApiAnswer> {
  const { site, query } = request;
  const since = query('since') ?? '';
  const rows = site.tables.comments.all().filter((row) => row.updatedAt >= since);
  if (query('sort') === 'updated') rows.sort((one, other) => one.updatedAt.localeCompare(other.updatedAt));
  if (query('direction') === 'desc') rows.reverse();
  return listAnswer(request, rows, (row) => commentView(site, row));
}

const commentBody = z.object({ body: z.string().min(1).max(65_536) });

function createComment(request: ApiRequest): ApiAnswer {
  const { site, outbox, caller, body, number } = request;
  refuseWriting(request, number('number'));
  const row = addComment(site, outbox, caller, number('number'), commentBody.parse(body).body);
  return { status: 201, body: commentView(site, row) };
}

function getComment({ site, number }: ApiRequest): ApiAnswer {
  return { status: 200, body: commentView(site, requireComment(site, number('id'))) };
}

function patchComment(request: ApiRequest): ApiAnswer {
  const { site, outbox, caller, body, number } = request;
  refuseWriting(request, requireComment(site, number('id')).number);
  return {
    status: 200,
    body: commentView(site, editComment(site, outbox, caller, number('id'), commentBody.parse(body).body)),
  };
}

function deleteComment(request: ApiRequest): ApiAnswer {
  const comment = requireComment(request.site, request.number('id'));
  refuseWriting(request, comment.number);
  request.site.tables.comments.delete(comment.id);
  return { status: 204 };
}

function listReactions(request: ApiRequest): Promise<ApiAnswer> {
  const { site, query } = request;
  const comment = requireComment(site, request.number('id'));
  const content = query('content');
  const rows = site.tables.reactions.where('subject', `comment:${comment.id}`);
  return listAnswer(
    request,
    rows.filter((row) => content === undefined || row.content === content),
    (row) => reactionView(site, row),
  );
}

const reactionBody = z.object({
  content: z.enum(['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes']),
});

function createReaction(request: ApiRequest): ApiAnswer {
  const { site, caller, body, number } = request;
  const comment = requireComment(site, number('id'));
  refuseWriting(request, comment.number);
  const { reaction, isNew } = react(site, caller.login, `comment:${comment.id}`, reactionBody.parse(body).content);
  return { status: isNew ? 201 : 200, body: reactionView(site, reaction) };
}

function listLabels(request: ApiRequest): Promise<ApiAnswer> {
  const issue = requireIssue(request.site, request.number('number'));
  return listAnswer(request, issue.labels, (name) => labelView(request.site, name));
}

const labelBody = z.object({ labels: labelNames });

function addLabels(request: ApiRequest): ApiAnswer {
  const issue = requireIssue(request.site, request.number('number'));
  return changeLabels(request, [...new Set([...issue.labels, ...labelBody.parse(request.body).labels])]);
}

function setLabels(request: ApiRequest): ApiAnswer {
  return changeLabels(request, labelBody.parse(request.body).labels);
}

function removeLabel(request: ApiRequest): ApiAnswer {
  const issue = requireIssue(request.site, request.number('number'));
  if (!issue.labels.includes(request.param('name'))) throw new Refusal(404, 'Label does not exist');
  return changeLabels(
    request,
    issue.labels.filter((name) => name !== request.param('name')),
  );
}

function changeLabels(request: ApiRequest, labels: readonly string[]): ApiAnswer {
  const { site, outbox, caller, number } = request;
  refuseWriting(request, number('number'));
  const issue = editIssue(site, outbox, caller, number('number'), { labels });
  return { status: 200, body: issue.labels.map((name) => labelView(site, name)) };
}

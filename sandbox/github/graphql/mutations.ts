import { editPull } from '../pulls/edit-pull.ts';
import { dequeue, enqueue, entryOf } from '../pulls/merge-queue.ts';
import { Refusal } from '../pulls/refusal.ts';
import { revertPull } from '../pulls/revert-pull.ts';
import type { PullRow } from '../world/rows.ts';
import { type Arguments, demand, type GraphqlContext, graphqlError, type Node } from './context.ts';
import { issueNode } from './discussion.ts';
import { entryNode } from './merge-queue.ts';
import { threadNode } from './reviews.ts';

type Input = Readonly<Record<string, unknown>>;

/** What a mutation starts from. */
export function mutationRoot(context: GraphqlContext): Node {
  return {
    revertPullRequest: mutation(context, revert),
    markPullRequestReadyForReview: mutation(context, (input) => setDraft(context, input, false)),
    convertPullRequestToDraft: mutation(context, (input) => setDraft(context, input, true)),
    enqueuePullRequest: mutation(context, addToQueue),
    dequeuePullRequest: mutation(context, takeFromQueue),
    resolveReviewThread: mutation(context, (input) => setResolved(context, input, context.caller.login)),
    unresolveReviewThread: mutation(context, (input) => setResolved(context, input, null)),
    pinIssue: mutation(context, pin, 'issues'),
  };
}

function mutation(
  context: GraphqlContext,
  carryOut: (input: Input, context: GraphqlContext) => Node | Promise<Node>,
  permission: 'pull_requests' | 'issues' = 'pull_requests',
) {
  return async (args: Arguments): Promise<Node> => {
    demand(context, { permission, level: 'write' });
    const input = args['input'] as Input;
    return { clientMutationId: input['clientMutationId'] ?? null, ...(await carryOut(input, context)) };
  };
}

async function revert(input: Input, context: GraphqlContext): Promise<Node> {
  demand(context, { permission: 'contents', level: 'write' });
  const pull = requirePull(context, input['pullRequestId']);
  const { site, outbox, caller } = context;
  const reverted = await revertPull(site, outbox, caller, pull.number, {
    title: textOrNull(input['title']),
    body: textOrNull(input['body']),
    draft: input['draft'] === true,
  });
  return { pullRequest: context.graph.pull(pull.number), revertPullRequest: context.graph.pull(reverted.number) };
}

async function addToQueue(input: Input, context: GraphqlContext): Promise<Node> {
  const { number } = requirePull(context, input['pullRequestId']);
  const { site, outbox, caller } = context;
  const entry = await enqueue(site, outbox, caller, { number, expectedHead: textOrNull(input['expectedHeadOid']) });
  return { mergeQueueEntry: entryNode(context, entry) };
}

async function takeFromQueue(input: Input, context: GraphqlContext): Promise<Node> {
  const { number } = requirePull(context, input['id']);
  const { site, outbox } = context;
  const entry = entryOf(site, number);
  if (entry === undefined) throw graphqlError('UNPROCESSABLE', 'The pull request is not in the merge queue.');
  const node = entryNode(context, entry);
  await site.exclusively(() => dequeue(site, outbox, entry, 'manual'));
  return { mergeQueueEntry: node };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function setDraft(context: GraphqlContext, input: Input, draft: boolean): Node {
  const pull = requirePull(context, input['pullRequestId']);
  editPull(context.site, context.outbox, context.caller, pull.number, { draft });
  return { pullRequest: context.graph.pull(pull.number) };
}

function setResolved({ site, ...rest }: GraphqlContext, input: Input, by: string | null): Node {
  const row = site.tables.threads.all().find((thread) => `PRRT_${thread.id}` === input['threadId']);
  if (row === undefined)
    throw new Refusal(404, `Could not resolve to a node with the global id of '${input['threadId']}'`);
  return { thread: threadNode({ site, ...rest }, site.tables.threads.put({ ...row, resolvedBy: by })) };
}

const mostPinned = 3;

function pin(input: Input, context: GraphqlContext): Node {
  const { issues } = context.site.tables;
  const issue = issues.all().find((row) => !row.isPull && `I_${row.id}` === input['issueId']);
  if (issue === undefined) {
    throw graphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${input['issueId']}'`);
  }
  if (!issue.isPinned && issues.all().filter(({ isPinned }) => isPinned).length >= mostPinned) {
    throw graphqlError('UNPROCESSABLE', `Maximum ${mostPinned} pinned issues per repository`);
  }
  return { issue: issueNode(context, issues.put({ ...issue, isPinned: true })) };
}

function requirePull({ site }: GraphqlContext, id: unknown): PullRow {
  const pull = site.tables.pulls.all().find((row) => `PR_${row.id}` === id);
  if (pull === undefined) throw graphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  return pull;
}

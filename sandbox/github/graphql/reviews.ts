import { roleOf } from '../auth/tokens.ts';
import { associationOf } from '../views/issues.ts';
import type { ReviewRow, ThreadRow } from '../world/rows.ts';
import { actorNode } from './actor.ts';
import { commitNode } from './commit.ts';
import { connection } from './connection.ts';
import type { Arguments, GraphqlContext, Node } from './context.ts';

/** A review. */
export function reviewNode(context: GraphqlContext, review: ReviewRow): Node {
  const { site } = context;
  return {
    __typename: 'PullRequestReview',
    id: `PRR_${review.id}`,
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    author: actorNode(site, review.author),
    authorAssociation: associationOf(site, review.author),
    authorCanPushToRepository:
      review.tokenKind === 'user' && ['admin', 'maintain', 'write'].includes(roleOf(site, review.author)),
    body: review.body,
    state: review.state,
    submittedAt: review.submittedAt,
    createdAt: review.submittedAt,
    url: `${site.urls.html}/pull/${review.number}#pullrequestreview-${review.id}`,
    commit: () => commitNode(context, review.commitId),
  };
}

/** A review conversation. */
export function threadNode(context: GraphqlContext, thread: ThreadRow): Node {
  const { site } = context;
  const comment = {
    __typename: 'PullRequestReviewComment',
    id: `PRRC_${thread.id}`,
    databaseId: thread.id,
    author: actorNode(site, thread.author),
    body: thread.body,
    path: thread.path,
    line: thread.line,
    createdAt: thread.createdAt,
    url: `${site.urls.html}/pull/${thread.number}#discussion_r${thread.id}`,
  };
  return {
    __typename: 'PullRequestReviewThread',
    id: `PRRT_${thread.id}`,
    isResolved: thread.resolvedBy !== null,
    isOutdated: false,
    isCollapsed: thread.resolvedBy !== null,
    resolvedBy: thread.resolvedBy === null ? null : actorNode(site, thread.resolvedBy),
    path: thread.path,
    line: thread.line,
    comments: (args: Arguments) => connection('comments', [comment], args, (row) => row),
  };
}

import { permits } from '../auth/permissions.ts';
import { roleOf } from '../auth/tokens.ts';
import type { PullRow } from '../world/rows.ts';
import { actorNode } from './actor.ts';
import { connection } from './connection.ts';
import { type Arguments, demand, type GraphqlContext, graphqlError, type Node } from './context.ts';
import { issueNode, labelNode } from './discussion.ts';
import { findObject, findRef, refNode } from './git-objects.ts';
import { queueNode } from './merge-queue.ts';
import { pullNode, stateOf } from './pull-request.ts';
import { rulesetNode } from './rules.ts';

/** The repository, as the caller may see it. */
export function repositoryNode(context: GraphqlContext): Node {
  const { site } = context;
  const repo = site.repo();
  return {
    __typename: 'Repository',
    id: `R_${repo.id}`,
    databaseId: repo.id,
    name: repo.name,
    nameWithOwner: `${repo.owner}/${repo.name}`,
    owner: actorNode(site, repo.owner),
    url: site.urls.html,
    description: repo.description,
    isPrivate: true,
    isFork: false,
    isArchived: false,
    isDisabled: false,
    visibility: 'PRIVATE',
    createdAt: repo.createdAt,
    pushedAt: repo.pushedAt,
    mergeCommitAllowed: repo.allowMerge,
    squashMergeAllowed: repo.allowSquash,
    rebaseMergeAllowed: repo.allowRebase,
    autoMergeAllowed: false,
    deleteBranchOnMerge: repo.deleteBranchOnMerge,
    viewerPermission: () => viewerPermission(context),
    viewerCanAdminister: () => permits(context.caller.permissions, { permission: 'administration', level: 'write' }),
    mergeQueue: (args: Arguments) => queueNode(context, String(args['branch'] ?? repo.defaultBranch)),
    ...contentFields(context),
    ...discussionFields(context),
  };
}

function viewerPermission({ site, caller }: GraphqlContext): string | null {
  if (caller.kind === 'user') {
    const role = roleOf(site, caller.login);
    return role === 'none' ? null : role.toUpperCase();
  }
  return permits(caller.permissions, { permission: 'contents', level: 'write' }) ? 'WRITE' : 'READ';
}

function contentFields(context: GraphqlContext): Node {
  const { site } = context;
  const readable = (): void => demand(context, { permission: 'contents', level: 'read' });
  return {
    defaultBranchRef: () => {
      readable();
      return findRef(context, `refs/heads/${site.repo().defaultBranch}`);
    },
    ref: (args: Arguments) => {
      readable();
      return findRef(context, String(args['qualifiedName']));
    },
    refs: (args: Arguments) => {
      readable();
      const prefix = String(args['refPrefix']);
      const query = typeof args['query'] === 'string' ? args['query'] : '';
      const rows = site.tables.refs.all().filter((row) => row.name.startsWith(prefix) && row.name.includes(query));
      return connection('refs', rows, args, (row) => refNode(context, row.name, row.sha));
    },
    object: (args: Arguments) => {
      readable();
      return findObject(context, args);
    },
  };
}

function discussionFields(context: GraphqlContext): Node {
  const { site } = context;
  return {
    pullRequest: (args: Arguments) => {
      demand(context, { permission: 'pull_requests', level: 'read' });
      const found = pullNode(context, Number(args['number']));
      if (found === null)
        throw graphqlError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${args['number']}.`);
      return found;
    },
    pullRequests: (args: Arguments) => {
      demand(context, { permission: 'pull_requests', level: 'read' });
      return connection('pullRequests', selectPulls(context, args), args, (pull) => pullNode(context, pull.number));
    },
    issue: (args: Arguments) => {
      demand(context, { permission: 'issues', level: 'read' });
      const issue = site.tables.issues.get(Number(args['number']));
      if (issue === undefined || issue.isPull) {
        throw graphqlError('NOT_FOUND', `Could not resolve to an Issue with the number of ${args['number']}.`);
      }
      return issueNode(context, issue);
    },
    issues: (args: Arguments) => {
      demand(context, { permission: 'issues', level: 'read' });
      const rows = ordered(
        site.tables.issues
          .all()
          .filter((issue) => !issue.isPull && isListed(args, issue.state.toUpperCase(), issue.labels)),
        args,
      );
      return connection('issues', rows, args, (issue) => issueNode(context, issue));
    },
    labels: (args: Arguments) =>
      connection('labels', site.tables.labels.all(), args, (row) => labelNode(site, row.name)),
    rulesets: (args: Arguments) => connection('rulesets', site.tables.rulesets.all(), args, (row) => rulesetNode(row)),
    label: (args: Arguments) => {
      const row = site.tables.labels.get(String(args['name']));
      return row === undefined ? null : labelNode(site, row.name);
    },
  };
}

function selectPulls({ site }: GraphqlContext, args: Arguments): readonly PullRow[] {
  const rows = site.tables.pulls.all().flatMap((pull) => {
    const issue = site.tables.issues.get(pull.number);
    const fits =
      issue !== undefined &&
      isListed(args, stateOf(pull, issue), issue.labels) &&
      (typeof args['baseRefName'] !== 'string' || args['baseRefName'] === pull.baseRef) &&
      (typeof args['headRefName'] !== 'string' || args['headRefName'] === pull.headRef);
    return fits ? [{ ...pull, createdAt: issue.createdAt, updatedAt: issue.updatedAt }] : [];
  });
  return ordered(rows, args);
}

function isListed(args: Arguments, state: string, labels: readonly string[]): boolean {
  const states = Array.isArray(args['states']) ? args['states'] : null;
  const wanted = Array.isArray(args['labels']) ? args['labels'] : null;
  return (
    (states === null || states.includes(state)) && (wanted === null || wanted.some((label) => labels.includes(label)))
  );
}

function ordered<Row extends { readonly number: number; readonly createdAt: string; readonly updatedAt: string }>(
  rows: readonly Row[],
  args: Arguments,
): readonly Row[] {
  const order = args['orderBy'] as { readonly field?: string; readonly direction?: string } | null | undefined;
  const field = order?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  // Numbers settle what happened within one second.
  const sorted = rows.toSorted((one, other) => one[field].localeCompare(other[field]) || one.number - other.number);
  return order?.direction === 'DESC' ? sorted.reverse() : sorted;
}

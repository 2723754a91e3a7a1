import { opinionsOn, reviewDecision } from '../pulls/approvals.ts';
import { diffNumbers } from '../pulls/changed-files.ts';
import { type MergeState, mergeStateOf } from '../pulls/merge-state.ts';
import { bypassOf, demandsOn, isExemptAdmin, rulesetsOn } from '../rules/demands.ts';
import { associationOf } from '../views/issues.ts';
import type { IssueRow, PullRow } from '../world/rows.ts';
import { actorNode } from './actor.ts';
import { rollupNode } from './checks.ts';
import { commitNode } from './commit.ts';
import { connection } from './connection.ts';
import type { Arguments, GraphqlContext, Node } from './context.ts';
import { closingIssues, commentNode, labelNode, subjectFields } from './discussion.ts';
import { refNode } from './git-objects.ts';
import { queueFields } from './merge-queue.ts';
import { reviewNode, threadNode } from './reviews.ts';

/** A pull request by its number; null when there is none. */
export function pullNode(context: GraphqlContext, number: number): Node | null {
  const pull = context.site.tables.pulls.get(number);
  const issue = context.site.tables.issues.get(number);
  if (pull === undefined || issue === undefined) return null;
  return {
    __typename: 'PullRequest',
    id: `PR_${pull.id}`,
    databaseId: pull.id,
    ...subjectFields(context, issue),
    state: stateOf(pull, issue),
    isDraft: pull.draft,
    merged: pull.mergedAt !== null,
    mergedAt: pull.mergedAt,
    mergedBy: pull.mergedBy === null ? null : actorNode(context.site, pull.mergedBy),
    ...sideFields(context, pull),
    ...mergeFields(context, pull, issue),
    ...sizeFields(context, pull),
    ...listFields(context, pull, issue),
  };
}

/** `OPEN`, `CLOSED` or `MERGED`. */
export function stateOf(pull: PullRow, issue: IssueRow): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.mergedAt !== null) return 'MERGED';
  return issue.state === 'open' ? 'OPEN' : 'CLOSED';
}

function sideFields(context: GraphqlContext, pull: PullRow): Node {
  const { site } = context;
  const ref = (name: string): Node | null => {
    const sha = site.tip(name);
    return sha === undefined ? null : refNode(context, `refs/heads/${name}`, sha);
  };
  return {
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRef: () => ref(pull.headRef),
    headRepository: () => context.graph.repository(),
    headRepositoryOwner: () => actorNode(site, site.repo().owner),
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    baseRef: () => ref(pull.baseRef),
    baseRepository: () => context.graph.repository(),
    isCrossRepository: false,
    maintainerCanModify: false,
  };
}

function mergeFields(context: GraphqlContext, pull: PullRow, issue: IssueRow): Node {
  const { site } = context;
  let state: Promise<MergeState> | undefined;
  const computed = (): Promise<MergeState> => {
    state ??= mergeStateOf(site, pull, issue);
    return state;
  };
  return {
    mergeable: async () => (await computed()).mergeable,
    mergeStateStatus: async () => (await computed()).status,
    canBeRebased: async () => (await computed()).mergeable === 'MERGEABLE',
    reviewDecision: () => reviewDecision(site, pull, demandsOn(site, pull.baseRef, null)),
    viewerCanMergeAsAdmin: () => canMergeAsAdmin(context, pull),
    mergeCommit: () => (pull.mergeCommitSha === null ? null : commitNode(context, pull.mergeCommitSha)),
    potentialMergeCommit: () => (pull.testMergeSha === null ? null : commitNode(context, pull.testMergeSha)),
    statusCheckRollup: () => rollupNode(context, pull.headSha),
    autoMergeRequest: null,
    ...queueFields(context, pull),
  };
}

function canMergeAsAdmin({ site, caller }: GraphqlContext, pull: PullRow): boolean {
  const protection = site.tables.protections.get(pull.baseRef);
  const pastClassic = protection !== undefined && isExemptAdmin(site, protection, caller);
  return pastClassic || rulesetsOn(site, pull.baseRef).some((ruleset) => bypassOf(site, ruleset, caller) !== 'never');
}

function sizeFields(context: GraphqlContext, pull: PullRow): Node {
  const size = (name: 'additions' | 'deletions' | 'changed_files') => async () =>
    (await diffNumbers(context.site, pull))[name];
  return { additions: size('additions'), deletions: size('deletions'), changedFiles: size('changed_files') };
}

function listFields(context: GraphqlContext, pull: PullRow, issue: IssueRow): Node {
  const { site } = context;
  const { comments, reviews, threads } = site.tables;
  return {
    authorAssociation: associationOf(site, issue.author),
    labels: (args: Arguments) => connection('labels', issue.labels, args, (name) => labelNode(site, name)),
    comments: (args: Arguments) =>
      connection('comments', comments.where('number', pull.number), args, (row) => commentNode(context, row)),
    commits: (args: Arguments) => commitsOf(context, pull, args),
    reviews: (args: Arguments) => {
      const states = Array.isArray(args['states']) ? args['states'] : null;
      const author = args['author'];
      const rows = reviews
        .where('number', pull.number)
        .filter(
          (row) =>
            (states === null || states.includes(row.state)) && (typeof author !== 'string' || row.author === author),
        );
      return connection('reviews', rows, args, (row) => reviewNode(context, row));
    },
    latestReviews: (args: Arguments) => {
      const latest = [...new Map(reviews.where('number', pull.number).map((row) => [row.author, row])).values()];
      return connection('latestReviews', latest, args, (row) => reviewNode(context, row));
    },
    latestOpinionatedReviews: (args: Arguments) =>
      connection('latestOpinionatedReviews', opinionsOn(site, pull.number), args, (row) => reviewNode(context, row)),
    reviewThreads: (args: Arguments) =>
      connection('reviewThreads', threads.where('number', pull.number), args, (row) => threadNode(context, row)),
    reviewRequests: (args: Arguments) => connection<never>('reviewRequests', [], args, (row) => row),
    closingIssuesReferences: (args: Arguments) => closingIssues(context, issue, args),
  };
}

async function commitsOf(context: GraphqlContext, pull: PullRow, args: Arguments): Promise<Node> {
  const { site } = context;
  const base = pull.mergeBaseBefore ?? site.tip(pull.baseRef) ?? pull.baseSha;
  const view = (sha: string): Node => ({
    __typename: 'PullRequestCommit',
    id: `PRC_${pull.id}_${sha}`,
    url: `${site.urls.html}/pull/${pull.number}/commits/${sha}`,
    commit: () => commitNode(context, sha),
  });
  // The head alone is what is asked for most, and needs no walk.
  if (args['last'] === 1 && args['before'] === undefined) {
    const { ahead } = await site.plumbing.divergence(base, pull.headSha);
    return { ...connection('commits', [pull.headSha], args, view), totalCount: ahead };
  }
  const listed = await site.repository.run(['rev-list', '--reverse', '--max-count=250', `${base}..${pull.headSha}`]);
  return connection(
    'commits',
    listed.split('\n').filter((line) => line !== ''),
    args,
    view,
  );
}

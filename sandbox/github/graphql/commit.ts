import type { Commit, Signature } from '../git/commits.ts';
import { actorNode } from './actor.ts';
import { rollupNode, suiteNode } from './checks.ts';
import { connection } from './connection.ts';
import { type Arguments, demand, type GraphqlContext, type Node } from './context.ts';
import { treeNode } from './git-objects.ts';

/** A commit by its SHA; null when the repository has none of it. */
export async function commitNode(context: GraphqlContext, sha: string): Promise<Node | null> {
  const commit = await context.site.repository.commit(sha);
  return commit === undefined ? null : commitFields(context, commit);
}

function commitFields(context: GraphqlContext, commit: Commit): Node {
  const { site } = context;
  const [headline = '', ...rest] = commit.message.trimEnd().split('\n');
  return {
    __typename: 'Commit',
    id: `C_${commit.sha}`,
    oid: commit.sha,
    abbreviatedOid: commit.sha.slice(0, 7),
    message: commit.message.trimEnd(),
    messageHeadline: headline,
    messageBody: rest.join('\n').trim(),
    committedDate: commit.committer.date,
    authoredDate: commit.author.date,
    pushedDate: null,
    url: `${site.urls.html}/commit/${commit.sha}`,
    commitUrl: `${site.urls.html}/commit/${commit.sha}`,
    author: gitActor(context, commit.author),
    committer: gitActor(context, commit.committer),
    tree: () => treeNode(context, commit.tree, ''),
    parents: (args: Arguments) => connection('parents', commit.parents, args, (sha) => commitNode(context, sha)),
    history: (args: Arguments) => history(context, commit.sha, args),
    statusCheckRollup: () => rollupNode(context, commit.sha),
    checkSuites: (args: Arguments) => suites(context, commit.sha, args),
    associatedPullRequests: (args: Arguments) => pulls(context, commit.sha, args),
  };
}

// Authors of commits are not matched to accounts here, unless the address says whose it is.
function gitActor(context: GraphqlContext, signature: Signature): Node {
  const login = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(signature.email)?.[1];
  const user = login === undefined || login.endsWith('[bot]') ? null : actorNode(context.site, login);
  return { name: signature.name, email: signature.email, date: signature.date, user };
}

async function history(context: GraphqlContext, sha: string, args: Arguments): Promise<Node> {
  const { repository } = context.site;
  const path = typeof args['path'] === 'string' ? ['--', args['path']] : [];
  const listed = await repository.run(['rev-list', sha, ...path]);
  return connection(
    'history',
    listed.split('\n').filter((line) => line !== ''),
    args,
    (one) => commitNode(context, one),
  );
}

function suites(context: GraphqlContext, sha: string, args: Arguments): Node {
  demand(context, { permission: 'checks', level: 'read' });
  const filter = (args['filterBy'] ?? {}) as { readonly appId?: number | null };
  const rows = context.site.tables.suites
    .where('headSha', sha)
    .filter((row) => filter.appId === undefined || filter.appId === null || row.appId === filter.appId);
  return connection('checkSuites', rows, args, (suite) => suiteNode(context, suite));
}

function pulls(context: GraphqlContext, sha: string, args: Arguments): Node {
  demand(context, { permission: 'pull_requests', level: 'read' });
  const rows = context.site.tables.pulls.all().filter((pull) => pull.headSha === sha || pull.mergeCommitSha === sha);
  return connection('associatedPullRequests', rows, args, (pull) => context.graph.pull(pull.number));
}

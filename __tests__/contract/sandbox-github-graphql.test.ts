import { describe, expect, test } from 'vitest';
import {
  composeTrackedDocument,
  mergeStateDocument,
  moreContextsDocument,
  moreReviewThreadsDocument,
  openPullRequestsDocument,
} from '../../src/github/documents.ts';
import { openWorld, pullRequestRule, requireTest, type TestWorld } from '../integration/sandbox-github-world.ts';

const named = { owner: 'acme', repo: 'lib' };

async function busyWorld(): Promise<TestWorld> {
  const world = await openWorld();
  for (const name of ['one', 'two', 'three']) {
    const { head, number } = await world.pull(name);
    world.check(head, 'test', 'success');
    await world.call('POST', `/repos/acme/lib/statuses/${head}`, { body: { state: 'pending', context: 'ci/other' } });
    world.github.world.openThreadAs('ann', number, { path: `${name}.txt`, line: 1, body: 'why?' });
  }
  world.github.world.setRuleset({
    name: 'base',
    include: ['~DEFAULT_BRANCH'],
    rules: [pullRequestRule, requireTest({ strict: false })],
  });
  return world;
}

const firstPage = {
  base: 'main',
  baseRef: 'refs/heads/main',
  first: true,
  workflow: 'HEAD:.github/workflows/orchestrate.yml',
  report: 'HEAD:.github/workflows/orchestrate-report.yml',
  dashboard: 0,
  hasDashboard: false,
};

describe("the action's own documents are answered without an error", () => {
  test('the open pull requests with the base', async () => {
    await using world = await busyWorld();
    const answer = await world.graphql(openPullRequestsDocument, {
      ...named,
      ...firstPage,
    });
    expect(answer.errors).toBeUndefined();
    const { repository } = answer.data;
    expect(repository).toMatchObject({
      databaseId: 1,
      defaultBranchRef: { name: 'main' },
      rulesets: { nodes: [{}] },
      ref: { refUpdateRule: null },
    });
    expect(repository.pullRequests.nodes.map((pull: { number: number }) => pull.number)).toEqual([1, 2, 3]);
    expect(repository.pullRequests.nodes[0]).toMatchObject({
      mergeStateStatus: 'UNSTABLE',
      reviewThreads: { nodes: [{ isResolved: false }] },
      statusCheckRollup: {
        contexts: {
          nodes: [
            { __typename: 'CheckRun', name: 'test' },
            { __typename: 'StatusContext', context: 'ci/other' },
          ],
        },
      },
    });
  });

  test('single pull requests, one of which is not there', async () => {
    await using world = await busyWorld();
    const answer = await world.graphql(composeTrackedDocument([2, 99]), named);
    expect(answer.data.repository).toMatchObject({ n2: { number: 2 }, n99: null });
    expect(answer.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['repository', 'n99'] }]);
    const state = await world.graphql(mergeStateDocument, { ...named, number: 3 });
    expect(state).toMatchObject({ data: { repository: { pullRequest: { state: 'OPEN', baseRef: { target: {} } } } } });
  });

  test('further pages of checks and conversations, by node id', async () => {
    await using world = await busyWorld();
    const first = await world.graphql(openPullRequestsDocument, {
      ...named,
      ...firstPage,
    });
    const [pull] = first.data.repository.pullRequests.nodes;
    const after = pull.statusCheckRollup.contexts.pageInfo.endCursor;
    const contexts = await world.graphql(moreContextsDocument, { id: pull.statusCheckRollup.id, after });
    expect(contexts).toMatchObject({ data: { node: { contexts: { nodes: [], pageInfo: { hasNextPage: false } } } } });
    const threads = await world.graphql(moreReviewThreadsDocument, {
      id: pull.id,
      after: pull.reviewThreads.pageInfo.endCursor,
    });
    expect(threads).toMatchObject({ data: { node: { reviewThreads: { nodes: [] } } } });
  });
});

describe('a document', () => {
  test("that GitHub's schema does not know is refused", async () => {
    await using world = await openWorld();
    const answer = await world.graphql(
      '{ repository(owner: "acme", name: "lib") { pullRequest(number: 1) { isMergeable } } }',
    );
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0].message).toContain("Field 'isMergeable' doesn't exist on type 'PullRequest'");
  });

  test('that asks for more than the token may see is refused there', async () => {
    await using world = await openWorld();
    const { number } = await world.pull('feature');
    const token = world.github.host.issueJobToken(1, { 'pull-requests': 'read' });
    const document = `{ repository(owner: "acme", name: "lib") { pullRequest(number: ${number}) { title statusCheckRollup { state } } } }`;
    const answer = await world.graphql(document, {}, token);
    expect(answer.data.repository.pullRequest).toEqual({ title: 'Add feature', statusCheckRollup: null });
    expect(answer.errors).toMatchObject([{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]);
  });

  test('that asks for a field the sandbox cannot tell gets an error and never a made-up null', async () => {
    await using world = await openWorld();
    const answer = await world.graphql('{ repository(owner: "acme", name: "lib") { stargazerCount } }');
    expect(answer.errors[0].message).toBe('The sandbox does not know Repository.stargazerCount.');
  });

  test('without a page size is refused, and pages lead from one to the next', async () => {
    await using world = await busyWorld();
    const pulls = (args: string): string =>
      `{ repository(owner: "acme", name: "lib") { pullRequests${args} { totalCount nodes { number } pageInfo { hasNextPage endCursor } } } }`;
    expect((await world.graphql(pulls(''))).errors[0].message).toContain('You must provide a `first` or `last` value');
    const first = (await world.graphql(pulls('(first: 2)'))).data.repository.pullRequests;
    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [{ number: 1 }, { number: 2 }],
      pageInfo: { hasNextPage: true },
    });
    const rest = (await world.graphql(pulls(`(first: 2, after: "${first.pageInfo.endCursor}")`))).data.repository
      .pullRequests;
    expect(rest).toMatchObject({ nodes: [{ number: 3 }], pageInfo: { hasNextPage: false } });
    const last = (await world.graphql(pulls('(last: 1)'))).data.repository.pullRequests;
    expect(last.nodes).toEqual([{ number: 3 }]);
  });
});

test('required checks are told per pull request, and conversations can be resolved', async () => {
  await using world = await busyWorld();
  const fields =
    'commits(last: 1) { nodes { commit { statusCheckRollup { contexts(first: 5) { nodes { ... on CheckRun { isRequired(pullRequestNumber: 1) } ... on StatusContext { isRequired(pullRequestNumber: 1) } } } } } } } reviewThreads(first: 5) { nodes { id } }';
  const answer = await world.graphql(
    `{ repository(owner: "acme", name: "lib") { pullRequest(number: 1) { ${fields} } } }`,
  );
  const pull = answer.data.repository.pullRequest;
  expect(pull.commits.nodes[0].commit.statusCheckRollup.contexts.nodes).toEqual([
    { isRequired: true },
    { isRequired: false },
  ]);
  const document =
    'mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved resolvedBy { login } } } }';
  const resolved = await world.graphql(document, { id: pull.reviewThreads.nodes[0].id }, world.tokens.ann);
  expect(resolved.data.resolveReviewThread.thread).toEqual({ isResolved: true, resolvedBy: { login: 'ann' } });
});

test('no merge queue is there to enqueue in', async () => {
  await using world = await busyWorld();
  const found = await world.graphql('{ repository(owner: "acme", name: "lib") { pullRequest(number: 1) { id } } }');
  const document = 'mutation($id: ID!) { enqueuePullRequest(input: { pullRequestId: $id }) { clientMutationId } }';
  const answer = await world.graphql(document, { id: found.data.repository.pullRequest.id });
  expect(answer.errors).toMatchObject([{ type: 'UNPROCESSABLE' }]);
});

import { describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/github/conditions.ts';
import { startRunner } from '../../sandbox/runner/runner.ts';
import { openWorld, pullRequestRule, requireTest, type TestWorld } from './sandbox-github-world.ts';

const repo = '/repos/acme/lib';
const badGateway: Fault = {
  method: 'PUT',
  path: '/repos/*/*/pulls/*/merge',
  body: '',
  isCarriedOut: true,
  status: 502,
  retryAfter: null,
  times: 1,
};

function ask({ github, tokens }: TestWorld, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${github.apiUrl}${path}`, {
    method,
    headers: { authorization: `token ${tokens.app}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function faultsIn({ github }: TestWorld): readonly unknown[] {
  return github.world.log().filter(({ kind }) => kind === 'fault');
}

describe('a fault', () => {
  test('loses the answer to what was carried out, as often as it is planned', async () => {
    await using world = await openWorld({ faults: [badGateway] });
    const { number } = await world.pull('feature');
    const lost = await ask(world, 'PUT', `${repo}/pulls/${number}/merge`, {});
    expect(lost.status).toBe(502);
    expect(lost.headers.get('content-type')).toBe('text/html');
    expect(world.github.world.pulls()[0]?.merged).toBe(true);
    expect((await ask(world, 'PUT', `${repo}/pulls/${number}/merge`, {})).status).toBe(405);
    expect(faultsIn(world)).toMatchObject([
      { method: 'PUT', path: `${repo}/pulls/${number}/merge`, status: 502, isCarriedOut: true },
    ]);
  });

  test('keeps a request from being carried out', async () => {
    await using world = await openWorld({ faults: [{ ...badGateway, isCarriedOut: false }] });
    const { number } = await world.pull('feature');
    expect((await ask(world, 'PUT', `${repo}/pulls/${number}/merge`, {})).status).toBe(502);
    expect(world.github.world.pulls()[0]?.merged).toBe(false);
  });

  test('is a secondary limit that says how long to wait', async () => {
    const limit = { ...badGateway, method: 'POST', path: '/graphql', body: 'viewer', isCarriedOut: false } as const;
    await using world = await openWorld({ faults: [{ ...limit, status: 403, retryAfter: 2, times: 2 }] });
    const query = '{ viewer { login } }';
    const url = world.github.graphqlUrl;
    const headers = { authorization: `bearer ${world.tokens.app}` };
    const other = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: '{ __typename }' }) });
    expect(other.status).toBe(200);
    for (const status of [403, 403, 200]) {
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('retry-after')).toBe(status === 403 ? '2' : null);
      if (status === 403) expect(await answer.text()).toContain('secondary rate limit');
    }
  });
});

describe('an Enterprise Server', () => {
  test('says so, and has no asynchronous merge', async () => {
    await using world = await openWorld({ edition: 'enterprise-server' });
    const { number } = await world.pull('feature');
    const { status, headers } = await world.call('GET', `${repo}/pulls/${number}`);
    expect(status).toBe(200);
    expect(headers.get('x-github-enterprise-version')).toMatch(/^3\./);
    expect((await ask(world, 'PUT', `${repo}/pulls/${number}/merge-async`, {})).status).toBe(404);
    expect((await world.call('PUT', `${repo}/pulls/${number}/merge`, { body: {} })).status).toBe(200);
  });

  test('does not tell whether a token may pass over a ruleset, nor of which ruleset a rule is', async () => {
    await using world = await openWorld({ edition: 'enterprise-server' });
    const rules = [pullRequestRule, requireTest({ strict: false })];
    const id = world.github.world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules });
    const { status, body } = await world.call('GET', `${repo}/rulesets/${id}`);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('current_user_can_bypass');
    const told = await world.call('GET', `${repo}/rules/branches/main`);
    expect(told.body).toMatchObject(rules);
    expect(told.body[0]).not.toHaveProperty('ruleset_id');
  });

  test.each([
    [
      'PullRequest',
      'isInMergeQueue',
      '{ repository(owner: "acme", name: "lib") { pullRequest(number: 1) { isInMergeQueue } } }',
    ],
    [
      'Repository',
      'rulesets',
      '{ repository(owner: "acme", name: "lib") { rulesets(first: 1) { nodes { databaseId } } } }',
    ],
    ['Repository', 'mergeQueue', '{ repository(owner: "acme", name: "lib") { mergeQueue { id } } }'],
    [
      'Mutation',
      'enqueuePullRequest',
      'mutation { enqueuePullRequest(input: { pullRequestId: "1" }) { clientMutationId } }',
    ],
  ])('knows no %s.%s', async (typeName, fieldName, query) => {
    await using world = await openWorld({ edition: 'enterprise-server' });
    const { data, errors } = await world.graphql(query);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'undefinedField', typeName, fieldName } }]);
  });
});

test("the runs of a pull request that a job's own token opened or updated wait for a person's approval, and start with it", async () => {
  await using world = await openWorld();
  const { host, world: site } = world.github;
  const ci = 'name: CI\non: { push: {}, pull_request: {} }\njobs: { test: { runs-on: x, steps: [{ run: "true" }] } }\n';
  await world.branch('main', { '.github/workflows/ci.yml': ci });
  const runner = startRunner(host, { workspace: world.temporary(), actions: {} });
  await world.branch('feature');
  await runner.idle();
  const token = host.issueJobToken(1, { contents: 'write', 'pull-requests': 'write' });
  const body = { title: 'Add a feature', head: 'feature', base: 'main' };
  const opened = await world.call('POST', `${repo}/pulls`, { body, token });
  expect(opened.status).toBe(201);
  await runner.idle();
  const parked = host.runs().filter(({ trigger }) => trigger.event === 'pull_request');
  expect(parked).toMatchObject([{ workflowName: 'CI', status: 'completed', conclusion: 'action_required' }]);
  expect(host.jobs(parked[0]?.id ?? 0)).toEqual([]);
  const head = site.branches().get('feature') ?? '';
  const { body: listed } = await world.call('GET', `${repo}/actions/runs?head_sha=${head}&status=action_required`);
  expect(listed.workflow_runs).toMatchObject([{ event: 'pull_request', conclusion: 'action_required' }]);

  const approval = `${repo}/actions/runs/${parked[0]?.id}/approve`;
  expect((await world.call('POST', approval, { token: world.tokens.ann })).status).toBe(201);
  await runner.idle();
  expect(host.runs().find(({ id }) => id === parked[0]?.id)).toMatchObject({ attempt: 1, conclusion: 'success' });
  expect(host.jobs(parked[0]?.id ?? 0)).toMatchObject([{ name: 'test', conclusion: 'success' }]);
  expect((await world.call('POST', approval, { token: world.tokens.ann })).status).toBe(403);
  await runner.close();
});

test('a runner is idle only when what the end of a run has started is over, too', async () => {
  await using world = await openWorld();
  const { host } = world.github;
  const jobs = 'jobs: { test: { runs-on: x, steps: [{ run: "true" }] } }\n';
  await world.branch('main', {
    '.github/workflows/first.yml': `name: First\non: push\n${jobs}`,
    '.github/workflows/next.yml': `name: Next\non: { workflow_run: { workflows: [First], types: [completed] } }\n${jobs}`,
  });
  const runner = startRunner(host, { workspace: world.temporary(), actions: {} });
  await runner.idle();
  const runs = host.runs().map(({ workflowName, status }) => `${workflowName}: ${status}`);
  expect(runs).toEqual(['First: completed', 'Next: completed']);
  await runner.close();
});

import { describe, expect, test } from 'vitest';
import type { MergeStateStatus } from '../../sandbox/github/pulls/merge-state.ts';
import type { MergeMethod } from '../../sandbox/github/world/rows.ts';
import { openWorld, pullRequestRule, requireTest, type TestWorld } from './sandbox-github-world.ts';

const repo = '/repos/acme/lib';

interface Pull {
  readonly number: number;
  readonly head: string;
}

type Arrange = (world: TestWorld, pull: Pull) => void | Promise<void>;

function demandTest(strict: boolean): Arrange {
  return ({ github }) => {
    const rules = [pullRequestRule, requireTest({ strict })];
    github.world.setRuleset({ name: 'base', include: ['~DEFAULT_BRANCH'], rules });
  };
}

function demandApproval({ github }: TestWorld): void {
  const parameters = { ...pullRequestRule.parameters, required_approving_review_count: 1 };
  github.world.setRuleset({
    name: 'approval',
    include: ['~DEFAULT_BRANCH'],
    rules: [{ type: 'pull_request', parameters }],
  });
}

function demandResolved({ github }: TestWorld): void {
  const parameters = { ...pullRequestRule.parameters, required_review_thread_resolution: true };
  github.world.setRuleset({
    name: 'threads',
    include: ['~DEFAULT_BRANCH'],
    rules: [{ type: 'pull_request', parameters }],
  });
}

function reviewBy(login: string, permission: 'write' | 'read', event: 'APPROVE' | 'REQUEST_CHANGES'): Arrange {
  return ({ github }, { number }) => {
    github.world.createUser(login, permission);
    github.world.reviewAs(login, number, { event });
  };
}

const passes: Arrange = ({ check }, { head }) => check(head, 'test', 'success');
const moveBase: Arrange = async ({ branch }) => void (await branch('main', { 'moved.txt': 'x\n' }));

async function draft({ graphql }: TestWorld, { number }: Pull): Promise<void> {
  const found = await graphql(`{ repository(owner: "acme", name: "lib") { pullRequest(number: ${number}) { id } } }`);
  const input = { pullRequestId: found.data.repository.pullRequest.id };
  await graphql(
    'mutation($input: ConvertPullRequestToDraftInput!) { convertPullRequestToDraft(input: $input) { clientMutationId } }',
    { input },
  );
}

async function stateOf(
  { graphql }: TestWorld,
  { number }: Pull,
): Promise<{ status: MergeStateStatus; decision: string | null }> {
  const fields = 'mergeStateStatus reviewDecision';
  const answer = await graphql(
    `{ repository(owner: "acme", name: "lib") { pullRequest(number: ${number}) { ${fields} } } }`,
  );
  const pull = answer.data.repository.pullRequest;
  return { status: pull.mergeStateStatus, decision: pull.reviewDecision };
}

const cases: readonly (readonly [string, readonly Arrange[], MergeStateStatus, number])[] = [
  ['nothing is asked and nothing reported', [], 'CLEAN', 200],
  ['an optional check is red', [({ check }, { head }) => check(head, 'lint', 'failure')], 'UNSTABLE', 200],
  ['an optional check is skipped', [({ check }, { head }) => check(head, 'lint', 'skipped')], 'CLEAN', 200],
  ['a required check never reported', [demandTest(false)], 'BLOCKED', 405],
  [
    'a required check is red',
    [demandTest(false), ({ check }, { head }) => check(head, 'test', 'failure')],
    'BLOCKED',
    405,
  ],
  [
    'a required check was cancelled',
    [demandTest(false), ({ check }, { head }) => check(head, 'test', 'cancelled')],
    'BLOCKED',
    405,
  ],
  ['a required check is green', [demandTest(false), passes], 'CLEAN', 200],
  [
    'a required check was skipped',
    [demandTest(false), ({ check }, { head }) => check(head, 'test', 'skipped')],
    'CLEAN',
    200,
  ],
  ['a required check is green by another app only', [demandTest(false), forgeTest], 'BLOCKED', 405],
  [
    'a required check was red and is green again',
    [demandTest(false), ({ check }, { head }) => check(head, 'test', 'failure'), passes],
    'CLEAN',
    200,
  ],
  ['a required check was started by hand', [demandTest(false), passByHand], 'BLOCKED', 405],
  ['the base moved and the rules are not strict', [moveBase, demandTest(false), passes], 'CLEAN', 200],
  ['the base moved and the rules are strict', [moveBase, demandTest(true), passes], 'BEHIND', 405],
  [
    'both sides changed one line',
    [async ({ branch }) => void (await branch('main', { 'feature.txt': 'theirs\n' }))],
    'DIRTY',
    405,
  ],
  ['it is a draft', [draft], 'DRAFT', 405],
  ['an approval is missing', [demandApproval], 'BLOCKED', 405],
  ['somebody who may write approved', [demandApproval, reviewBy('bob', 'write', 'APPROVE')], 'CLEAN', 200],
  ['somebody who may only read approved', [demandApproval, reviewBy('eve', 'read', 'APPROVE')], 'BLOCKED', 405],
  [
    'one approves and another asks for changes',
    [demandApproval, reviewBy('bob', 'write', 'APPROVE'), reviewBy('kim', 'write', 'REQUEST_CHANGES')],
    'BLOCKED',
    405,
  ],
  ['only an App approved', [demandApproval, approveByApp], 'BLOCKED', 405],
  ['a job approved where Actions may', [demandApproval, approveByJob], 'CLEAN', 200],
  ['a conversation is open and must not be', [demandResolved, openThread], 'BLOCKED', 405],
];

async function forgeTest({ call }: TestWorld, { head }: Pull): Promise<void> {
  await call('POST', `${repo}/check-runs`, { body: { name: 'test', head_sha: head, conclusion: 'success' } });
}

function passByHand({ github: { host } }: TestWorld, { head }: Pull): void {
  const trigger = {
    event: 'workflow_dispatch' as const,
    ref: 'refs/heads/feature',
    sha: head,
    headSha: head,
    headBranch: 'feature',
    actor: 'ann',
    payload: {},
  };
  const run = host.createRun({ workflowPath: '.github/workflows/ci.yml', workflowName: 'CI', runName: 'CI', trigger });
  host.updateJob(host.createJob({ runId: run.id, name: 'test' }).id, { status: 'completed', conclusion: 'success' });
  host.updateRun(run.id, { status: 'completed', conclusion: 'success' });
}

async function approveByApp({ call }: TestWorld, { number }: Pull): Promise<void> {
  expect((await call('POST', `${repo}/pulls/${number}/reviews`, { body: { event: 'APPROVE' } })).status).toBe(200);
}

async function approveByJob({ call, github }: TestWorld, { number }: Pull): Promise<void> {
  const token = github.host.issueJobToken(1, { 'pull-requests': 'write' });
  expect((await call('POST', `${repo}/pulls/${number}/reviews`, { body: { event: 'APPROVE' }, token })).status).toBe(
    200,
  );
}

function openThread({ github }: TestWorld, { number }: Pull): void {
  github.world.openThreadAs('ann', number, { path: 'feature.txt', line: 1, body: 'why?' });
}

describe('the merge state, and whether a merge goes through, when', () => {
  test.each(cases)('%s', async (_title, arrangements, status, answer) => {
    await using world = await openWorld();
    const pull = await world.pull('feature');
    for (const arrange of arrangements) await arrange(world, pull);
    expect((await stateOf(world, pull)).status).toBe(status);
    const merged = await world.call('PUT', `${repo}/pulls/${pull.number}/merge`, { body: { sha: pull.head } });
    expect(merged.status).toBe(answer);
    expect(world.github.world.pulls()[0]?.merged).toBe(answer === 200);
  });
});

describe('a merge', () => {
  test('of another head than the one named is refused', async () => {
    await using world = await openWorld();
    const pull = await world.pull('feature');
    await world.branch('feature', { 'more.txt': 'x\n' });
    const answer = await world.call('PUT', `${repo}/pulls/${pull.number}/merge`, { body: { sha: pull.head } });
    expect(answer).toMatchObject({
      status: 409,
      body: { message: 'Head branch was modified. Review and try the merge again.' },
    });
    expect(world.github.world.log().at(-1)).toMatchObject({
      kind: 'merge_refused',
      status: 409,
      expectedSha: pull.head,
    });
  });

  test.each<[MergeMethod, number, string]>([
    ['merge', 2, 'A title\n\nA message'],
    ['squash', 1, 'A title\n\nA message'],
    ['rebase', 1, 'work on feature'],
  ])('by %s makes the commit that method makes', async (method, parents, message) => {
    await using world = await openWorld();
    const pull = await world.pull('feature');
    await moveBase(world, pull);
    const before = world.github.world.branches().get('main');
    const body = { sha: pull.head, merge_method: method, commit_title: 'A title', commit_message: 'A message' };
    const answer = await world.call('PUT', `${repo}/pulls/${pull.number}/merge`, { body });
    expect(answer.status).toBe(200);
    expect(world.github.world.branches().get('main')).toBe(answer.body.sha);
    const commit = await world.call('GET', `${repo}/git/commits/${answer.body.sha}`);
    expect(commit.body.message).toBe(message);
    expect(commit.body.parents).toHaveLength(parents);
    expect(commit.body.parents[0].sha).toBe(before);
    const files = await world.github.world.git(['ls-tree', '--name-only', answer.body.sha]);
    expect(files.trim().split('\n')).toEqual(['README.md', 'feature.txt', 'moved.txt']);
    const log = world.github.world.log();
    expect(log.filter((event) => event.kind === 'merge')).toMatchObject([
      {
        method,
        headSha: pull.head,
        expectedSha: pull.head,
        sha: answer.body.sha,
        baseBefore: before,
        by: 'orchestrator[bot]',
      },
    ]);
    expect(log.find((event) => event.kind === 'push' && event.after === answer.body.sha)).toMatchObject({
      viaMerge: pull.number,
    });
  });

  test('by a method that the repository or the branch does not allow is refused', async () => {
    await using world = await openWorld();
    const pull = await world.pull('feature');
    const merge = (method: MergeMethod): ReturnType<TestWorld['call']> =>
      world.call('PUT', `${repo}/pulls/${pull.number}/merge`, { body: { merge_method: method } });
    world.github.world.setRepository({ allowSquash: false });
    expect(await merge('squash')).toMatchObject({
      status: 405,
      body: { message: 'Squash merges are not allowed on this repository.' },
    });
    const parameters = { ...pullRequestRule.parameters, allowed_merge_methods: ['merge'] as const };
    world.github.world.setRuleset({ name: 'base', include: ['~ALL'], rules: [{ type: 'pull_request', parameters }] });
    expect(await merge('rebase')).toMatchObject({
      status: 405,
      body: { message: 'Rebase merges are not allowed on this branch.' },
    });
    expect((await merge('merge')).status).toBe(200);
  });

  test('keeps the head branch unless the repository deletes merged branches', async () => {
    await using world = await openWorld();
    const first = await world.pull('first');
    await world.github.world.mergeAs('ann', first.number);
    expect(world.github.world.branches().has('first')).toBe(true);
    world.github.world.setRepository({ deleteBranchOnMerge: true });
    const second = await world.pull('second');
    await world.github.world.mergeAs('ann', second.number);
    expect(world.github.world.branches().has('second')).toBe(false);
  });

  test('passes the rules only for whom a ruleset lets pass', async () => {
    await using world = await openWorld();
    const { world: outside, host } = world.github;
    const pull = await world.pull('feature');
    const app = outside.createApp({ slug: 'mighty' });
    const id = outside.setRuleset({
      name: 'base',
      include: ['~DEFAULT_BRANCH'],
      rules: [pullRequestRule, requireTest({ strict: false })],
      bypassActors: [{ actor_id: Number(app.appId), actor_type: 'Integration', bypass_mode: 'pull_request' }],
    });
    const path = `${repo}/pulls/${pull.number}/merge`;
    expect((await world.call('PUT', path, { body: { sha: pull.head } })).status).toBe(405);
    const token = host.issueInstallationToken(app);
    const ruleset = await world.call('GET', `${repo}/rulesets/${id}`, { token });
    expect(ruleset.body.current_user_can_bypass).toBe('pull_requests_only');
    expect((await world.call('PUT', path, { body: { sha: pull.head }, token })).status).toBe(200);
  });

  test('asked for twice at once in the background happens once', async () => {
    await using world = await openWorld();
    const pull = await world.pull('feature');
    const path = `${repo}/pulls/${pull.number}/merge-async`;
    const answers = await Promise.all([
      world.call('PUT', path, { body: { sha: pull.head } }),
      world.call('PUT', path, { body: { sha: pull.head } }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([202, 409]);
    expect(new Set(answers.map((answer) => answer.body.details.uuid)).size).toBe(1);
    await expect.poll(() => world.github.world.pulls()[0]?.merged).toBe(true);
    expect(world.github.world.log().filter((event) => event.kind === 'merge')).toHaveLength(1);
  });

  test('two merges at the same moment both land, one on top of the other', async () => {
    await using world = await openWorld();
    const [one, two] = [await world.pull('one'), await world.pull('two')];
    const answers = await Promise.all(
      [one, two].map((pull) => world.call('PUT', `${repo}/pulls/${pull.number}/merge`, { body: { sha: pull.head } })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const merges = world.github.world.log().flatMap((event) => (event.kind === 'merge' ? [event] : []));
    expect(merges[1]?.baseBefore).toBe(merges[0]?.sha);
  });
});

describe('a pull request', () => {
  test('is updated from its base by GitHub, and its old checks say nothing of the new head', async () => {
    await using world = await openWorld();
    const pull = await world.pull('feature');
    await moveBase(world, pull);
    await demandTest(true)(world, pull);
    await passes(world, pull);
    expect((await stateOf(world, pull)).status).toBe('BEHIND');
    await world.call('PUT', `${repo}/pulls/${pull.number}/update-branch`, { body: { expected_head_sha: pull.head } });
    const head = world.github.world.branches().get('feature') ?? '';
    const parents = await world.github.world.git(['log', '-1', '--format=%P', head]);
    expect(parents.trim().split(' ')).toEqual([pull.head, world.github.world.branches().get('main')]);
    expect((await stateOf(world, pull)).status).toBe('BLOCKED');
    world.check(head, 'test', 'success');
    expect((await stateOf(world, pull)).status).toBe('CLEAN');
  });

  test('is closed when its branch goes, and shown as merged when its head was pushed to the base', async () => {
    await using world = await openWorld();
    const gone = await world.pull('gone');
    await world.call('DELETE', `${repo}/git/refs/heads/gone`);
    const pushed = await world.pull('pushed');
    await world.call('PATCH', `${repo}/git/refs/heads/main`, { body: { sha: pushed.head } });
    const pulls = world.github.world.pulls();
    expect(pulls.find((pull) => pull.number === gone.number)).toMatchObject({ state: 'closed', merged: false });
    expect(pulls.find((pull) => pull.number === pushed.number)).toMatchObject({ state: 'closed', merged: true });
  });

  test('of a merged change is taken back by a pull request of its own', async () => {
    await using world = await openWorld();
    const pull = await world.pull('feature');
    await world.github.world.mergeAs('ann', pull.number, 'squash');
    await moveBase(world, pull);
    const found = await world.graphql(
      `{ repository(owner: "acme", name: "lib") { pullRequest(number: ${pull.number}) { id } } }`,
    );
    const document =
      'mutation($input: RevertPullRequestInput!) { revertPullRequest(input: $input) { revertPullRequest { number headRefName title } } }';
    const answer = await world.graphql(document, { input: { pullRequestId: found.data.repository.pullRequest.id } });
    const revert = answer.data.revertPullRequest.revertPullRequest;
    expect(revert).toMatchObject({ headRefName: 'revert-1-feature', title: 'Revert "Add feature"' });
    await world.github.world.mergeAs('ann', revert.number);
    const files = await world.github.world.git(['ls-tree', '--name-only', 'main']);
    expect(files.trim().split('\n')).toEqual(['README.md', 'moved.txt']);
  });

  test('cannot be approved by who opened it', async () => {
    await using world = await openWorld();
    const { number } = await world.pull('feature');
    const answer = await world.call('POST', `${repo}/pulls/${number}/reviews`, {
      body: { event: 'APPROVE' },
      token: world.tokens.ann,
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: ['Can not approve your own pull request'] } });
  });
});

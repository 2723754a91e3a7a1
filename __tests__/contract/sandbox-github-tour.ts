import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { findPath, type OpenApi } from '../../sandbox/github/conformance/openapi.ts';
import {
  type CallOptions,
  openWorld,
  pullRequestRule,
  requireTest,
  type TestWorld,
} from '../integration/sandbox-github-world.ts';

const repo = '/repos/acme/lib';

interface Tour extends TestWorld {
  readonly answered: Set<string>;
  visit(
    method: string,
    path: string,
    options?: CallOptions & { readonly expect?: number },
  ): Promise<TestWorld['call'] extends (...args: never[]) => Promise<infer A> ? A : never>;
}

/** Visits every route of the sandbox at least once; the calls that were answered well, as `METHOD /described/path`. */
export async function tourGitHub(openapi: OpenApi): Promise<ReadonlySet<string>> {
  await using tour = await startTour(openapi);
  await visitCode(tour);
  await visitRules(tour);
  await visitPulls(tour);
  await visitIssues(tour);
  await visitChecks(tour);
  await visitActions(tour);
  await visitSettings(tour);
  return tour.answered;
}

async function startTour(openapi: OpenApi): Promise<Tour> {
  const world = await openWorld();
  const answered = new Set<string>();
  return {
    ...world,
    answered,
    visit: async (method, path, options = {}) => {
      const answer = await world.call(method, path, options);
      assert.equal(answer.status, options.expect ?? answer.status, `${method} ${path}`);
      if (answer.status < 400) answered.add(`${method} ${findPath(openapi, method, path.replace(/\?.*/, ''))}`);
      return answer;
    },
  };
}

async function visitCode({ visit, github, branch, tokens }: Tour): Promise<void> {
  const { world } = github;
  world.setVariable('ORCHESTRATE', 'on');
  const head = await branch('side', { 'src/deep/file.txt': 'x\n' });
  await visit('GET', repo);
  await visit('GET', repo, { token: tokens.ann });
  await visit('GET', `${repo}/collaborators/ann/permission`);
  world.createUser('mel', 'maintain');
  const mel = await visit('GET', `${repo}/collaborators/mel/permission`);
  const maintains = { push: true, maintain: true, admin: false };
  const melsRole = { permission: 'write', role_name: 'maintain', user: { permissions: maintains } };
  assert.partialDeepStrictEqual(mel.body, melsRole);
  await visit('GET', `${repo}/collaborators/nobody/permission`, { expect: 404 });
  world.setTeam('acme/core', ['mel']);
  const app = world.createApp({ slug: 'sees-members', permissions: { members: 'read' } });
  const seesMembers = { token: github.host.issueInstallationToken(app) };
  await visit('GET', '/orgs/acme/teams/core/memberships/mel', seesMembers);
  await visit('GET', '/orgs/acme/teams/core/memberships/ann', { ...seesMembers, expect: 404 });
  await visit('GET', `${repo}/actions/variables`, { token: tokens.ann });
  await visit('GET', `${repo}/actions/variables/ORCHESTRATE`, { token: tokens.ann });
  await visit('GET', '/installation/repositories');
  await visit('GET', '/user', { token: tokens.ann });
  await visit('GET', '/rate_limit');
  await visit('GET', `${repo}/git/ref/heads/side`);
  await visit('GET', `${repo}/git/matching-refs/heads/`);
  await visit('POST', `${repo}/git/refs`, { body: { ref: 'refs/heads/copy', sha: head }, expect: 201 });
  await visit('PATCH', `${repo}/git/refs/heads/copy`, { body: { sha: world.branches().get('main'), force: true } });
  await visit('DELETE', `${repo}/git/refs/heads/copy`, { expect: 204 });
  const commit = await visit('GET', `${repo}/git/commits/${head}`);
  const tree = await visit('GET', `${repo}/git/trees/${commit.body.tree.sha}?recursive=1`);
  await visit(
    'GET',
    `${repo}/git/blobs/${tree.body.tree.find((entry: { type: string }) => entry.type === 'blob').sha}`,
  );
  await visit('GET', `${repo}/contents/src/deep/file.txt?ref=side`);
  await visit('GET', `${repo}/contents/src?ref=side`);
  await visit('GET', `${repo}/commits?sha=side`);
  await visit('GET', `${repo}/commits/${head}`);
  await visit('GET', `${repo}/compare/main...side`);
  await visit('POST', `${repo}/dispatches`, { body: { event_type: 'ping' }, expect: 204 });
}

async function visitRules({ visit, github, tokens }: Tour): Promise<void> {
  const id = github.world.setRuleset({
    name: 'base',
    include: ['~DEFAULT_BRANCH'],
    rules: [pullRequestRule, requireTest({ strict: true }), { type: 'non_fast_forward' }, { type: 'deletion' }],
    bypassActors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }],
  });
  github.world.setClassicProtection('main', {
    requiredChecks: [{ context: 'test', app_id: null }],
    reviews: { count: 0, dismissStale: false, codeOwners: false, lastPush: false },
  });
  await visit('GET', `${repo}/branches`);
  await visit('GET', `${repo}/branches/main`);
  await visit('GET', `${repo}/branches/main/protection`, { token: tokens.ann });
  await visit('GET', `${repo}/branches/main/protection`, { expect: 403 });
  await visit('GET', `${repo}/rules/branches/main`);
  await visit('GET', `${repo}/rulesets`);
  await visit('GET', `${repo}/rulesets/${id}`);
  const asAdmin = await visit('GET', `${repo}/rulesets/${id}`, { token: tokens.ann });
  const seenByAdmin = { current_user_can_bypass: 'always', bypass_actors: [{ actor_id: 5 }] };
  assert.partialDeepStrictEqual(asAdmin.body, seenByAdmin);
  github.world.removeRuleset('base');
  github.world.setClassicProtection('main', null);
}

async function visitPulls({ visit, github, branch, check, tokens }: Tour): Promise<void> {
  const head = await branch('feature', { 'feature.txt': 'a\nb\n', 'README.md': null });
  const opened = await visit('POST', `${repo}/pulls`, {
    body: { title: 'Feature', head: 'feature', base: 'main', body: 'text' },
    expect: 201,
  });
  const pull = `${repo}/pulls/${opened.body.number}`;
  await visit('POST', `${repo}/pulls`, { body: { title: 'Again', head: 'feature', base: 'main' }, expect: 422 });
  await visit('GET', `${repo}/pulls?state=open&head=acme:feature`);
  await visit('GET', pull);
  await visit('PATCH', pull, { body: { title: 'A feature', body: 'more' } });
  await visit('GET', `${pull}/files`);
  await visit('GET', `${pull}/commits`);
  await visit('POST', `${pull}/reviews`, {
    body: { event: 'APPROVE', body: 'fine', commit_id: head },
    token: tokens.ann,
  });
  await visit('POST', `${pull}/reviews`, { body: { event: 'APPROVE' }, expect: 422 });
  const { body: reviews } = await visit('GET', `${pull}/reviews`);
  const dismissal = `${pull}/reviews/${reviews[0].id}/dismissals`;
  await visit('PUT', dismissal, { body: { message: 'not so fine' }, token: tokens.ann });
  await visit('PUT', dismissal, { body: { message: 'again' }, token: tokens.ann, expect: 422 });
  await visit('GET', `${repo}/commits/${head}/pulls`);
  check(head, 'test', 'success');
  await branch('main', { 'other.txt': 'moved on\n' });
  await visit('PUT', `${pull}/update-branch`, { body: { expected_head_sha: head }, expect: 202 });
  await visit('PUT', `${pull}/merge`, { body: { sha: head }, expect: 409 });
  await visit('GET', `${pull}/merge`, { expect: 404 });
  const moved = github.world.branches().get('feature');
  const asked = await visit('PUT', `${pull}/merge-async`, {
    body: { sha: moved, merge_method: 'squash' },
    expect: 202,
  });
  await visitUntil(visit, `${pull}/merge-async/${asked.body.details.uuid}`, 'merged');
  await visit('PUT', `${pull}/merge-async`, { body: {}, expect: 200 });
  await visit('GET', `${pull}/merge`, { expect: 204 });
  const next = await branch('next');
  const second = await visit('POST', `${repo}/pulls`, {
    body: { title: 'Next', head: 'next', base: 'main', draft: true },
    expect: 201,
  });
  await visit('PUT', `${repo}/pulls/${second.body.number}/merge`, { body: { sha: next }, expect: 405 });
  await visit('PUT', `${repo}/pulls/${second.body.number}/merge-async`, { body: {}, expect: 400 });
  await branch('third');
  const third = await visit('POST', `${repo}/pulls`, { body: { title: 'Third', head: 'third', base: 'main' } });
  await visit('PUT', `${repo}/pulls/${third.body.number}/merge`, { body: {}, expect: 200 });
}

async function visitUntil(visit: Tour['visit'], path: string, status: string): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if ((await visit('GET', path)).body.status === status) return;
    await setTimeout(20);
  }
  assert.fail(`${path} does not come to be ${status}`);
}

async function visitIssues({ visit, tokens }: Tour): Promise<void> {
  const opened = await visit('POST', `${repo}/issues`, {
    body: { title: 'Board', body: 'x', labels: ['one'] },
    expect: 201,
  });
  const issue = `${repo}/issues/${opened.body.number}`;
  await visit('GET', `${repo}/issues?state=all&labels=one`);
  await visit('GET', issue);
  await visit('PATCH', issue, { body: { body: 'y', state: 'closed' } });
  const comment = await visit('POST', `${issue}/comments`, { body: { body: 'hi' }, expect: 201 });
  const path = `${repo}/issues/comments/${comment.body.id}`;
  await visit('GET', `${issue}/comments`);
  await visit('GET', `${repo}/issues/comments?since=2020-01-01T00:00:00Z`);
  await visit('GET', path);
  await visit('PATCH', path, { body: { body: 'hello' } });
  await visit('POST', `${path}/reactions`, { body: { content: 'eyes' }, expect: 201 });
  await visit('POST', `${path}/reactions`, { body: { content: 'eyes' }, expect: 200 });
  await visit('POST', `${path}/reactions`, { body: { content: 'rocket' }, token: tokens.ann });
  await visit('GET', `${path}/reactions`);
  await visit('DELETE', path, { expect: 204 });
  await visit('POST', `${repo}/labels`, { body: { name: 'two', color: '00ff00' }, expect: 201 });
  await visit('GET', `${repo}/labels`);
  await visit('GET', `${repo}/labels/two`);
  await visit('POST', `${issue}/labels`, { body: { labels: ['two'] } });
  await visit('GET', `${issue}/labels`);
  await visit('PUT', `${issue}/labels`, { body: { labels: ['one', 'two'] } });
  await visit('DELETE', `${issue}/labels/one`);
}

async function visitChecks({ visit, github }: Tour): Promise<void> {
  const sha = github.world.branches().get('main') ?? '';
  const created = await visit('POST', `${repo}/check-runs`, {
    body: { name: 'gate', head_sha: sha, status: 'in_progress', output: { title: 'Gate', summary: 'waits' } },
    expect: 201,
  });
  const annotation = { path: 'a.txt', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'hm' };
  const output = { title: 'Gate', summary: 'open', annotations: [annotation] };
  await visit('PATCH', `${repo}/check-runs/${created.body.id}`, { body: { conclusion: 'success', output } });
  await visit('GET', `${repo}/check-runs/${created.body.id}`);
  await visit('GET', `${repo}/check-runs/${created.body.id}/annotations`);
  await visit('GET', `${repo}/check-suites/${created.body.check_suite.id}`);
  await visit('GET', `${repo}/check-suites/${created.body.check_suite.id}/check-runs`);
  await visit('GET', `${repo}/commits/main/check-runs`);
  await visit('GET', `${repo}/commits/main/check-suites`);
  await visit('POST', `${repo}/statuses/${sha}`, { body: { state: 'success', context: 'ci/other' }, expect: 201 });
  await visit('GET', `${repo}/commits/main/status`);
  await visit('GET', `${repo}/commits/main/statuses`);
}

async function visitActions({ visit, github, branch }: Tour): Promise<void> {
  const { host } = github;
  const ci = 'name: CI\non:\n  push:\n  workflow_dispatch:\n    inputs:\n      story: { required: true }\n';
  const sha = await branch('main', { '.github/workflows/ci.yml': ci });
  const trigger = {
    event: 'push' as const,
    ref: 'refs/heads/main',
    sha,
    headSha: sha,
    headBranch: 'main',
    actor: 'ann',
    payload: {},
  };
  const run = host.createRun({ workflowPath: '.github/workflows/ci.yml', workflowName: 'CI', runName: 'CI', trigger });
  const job = host.createJob({ runId: run.id, name: 'test' });
  host.updateJob(job.id, { status: 'in_progress' });
  await visit('POST', `${repo}/actions/runs/${run.id}/cancel`, { expect: 202 });
  await visit('POST', `${repo}/actions/runs/${run.id}/approve`, { expect: 403 });
  await visit('POST', `${repo}/actions/runs/${run.id}/rerun`, { expect: 403 });
  host.updateJob(job.id, {
    status: 'completed',
    conclusion: 'failure',
    steps: [{ name: 'one', number: 1, status: 'completed', conclusion: 'failure' }],
  });
  host.saveJobLog(job.id, 'it failed\n');
  const artifact = host.createArtifact({ runId: run.id, name: 'outcome', archive: new Uint8Array([80, 75]) });
  host.updateRun(run.id, { status: 'completed', conclusion: 'failure' });
  await visit('GET', `${repo}/actions/runs?branch=main&status=failure&head_sha=${sha}`);
  await visit('GET', `${repo}/actions/runs/${run.id}`);
  await visit('GET', `${repo}/actions/runs/${run.id}/attempts/1`);
  await visit('GET', `${repo}/actions/runs/${run.id}/jobs`);
  await visit('GET', `${repo}/actions/runs/${run.id}/attempts/1/jobs`);
  await visit('GET', `${repo}/actions/runs/${run.id}/artifacts`);
  await visit('POST', `${repo}/actions/runs/${run.id}/rerun`, { expect: 201 });
  await visit('POST', `${repo}/actions/runs/${run.id}/rerun-failed-jobs`, { expect: 201 });
  host.updateRun(run.id, { status: 'completed', conclusion: 'action_required' });
  await visit('POST', `${repo}/actions/runs/${run.id}/approve`, { expect: 201 });
  await visit('GET', `${repo}/actions/jobs/${job.id}`);
  await visit('GET', `${repo}/actions/jobs/${job.id}/logs`, { expect: 302 });
  await visit('POST', `${repo}/actions/jobs/${job.id}/rerun`, { expect: 201 });
  await visit('GET', `${repo}/actions/artifacts?name=outcome`);
  await visit('GET', `${repo}/actions/artifacts/${artifact.id}`);
  await visit('GET', `${repo}/actions/artifacts/${artifact.id}/zip`, { expect: 302 });
  await visit('GET', `${repo}/actions/workflows`);
  await visit('GET', `${repo}/actions/workflows/ci.yml`);
  await visit('GET', `${repo}/actions/workflows/ci.yml/runs`);
  await visit('POST', `${repo}/actions/workflows/ci.yml/dispatches`, {
    body: { ref: 'main', inputs: { story: '1.1' } },
    expect: 204,
  });
  await visit('POST', `${repo}/actions/workflows/ci.yml/dispatches`, {
    body: { ref: 'main', inputs: { epic: '1' } },
    expect: 422,
  });
}

async function visitSettings({ visit, github, tokens }: Tour): Promise<void> {
  const { world } = github;
  world.setEnvironment('orchestrate', { branches: ['main'] });
  world.setEnvironment('open', { branches: null });
  world.setSecret('KEY', 'k', 'orchestrate');
  world.setSecret('OTHER', 'o');
  const environment = `${repo}/environments/orchestrate`;
  await visit('GET', environment);
  await visit('GET', `${repo}/environments/open`);
  await visit('GET', `${repo}/environments/none`, { expect: 404 });
  const policies = await visit('GET', `${environment}/deployment-branch-policies`);
  assert.partialDeepStrictEqual(policies.body, { total_count: 1, branch_policies: [{ name: 'main' }] });
  const admin = { token: tokens.ann };
  const own = await visit('GET', `${environment}/secrets`, admin);
  assert.partialDeepStrictEqual(own.body, { total_count: 1, secrets: [{ name: 'KEY' }] });
  await visit('GET', `${environment}/secrets`, { expect: 403 });
  const shared = await visit('GET', `${repo}/actions/secrets`, admin);
  assert.partialDeepStrictEqual(shared.body, { total_count: 1, secrets: [{ name: 'OTHER' }] });
  await visit('GET', `${repo}/actions/organization-secrets`, admin);
  await visit('GET', `${repo}/actions/permissions/workflow`, admin);
  await visit('GET', `${repo}/actions/permissions/workflow`, { expect: 403 });
  await visit('GET', `${repo}/actions/runners`, admin);
  await visit('GET', '/apps/orchestrator', admin);
  await visit('GET', '/apps/nobody', { expect: 404 });
}

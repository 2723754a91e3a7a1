import { describe, expect, test } from 'vitest';
import type { Trigger } from '../../sandbox/actions-host.ts';
import { openWorld, type TestWorld } from './sandbox-github-world.ts';

const repo = '/repos/acme/lib';
const workflow =
  'name: CI\non:\n  push:\n  workflow_dispatch:\n    inputs:\n      story: { required: true }\n      mode: { default: fast }\n';

function collectTriggers(world: TestWorld): Trigger[] {
  const triggers: Trigger[] = [];
  world.github.host.onTrigger((trigger) => void triggers.push(trigger));
  return triggers;
}

/** Triggers go out after the answer; one turn of the loop later they are there. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

function namesOf(triggers: readonly Trigger[]): string[] {
  return triggers.map(({ event, action }) => (action === undefined ? event : `${event} ${action}`)).toSorted();
}

describe('triggers', () => {
  test('a push, and a pull request over its life, start what listens for them', async () => {
    await using world = await openWorld();
    const triggers = collectTriggers(world);
    const { number, head } = await world.pull('feature');
    await settled();
    expect(namesOf(triggers.splice(0))).toEqual(['pull_request opened', 'pull_request_target opened', 'push', 'push']);
    const next = await world.branch('feature', { 'more.txt': 'x\n' });
    await settled();
    const moved = triggers.splice(0);
    expect(namesOf(moved)).toEqual(['pull_request synchronize', 'pull_request_target synchronize', 'push']);
    const run = moved.find((trigger) => trigger.event === 'pull_request');
    expect(run).toMatchObject({ ref: `refs/pull/${number}/merge`, headSha: next, headBranch: 'feature', actor: 'ann' });
    const parents = await world.github.world.git(['log', '-1', '--format=%P', run?.sha ?? '']);
    expect(parents.trim()).toBe(`${world.github.world.branches().get('main')} ${next}`);
    expect(run?.payload).toMatchObject({
      action: 'synchronize',
      number,
      pull_request: { head: { sha: next }, base: { ref: 'main' } },
    });
    const merged = await world.github.world.mergeAs('ann', number);
    await settled();
    expect(namesOf(triggers)).toEqual(['pull_request closed', 'pull_request_target closed', 'push']);
    const push = triggers.find((trigger) => trigger.event === 'push');
    expect(push).toMatchObject({ ref: 'refs/heads/main', sha: merged, headSha: merged });
    expect(push?.payload['commits']).toMatchObject([{ id: merged, added: ['feature.txt', 'more.txt'] }]);
    expect(head).not.toBe(next);
  });

  test('a pull request in conflict starts nothing on itself', async () => {
    await using world = await openWorld();
    await world.pull('feature');
    await world.branch('main', { 'feature.txt': 'theirs\n' });
    const triggers = collectTriggers(world);
    await settled();
    triggers.splice(0);
    await world.branch('feature', { 'feature.txt': 'ours again\n' });
    await settled();
    expect(namesOf(triggers)).toEqual(['pull_request_target synchronize', 'push']);
  });

  test('what a job does with its own token starts nothing, but for a dispatch', async () => {
    await using world = await openWorld();
    await world.branch('main', { '.github/workflows/ci.yml': workflow });
    const { number } = await world.pull('feature');
    const triggers = collectTriggers(world);
    await settled();
    triggers.splice(0);
    const token = world.github.host.issueJobToken(1, {
      contents: 'write',
      'pull-requests': 'write',
      issues: 'write',
      actions: 'write',
    });
    await world.call('POST', `${repo}/issues/${number}/comments`, { body: { body: 'hello' }, token });
    expect((await world.call('PUT', `${repo}/pulls/${number}/merge`, { body: {}, token })).status).toBe(200);
    await settled();
    expect(triggers).toEqual([]);
    const body = { ref: 'main', inputs: { story: '1.1' } };
    await world.call('POST', `${repo}/actions/workflows/ci.yml/dispatches`, { body, token });
    await settled();
    expect(triggers).toMatchObject([
      {
        event: 'workflow_dispatch',
        workflowPath: '.github/workflows/ci.yml',
        inputs: { story: '1.1' },
        ref: 'refs/heads/main',
      },
    ]);
  });

  test('a comment runs the default branch', async () => {
    await using world = await openWorld();
    const { number } = await world.pull('feature');
    const triggers = collectTriggers(world);
    await settled();
    triggers.splice(0);
    world.github.world.commentAs('ann', number, '/orchestrate why');
    await settled();
    expect(triggers).toMatchObject([
      {
        event: 'issue_comment',
        action: 'created',
        ref: 'refs/heads/main',
        payload: { comment: { body: '/orchestrate why' }, issue: { number } },
      },
    ]);
  });

  test.each([
    [{ ref: 'main', inputs: {} }, 422, "Required input 'story' not provided"],
    [{ ref: 'main', inputs: { story: '1', other: '2' } }, 422, 'Unexpected inputs provided: ["other"]'],
    [{ ref: 'nowhere', inputs: { story: '1' } }, 422, 'No ref found for: nowhere'],
  ])('a dispatch of %j is refused', async (body, status, message) => {
    await using world = await openWorld();
    await world.branch('main', { '.github/workflows/ci.yml': workflow });
    const answer = await world.call('POST', `${repo}/actions/workflows/ci.yml/dispatches`, { body });
    expect(answer).toMatchObject({ status, body: { message } });
  });

  test('a commit that asks for it starts nothing', async () => {
    await using world = await openWorld();
    const triggers = collectTriggers(world);
    await settled();
    triggers.splice(0);
    await world.github.world.pushAs('ann', { branch: 'quiet', files: { 'a.txt': 'a' }, message: 'docs [skip ci]' });
    await settled();
    expect(triggers).toEqual([]);
  });

  test('the end of a run is told, but not down an endless chain', async () => {
    await using world = await openWorld();
    const { host } = world.github;
    const triggers = collectTriggers(world);
    await settled();
    for (let link = 0; link < 5; link += 1) {
      const trigger = triggers.splice(0).at(-1);
      if (trigger === undefined) break;
      const run = host.createRun({ workflowPath: '.github/workflows/a.yml', workflowName: 'A', runName: 'A', trigger });
      host.updateRun(run.id, { status: 'completed', conclusion: 'success' });
      await settled();
      expect(namesOf(triggers)).toEqual(link < 3 ? ['workflow_run completed'] : []);
    }
    expect(host.runs()).toHaveLength(4);
  });
});

describe('runs and jobs', () => {
  test('a job is a check of GitHub Actions on the head, and its run a suite', async () => {
    await using world = await openWorld();
    const { host } = world.github;
    const { head, number } = await world.pull('feature');
    const trigger: Trigger = {
      event: 'pull_request',
      ref: `refs/pull/${number}/merge`,
      sha: head,
      headSha: head,
      headBranch: 'feature',
      actor: 'ann',
      payload: {},
    };
    const run = host.createRun({
      workflowPath: '.github/workflows/ci.yml',
      workflowName: 'CI',
      runName: 'CI',
      trigger,
    });
    const job = host.createJob({ runId: run.id, name: 'test' });
    const checks = async (): Promise<unknown> => {
      const answer = await world.call('GET', `${repo}/commits/${head}/check-runs`);
      return answer.body.check_runs.map((check: Record<string, unknown>) => [
        check['name'],
        check['status'],
        check['conclusion'],
      ]);
    };
    expect(await checks()).toEqual([['test', 'queued', null]]);
    host.updateRun(run.id, { status: 'in_progress' });
    host.updateJob(job.id, { status: 'in_progress' });
    expect(await checks()).toEqual([['test', 'in_progress', null]]);
    host.updateJob(job.id, { status: 'completed', conclusion: 'failure' });
    host.updateRun(run.id, { status: 'completed', conclusion: 'failure' });
    expect(await checks()).toEqual([['test', 'completed', 'failure']]);
    const suites = await world.call('GET', `${repo}/commits/${head}/check-suites`);
    expect(suites.body.check_suites).toMatchObject([
      { app: { id: 15368, slug: 'github-actions' }, conclusion: 'failure', head_branch: 'feature' },
    ]);
    host.restartRun(run.id);
    const again = host.createJob({ runId: run.id, name: 'test' });
    host.updateJob(again.id, { status: 'completed', conclusion: 'success' });
    host.updateRun(run.id, { status: 'completed', conclusion: 'success' });
    expect(await checks()).toEqual([['test', 'completed', 'success']]);
    const jobs = await world.call('GET', `${repo}/actions/runs/${run.id}/jobs`);
    expect(jobs.body.jobs).toMatchObject([{ id: again.id, run_attempt: 2 }]);
    const all = await world.call('GET', `${repo}/actions/runs/${run.id}/jobs?filter=all`);
    expect(all.body.total_count).toBe(2);
    const first = await world.call('GET', `${repo}/actions/runs/${run.id}/attempts/1`);
    expect(first.body).toMatchObject({ run_attempt: 1, conclusion: 'failure' });
    const list = await world.call('GET', `${repo}/actions/runs`);
    expect(list.body.workflow_runs).toMatchObject([{ id: run.id, pull_requests: [{ head: { sha: head } }] }]);
    const without = await world.call('GET', `${repo}/actions/runs?exclude_pull_requests=true`);
    expect(without.body.workflow_runs).toMatchObject([{ id: run.id, pull_requests: [] }]);
  });

  test('a check is written by Apps only, and changed only by the one that wrote it', async () => {
    await using world = await openWorld();
    const { host } = world.github;
    const { head } = await world.pull('feature');
    const body = { name: 'gate', head_sha: head, status: 'in_progress' };
    expect((await world.call('POST', `${repo}/check-runs`, { body, token: world.tokens.ann })).status).toBe(403);
    const created = await world.call('POST', `${repo}/check-runs`, { body });
    const path = `${repo}/check-runs/${created.body.id}`;
    const job = host.issueJobToken(1, { checks: 'write' });
    expect((await world.call('PATCH', path, { body: { conclusion: 'success' }, token: job })).status).toBe(403);
    const done = await world.call('PATCH', path, { body: { conclusion: 'success' } });
    expect(done.body).toMatchObject({ status: 'completed', conclusion: 'success', app: { slug: 'orchestrator' } });
  });

  test('an artifact has one name in its run, keeps its bytes, and is fetched by a redirect', async () => {
    await using world = await openWorld();
    const { host } = world.github;
    world.check(world.github.world.branches().get('main') ?? '', 'test', 'success');
    const run = host.runs()[0];
    const archive = new Uint8Array([1, 2, 3]);
    const artifact = host.createArtifact({ runId: run?.id ?? 0, name: 'outcome', archive });
    expect(artifact.digest).toBe('sha256:039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81');
    expect(() => host.createArtifact({ runId: run?.id ?? 0, name: 'outcome', archive })).toThrow('already exists');
    const answer = await world.call('GET', `${repo}/actions/artifacts/${artifact.id}/zip`);
    const fetched = await fetch(answer.headers.get('location') ?? '');
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(archive);
    const forged = (answer.headers.get('location') ?? '').replace(
      /sig=(.)/,
      (_, first) => `sig=${first === '0' ? 1 : 0}`,
    );
    expect((await fetch(forged)).status).toBe(404);
  });

  test('a cancelled or repeated run is asked of the runner', async () => {
    await using world = await openWorld();
    const { host } = world.github;
    const commands: unknown[] = [];
    host.onCommand((command) => void commands.push(command));
    world.check(world.github.world.branches().get('main') ?? '', 'test', 'failure');
    const runId = host.runs()[0]?.id ?? 0;
    const jobId = host.jobs(runId)[0]?.id ?? 0;
    await world.call('POST', `${repo}/actions/jobs/${jobId}/rerun`);
    await world.call('POST', `${repo}/actions/runs/${runId}/rerun-failed-jobs`);
    expect((await world.call('POST', `${repo}/actions/runs/${runId}/cancel`)).status).toBe(409);
    host.restartRun(runId);
    expect((await world.call('POST', `${repo}/actions/jobs/${jobId}/rerun`)).status).toBe(403);
    await world.call('POST', `${repo}/actions/runs/${runId}/cancel`);
    await settled();
    expect(commands).toEqual([
      { kind: 'rerun_job', runId, jobId },
      { kind: 'rerun_failed', runId },
      { kind: 'cancel_run', runId },
    ]);
  });
});

describe('tokens and secrets', () => {
  test('a job may do what its permissions say and no more', async () => {
    await using world = await openWorld();
    const { number } = await world.pull('feature');
    const token = world.github.host.issueJobToken(1, { contents: 'read', 'pull-requests': 'read' });
    expect((await world.call('GET', `${repo}/pulls/${number}`, { token })).status).toBe(200);
    expect((await world.call('GET', repo, { token })).status).toBe(200);
    const refused = await world.call('PATCH', `${repo}/pulls/${number}`, { body: { title: 'x' }, token });
    expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('pull_requests=write');
    expect((await world.call('GET', `${repo}/actions/runs`, { token })).status).toBe(403);
    const comment = await world.call('POST', `${repo}/issues/${number}/comments`, { body: { body: 'x' }, token });
    expect(comment.status).toBe(403);
  });

  test('a dead or unknown token is nobody', async () => {
    await using world = await openWorld();
    const token = world.github.host.issueJobToken(1, { contents: 'read' });
    world.github.host.revokeToken(token);
    expect((await world.call('GET', repo, { token })).status).toBe(401);
    expect((await world.call('GET', repo, { token: 'ghs_unknown' })).status).toBe(401);
    expect((await world.graphql('{ viewer { login } }', {}, token)).message).toBe('Bad credentials');
  });

  test('an App is known by its key', async () => {
    await using world = await openWorld();
    const app = world.github.world.createApp({ slug: 'other' });
    expect(() => world.github.host.issueInstallationToken({ appId: app.appId, privateKey: 'wrong' })).toThrow();
    expect(world.github.host.issueInstallationToken(app)).toMatch(/^ghs_/);
  });

  test('an App is known by its client id too, which stands in no SHA', async () => {
    await using world = await openWorld();
    const { clientId, privateKey } = world.github.world.createApp({ slug: 'other' });
    expect(world.github.host.issueInstallationToken({ appId: clientId, privateKey })).toMatch(/^ghs_/);
    expect(clientId).toMatch(/^Iv23li[0-9A-Za-z]{14}$/);
    expect(world.github.world.createApp({ slug: 'other' }).clientId).toBe(clientId);
  });

  test("an environment's secrets come only with it, and only to the branches it admits", async () => {
    await using world = await openWorld();
    const { world: outside, host } = world.github;
    outside.setSecret('EVERYWHERE', 'a');
    outside.setSecret('KEY', 'b', 'orchestrate');
    outside.setEnvironment('orchestrate', { branches: ['main', 'release/*'] });
    expect(host.secrets(null)).toEqual({ EVERYWHERE: 'a' });
    expect(host.secrets('orchestrate')).toEqual({ EVERYWHERE: 'a', KEY: 'b' });
    const admitted = ['refs/heads/main', 'refs/heads/release/1', 'refs/heads/topic', 'refs/pull/1/merge'];
    expect(admitted.map((ref) => host.environmentAllows('orchestrate', ref))).toEqual([true, true, false, false]);
    expect(host.environmentAllows('unknown', 'refs/heads/topic')).toBe(true);
  });

  test('the requests of each token are counted, those that cost nothing apart', async () => {
    await using world = await openWorld();
    const token = world.github.host.issueJobToken(7, { contents: 'read', 'pull-requests': 'read' });
    const first = await world.call('GET', `${repo}/pulls`, { token });
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await world.call('GET', `${repo}/pulls`, { token, headers });
    expect(again).toMatchObject({ status: 304, body: undefined });
    expect(again.headers.get('x-ratelimit-remaining')).toBe('999');
    await world.graphql('{ viewer { login } }', {}, token);
    const seen = world.github.world.tokens().find((one) => one.value === token);
    expect(seen).toMatchObject({
      kind: 'job',
      jobId: 7,
      writes: false,
      requests: { rest: 1, notModified: 1, graphql: 1, git: 0 },
    });
  });
});

test('lists come in pages that name the next', async () => {
  await using world = await openWorld();
  for (let number = 1; number <= 5; number += 1)
    await world.call('POST', `${repo}/issues`, { body: { title: `Issue ${number}` } });
  const first = await world.call('GET', `${repo}/issues?per_page=2&direction=asc`);
  expect(first.body.map((issue: { number: number }) => issue.number)).toEqual([1, 2]);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.call('GET', next.replace(world.github.apiUrl, ''));
  expect(second.body.map((issue: { number: number }) => issue.number)).toEqual([3, 4]);
  const last = await world.call('GET', `${repo}/issues?per_page=2&direction=asc&page=3`);
  expect(last.headers.get('link')).not.toContain('rel="next"');
});

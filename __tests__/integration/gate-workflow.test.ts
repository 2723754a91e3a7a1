import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Runner, startRunner } from '../../sandbox/runner/runner.ts';
import { aMergeQueue } from '../builders/merge-queue.ts';
import { openWorld, pullRequestRule, type TestWorld } from './sandbox-github-world.ts';

const example = join(import.meta.dirname, '../../examples/orchestrate-gate.yml');
const gate = 'orchestrate/gate';
const repo = '/repos/acme/lib';
const requireGate = {
  type: 'required_status_checks',
  parameters: { required_status_checks: [{ context: gate }], strict_required_status_checks_policy: false },
} as const;

let world: TestWorld;
let runner: Runner;

beforeAll(async () => {
  world = await openWorld();
  await world.branch('main', { '.github/workflows/orchestrate-gate.yml': readFileSync(example, 'utf8') });
  world.github.world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules: [pullRequestRule, requireGate] });
  runner = startRunner(world.github.host, { workspace: world.temporary(), actions: {} });
});

afterAll(async () => {
  await runner.close();
  await world[Symbol.asyncDispose]();
});

/** Waits until nothing runs any more; how the gate's checks stand on a commit then. */
async function gateOn(sha: string): Promise<readonly unknown[]> {
  await runner.idle();
  return world.github.world.checksOf(sha).flatMap((check) => (check.name === gate ? [check.conclusion] : []));
}

async function merge(number: number): Promise<number> {
  const { status } = await world.call('PUT', `${repo}/pulls/${number}/merge`, { token: world.tokens.ann, body: {} });
  return status;
}

function jobs(): readonly (string | null)[] {
  const { host } = world.github;
  return host.runs().flatMap(({ id }) => host.jobs(id).map(({ conclusion }) => conclusion));
}

describe('a base that requires our gate, with the example workflow', () => {
  test('lets a person’s pull request in at once, and after a push as well', async () => {
    const { number, head } = await world.pull('feature');
    expect(await gateOn(head)).toEqual(['success']);
    const pushed = await world.branch('feature', { 'more.txt': 'more\n' });
    expect(await gateOn(pushed)).toEqual(['success']);
    expect(await merge(number)).toBe(200);
  });

  test('lets one in that was pointed at the base later, or was a draft', async () => {
    await world.branch('develop');
    const head = await world.branch('late');
    const { world: site } = world.github;
    const number = await site.openPullAs('ann', { head: 'late', base: 'develop', title: 'Late' });
    await world.call('PATCH', `${repo}/pulls/${number}`, { token: world.tokens.ann, body: { base: 'main' } });
    expect(new Set(await gateOn(head))).toEqual(new Set(['success']));
    const draftHead = await world.branch('draft');
    const body = { title: 'Draft', head: 'draft', base: 'main', draft: true };
    const draft = await world.call('POST', `${repo}/pulls`, { token: world.tokens.ann, body });
    expect(draft.status).toBe(201);
    expect(await gateOn(draftHead)).toEqual(['success']);
  });

  test('never gives it to a pull request of ours, whatever happens to it', async () => {
    const head = await world.branch('orchestrate/1.1');
    const body = { title: 'Ours', head: 'orchestrate/1.1', base: 'main' };
    const opened = await world.call('POST', `${repo}/pulls`, { body });
    const before = jobs().filter((conclusion) => conclusion !== 'skipped').length;
    await world.call('PATCH', `${repo}/pulls/${opened.body.number}`, { body: { title: 'Ours, edited' } });
    expect(await gateOn(head)).toEqual([]);
    expect(await merge(opened.body.number)).toBe(405);
    const pushed = await world.branch('orchestrate/1.1', { 'more.txt': 'more\n' });
    expect(await gateOn(pushed)).toEqual([]);
    expect(jobs().filter((conclusion) => conclusion !== 'skipped')).toHaveLength(before);
  });

  test('nor to a commit of ours that somebody else opens a pull request with', async () => {
    const head = await world.branch('orchestrate/1.2');
    const body = { title: 'Ours', head: 'orchestrate/1.2', base: 'main' };
    await world.call('POST', `${repo}/pulls`, { body });
    const ref = { ref: 'refs/heads/mine', sha: head };
    expect((await world.call('POST', `${repo}/git/refs`, { token: world.tokens.ann, body: ref })).status).toBe(201);
    await world.github.world.openPullAs('ann', { head: 'mine', base: 'main', title: 'Mine' });
    expect(await gateOn(head)).toEqual([]);
  });

  test('gives it to what the merge queue tests', async () => {
    const { number, head } = await world.pull('queued');
    expect(await gateOn(head)).toEqual(['success']);
    const rules = [pullRequestRule, requireGate, aMergeQueue];
    world.github.world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules });
    const { body } = await world.call('GET', `${repo}/pulls/${number}`);
    const enqueue = `mutation { enqueuePullRequest(input: { pullRequestId: "${body.node_id}" }) { mergeQueueEntry { id } } }`;
    expect(await world.graphql(enqueue, {}, world.tokens.ann)).not.toHaveProperty('errors');
    const isMerged = async (): Promise<boolean> => (await world.call('GET', `${repo}/pulls/${number}`)).body.merged;
    await expect.poll(isMerged, { timeout: 10_000 }).toBe(true);
    await gateOn(head);
  });
});

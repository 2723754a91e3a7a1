import { describe, expect, test } from 'vitest';
import type { Trigger } from '../../sandbox/actions-host.ts';
import { aMergeQueue } from '../builders/merge-queue.ts';
import { openWorld, pullRequestRule, requireTest, type TestWorld } from './sandbox-github-world.ts';

const repo = '/repos/acme/lib';

async function openQueue(): Promise<TestWorld> {
  const world = await openWorld();
  const rules = [pullRequestRule, requireTest({ strict: false }), aMergeQueue];
  world.github.world.setRuleset({ name: 'base', include: ['~DEFAULT_BRANCH'], rules });
  return world;
}

/** A pull request with a green head. */
async function green(world: TestWorld, name: string): Promise<{ readonly number: number; readonly head: string }> {
  const pull = await world.pull(name);
  world.check(pull.head, 'test', 'success');
  return pull;
}

const fields = `id number isInMergeQueue isMergeQueueEnabled state mergedBy { login } mergeCommit { oid }
  mergeQueueEntry { position state headCommit { oid } baseCommit { oid } enqueuer { login } }
  timelineItems(last: 1, itemTypes: [REMOVED_FROM_MERGE_QUEUE_EVENT]) {
    nodes { ... on RemovedFromMergeQueueEvent { reason } }
  }`;

async function pullOf({ graphql }: TestWorld, number: number) {
  const answer = await graphql(
    `{ repository(owner: "acme", name: "lib") { pullRequest(number: ${number}) { ${fields} } } }`,
  );
  return answer.data.repository.pullRequest;
}

async function enqueue(world: TestWorld, number: number, expectedHeadOid: string) {
  const { id } = await pullOf(world, number);
  return await world.graphql(
    'mutation($input: EnqueuePullRequestInput!) { enqueuePullRequest(input: $input) { mergeQueueEntry { state } } }',
    { input: { pullRequestId: id, expectedHeadOid } },
  );
}

/** The commit that the queue tests for a pull request, once there is one. */
async function groupOf(world: TestWorld, number: number): Promise<string> {
  const find = async (): Promise<string> => (await pullOf(world, number)).mergeQueueEntry?.headCommit?.oid ?? '';
  await expect.poll(find).not.toBe('');
  return find();
}

describe('the sandbox’s merge queue', () => {
  test('tests a commit of its own, tells workflows, and merges exactly that one', async () => {
    await using world = await openQueue();
    const triggers: Trigger[] = [];
    world.github.host.onTrigger((trigger) => void triggers.push(trigger));
    const before = world.github.world.branches().get('main');
    const { number, head } = await green(world, 'one');
    expect((await enqueue(world, number, head)).errors).toBeUndefined();
    const group = await groupOf(world, number);
    const { mergeQueueEntry } = await pullOf(world, number);
    expect(mergeQueueEntry).toMatchObject({
      position: 1,
      state: 'AWAITING_CHECKS',
      baseCommit: { oid: before },
      enqueuer: { login: 'orchestrator' },
    });
    const branch = `gh-readonly-queue/main/pr-${number}-${before}`;
    expect(world.github.world.branches().get(branch)).toBe(group);
    await expect.poll(() => triggers.map(({ event }) => event)).toContain('merge_group');
    expect(triggers.find(({ event }) => event === 'merge_group')).toMatchObject({
      action: 'checks_requested',
      ref: `refs/heads/${branch}`,
      sha: group,
      payload: { merge_group: { head_sha: group, base_sha: before, base_ref: 'refs/heads/main' } },
    });
    world.check(group, 'test', 'success');
    await expect.poll(() => world.github.world.branches().get('main')).toBe(group);
    await expect.poll(() => world.github.world.branches().has(branch)).toBe(false);
    expect(await pullOf(world, number)).toMatchObject({
      state: 'MERGED',
      isInMergeQueue: false,
      mergedBy: { login: 'github-merge-queue' },
      mergeCommit: { oid: group },
    });
  });

  test('takes out what fails, keeps why, and goes on with the next', async () => {
    await using world = await openQueue();
    const [one, two] = [await green(world, 'one'), await green(world, 'two')];
    await enqueue(world, one.number, one.head);
    await enqueue(world, two.number, two.head);
    expect((await pullOf(world, two.number)).mergeQueueEntry).toMatchObject({ position: 2, state: 'QUEUED' });
    world.check(await groupOf(world, one.number), 'test', 'failure');
    const group = await groupOf(world, two.number);
    expect(await pullOf(world, one.number)).toMatchObject({
      state: 'OPEN',
      mergeQueueEntry: null,
      timelineItems: { nodes: [{ reason: 'failed checks' }] },
    });
    world.check(group, 'test', 'success');
    await expect.poll(async () => (await pullOf(world, two.number)).state).toBe('MERGED');
  });

  test('tests anew what was made on a tip that has moved', async () => {
    await using world = await openQueue();
    const { number, head } = await green(world, 'one');
    await enqueue(world, number, head);
    const first = await groupOf(world, number);
    world.github.world.removeRuleset('base');
    const moved = await world.branch('main', { 'moved.txt': 'x\n' });
    const rules = [pullRequestRule, requireTest({ strict: false }), aMergeQueue];
    world.github.world.setRuleset({ name: 'base', include: ['~DEFAULT_BRANCH'], rules });
    world.check(first, 'test', 'success');
    await expect.poll(async () => (await pullOf(world, number)).mergeQueueEntry?.baseCommit.oid).toBe(moved);
    expect(await groupOf(world, number)).not.toBe(first);
    expect((await pullOf(world, number)).state).toBe('OPEN');
  });

  test('takes out a pull request that is pushed to', async () => {
    await using world = await openQueue();
    const { number, head } = await green(world, 'one');
    await enqueue(world, number, head);
    await groupOf(world, number);
    await world.branch('one', { 'more.txt': 'x\n' });
    await expect.poll(async () => (await pullOf(world, number)).isInMergeQueue).toBe(false);
  });

  test('lets nothing in that the rules keep out, nor twice, nor at another head', async () => {
    await using world = await openQueue();
    const red = await world.pull('red');
    world.check(red.head, 'test', 'failure');
    expect((await enqueue(world, red.number, red.head)).errors).toMatchObject([
      { message: expect.stringContaining('is failing') },
    ]);
    const { number, head } = await green(world, 'one');
    expect((await enqueue(world, number, red.head)).errors).toMatchObject([{ type: 'UNPROCESSABLE' }]);
    await enqueue(world, number, head);
    expect((await enqueue(world, number, head)).errors).toMatchObject([
      { message: 'Pull request is already in the merge queue' },
    ]);
  });

  test('is the only way in: a merge is refused, an asynchronous one ends in the queue', async () => {
    await using world = await openQueue();
    const { number, head } = await green(world, 'one');
    const refused = await world.call('PUT', `${repo}/pulls/${number}/merge`, { body: { sha: head } });
    expect(refused).toMatchObject({ status: 405, body: { message: expect.stringContaining('merge queue') } });
    const taken = await world.call('PUT', `${repo}/pulls/${number}/merge-async`, { body: { sha: head } });
    expect(taken.status).toBe(202);
    const { uuid } = taken.body.details;
    const read = async () => (await world.call('GET', `${repo}/pulls/${number}/merge-async/${uuid}`)).body;
    await expect.poll(async () => (await read()).status).toBe('enqueued');
    expect((await pullOf(world, number)).isInMergeQueue).toBe(true);
  });

  test('is told of with the rules of the branch', async () => {
    await using world = await openQueue();
    const { body } = await world.call('GET', `${repo}/rules/branches/main`);
    expect(body).toContainEqual(expect.objectContaining({ type: 'merge_queue', parameters: aMergeQueue.parameters }));
  });
});

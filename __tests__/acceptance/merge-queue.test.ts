import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conclusion } from '../../sandbox/actions-host.ts';
import { recall, type StoryMemory } from '../../src/core/ledger.ts';
import { aMergeQueue } from '../builders/merge-queue.ts';
import { type ActionWorld, copyWorld, foundWorld, ledgerFile, pullRequestRule, requiredTest } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { finish, iterate, planOnly, prove } from './run-by-hand.ts';

const oneStory = { 'backlog.json': aBacklog({ epics: [anEpic(1, [aStory('1.1')])] }) };

// The pull request of story 1.1 is reviewed, and in the queue, in this world; every test goes on in a copy.
let queued: ActionWorld;
beforeAll(async () => {
  queued = await foundWorld({ rules: [pullRequestRule, requiredTest, aMergeQueue], files: oneStory });
  await iterate(queued);
  prove(queued);
  await iterate(queued);
});
afterAll(() => queued[Symbol.asyncDispose]());

async function memoryOf(world: ActionWorld): Promise<StoryMemory> {
  return recall(await world.ledger(), '1.1');
}

/** The branch that the queue tests, once it is there. */
async function groupOf({ github: { world } }: ActionWorld): Promise<string> {
  const find = (): string => [...world.branches()].find(([name]) => name.startsWith('gh-readonly-queue/'))?.[1] ?? '';
  await expect.poll(find).not.toBe('');
  return find();
}

/** CI says what it says of the commit that the queue has made. */
function report({ github: { host } }: ActionWorld, sha: string, conclusion: Conclusion): void {
  const trigger = { event: 'merge_group', ref: 'refs/heads/main', sha, headSha: sha, headBranch: 'queue' } as const;
  const path = { workflowPath: '.github/workflows/ci.yml', workflowName: 'CI', runName: 'CI' };
  const run = host.createRun({ ...path, trigger: { ...trigger, actor: 'ada', payload: {} } });
  const job = host.createJob({ runId: run.id, name: 'test' });
  host.updateJob(job.id, { status: 'completed', conclusion });
  host.updateRun(run.id, { status: 'completed', conclusion });
}

describe('a base with a merge queue', () => {
  it('is merged into by the queue, and proven by the commit that the queue made', async () => {
    await using world = await copyWorld(queued);
    const [pull] = world.github.world.pulls();
    expect(await memoryOf(world)).toMatchObject({ merged: null, merging: { headSha: pull?.headSha, uuid: null } });
    expect((await planOnly(world)).text).toContain(
      `in the merge queue: #${pull?.number} at position 1, awaiting checks`,
    );
    const group = await groupOf(world);
    report(world, group, 'success');
    await expect.poll(() => world.github.world.branches().get('main')).toBe(group);
    await planOnly(world);
    await finish(world);
    expect(world.github.world.pulls()).toMatchObject([{ merged: true, mergeCommitSha: group }]);
    const merges = world.github.world.log().filter(({ kind }) => kind === 'merge');
    expect(merges).toMatchObject([{ number: pull?.number, expectedSha: pull?.headSha, sha: group }]);
  });

  it('goes back to the gate when the queue takes it out, and says why', async () => {
    await using world = await copyWorld(queued);
    report(world, await groupOf(world), 'failure');
    await expect.poll(() => [...world.github.world.branches().keys()].join(' ')).not.toContain('gh-readonly-queue/');
    const { text } = await planOnly(world);
    expect(text).toContain('the merge queue took it out: failed checks');
    expect(await memoryOf(world)).toMatchObject({ merging: null, unmerged: { times: 1, detail: expect.anything() } });
    expect(world.github.world.pulls()).toMatchObject([{ merged: false }]);
  });
});

it('asks again for a merge that GitHub knows nothing of any more', async () => {
  await using world = await copyWorld(queued);
  // As a pass leaves it that was told of a merge under way, a day ago.
  await world.github.world.setRuleset({
    name: 'main',
    include: ['~DEFAULT_BRANCH'],
    rules: [pullRequestRule, requiredTest],
  });
  await world.editState(ledgerFile, (text) =>
    text.replace(/"uuid": null/, '"uuid": "d9428888-122b-11e1-b85c-61cd3cbb3210"'),
  );
  expect((await planOnly(world)).text).toContain('GitHub does not know of the merge any more');
  await world.editState(ledgerFile, (text) => text.replace(/"notBefore": \d{13}/, '"notBefore": 0'));
  await planOnly(world);
  expect(await memoryOf(world)).toMatchObject({ merged: { by: null }, merging: null, unmerged: null });
});

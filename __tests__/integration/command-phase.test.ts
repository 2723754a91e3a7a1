import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recall } from '../../src/core/ledger.ts';
import type { PhaseEnd } from '../../src/phases/outputs.ts';
import { type ActionWorld, copyWorld, foundWorld, ledgerFile } from '../acceptance/action-world.ts';
import { follow, plan, say as sayAs } from './own-step.ts';

// A world in which a plan has run; every test that needs one gets a copy.
let planned: ActionWorld;

beforeAll(async () => {
  planned = await foundWorld();
  await plan(planned);
});
afterAll(() => planned[Symbol.asyncDispose]());

function say(world: ActionWorld, command: string): Promise<PhaseEnd> {
  return sayAs(world, { command });
}

function setLease(world: ActionWorld, lease: object | null): Promise<void> {
  return world.editState(ledgerFile, (text) => {
    const file = JSON.parse(text);
    file.state.state_data.lease = lease;
    return JSON.stringify(file);
  });
}

it('pauses a project that has never run, and the first plan dispatches nobody', async () => {
  await using world = await foundWorld();
  const lines: string[] = [];
  const { outputs } = await sayAs(world, { command: 'pause', log: (line) => lines.push(line) });
  expect(outputs.answer).toContain('The project is paused');
  expect(lines).toEqual([expect.stringMatching(/^▸ pause - — by ada: The project is paused/)]);
  expect((await plan(world)).outputs).toMatchObject({ count: '0', waiting: '3' });
});

it('writes nothing, not even a first state, where it is refused', async () => {
  await using world = await foundWorld();
  const before = world.written();
  await expect(say(world, 'retry 1.1')).rejects.toMatchObject({
    message: 'There is no story 1.1.',
    remedy: 'Look for its number in the backlog.',
  });
  expect(world.written()).toEqual(before);
});

it('writes nothing where there is nothing to change', async () => {
  await using world = await copyWorld(planned);
  const before = world.written();
  expect((await say(world, 'retry 1.3')).outputs.answer).toContain('nothing to lift (waits for a free agent');
  expect((await say(world, 'resume')).outputs.answer).toBe('The project is not paused.');
  expect(world.written()).toEqual(before);
});

it('waits while a pass is at work, and then does what was asked', async () => {
  await using world = await copyWorld(planned);
  await setLease(world, { run: world.newRun(), attempt: 1, holder: 'plan', until: Date.now() + 60_000 });
  let isDone = false;
  const command = say(world, 'pause').then(() => {
    isDone = true;
  });
  await sleep(1500);
  expect([isDone, (await world.ledger()).paused]).toEqual([false, null]);
  await setLease(world, null);
  await command;
  expect((await world.ledger()).paused).toMatchObject({ by: 'ada' });
});

it('passes over the lease of a run that is over', async () => {
  await using world = await copyWorld(planned);
  const dead = world.newRun();
  world.github.host.updateRun(dead, { status: 'completed', conclusion: 'cancelled' });
  await setLease(world, { run: dead, attempt: 1, holder: 'plan', until: Date.now() + 60_000 });
  await say(world, 'pause');
  expect((await world.ledger()).paused).toMatchObject({ by: 'ada' });
});

it('loses neither of two that are given at the same moment', async () => {
  await using world = await copyWorld(planned);
  await Promise.all([say(world, 'pause'), say(world, 'retry 1.3: keep it small')]);
  const ledger = await world.ledger();
  expect(ledger.paused).toMatchObject({ by: 'ada' });
  expect(recall(ledger, '1.3').feedback).toMatchObject([{ kind: 'guidance', items: ['keep it small'] }]);
});

describe('a comment that wakes a job', () => {
  /** Ada's comment on a pull request of story 1.1, and who reacted to it how. */
  async function comment(world: ActionWorld): Promise<{ readonly id: number; reactions(): readonly string[] }> {
    const { world: site } = world.github;
    const branch = 'orchestrate/1.1';
    await site.pushAs('ada', { branch, files: { 'src/new.js': '' }, message: 'New' });
    const number = await site.openPullAs('ada', { head: branch, base: 'main', title: 'New' });
    const id = site.commentAs('ada', number, '/orchestrate pause');
    return { id, reactions: () => site.reactions(id).map(({ content }) => content) };
  }

  it('is shown at once to be received, waits while a pass is at work, and is then followed', async () => {
    await using world = await copyWorld(planned);
    const { id, reactions } = await comment(world);
    await setLease(world, { run: world.newRun(), attempt: 1, holder: 'plan', until: Date.now() + 60_000 });
    const following = follow(world, id);
    await expect.poll(reactions).toEqual(['eyes']);
    expect((await world.ledger()).paused).toBeNull();
    await setLease(world, null);
    const { summary } = await following;
    expect(summary).toMatch(new RegExp(`## Orchestrate: comment ${id}[\\s\\S]*\\*\\*answer\\*\\* comment-${id}`));
    expect(reactions()).toEqual(['eyes', 'rocket']);
    expect((await world.ledger()).paused).toMatchObject({ by: 'ada' });
  });

  it('is only what woke it: every other one is followed too, and one that was deleted is no matter', async () => {
    await using world = await copyWorld(planned);
    const { reactions } = await comment(world);
    await follow(world, 999_999);
    expect(reactions()).toEqual(['rocket']);
    expect((await world.ledger()).paused).toMatchObject({ by: 'ada' });
  });
});

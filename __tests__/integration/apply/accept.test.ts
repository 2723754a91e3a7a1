import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/core/ledger.ts';
import { branchRef, pushRef } from '../../../src/git/push.ts';
import type { PassEnd } from '../../../src/pass/run-pass.ts';
import { branch, sceneOf } from './scene.ts';
import { foundWorked, settleWorked, storedLedger, type Worked } from './worked.ts';
import type { ApplyWorld, Process } from './world.ts';

let worked: Worked;

beforeAll(async () => {
  worked = await foundWorked();
});
afterAll(() => worked.world[Symbol.asyncDispose]());

function headOf({ outcome }: Worked): string {
  if (outcome.kind !== 'outcome' || outcome.work === null) throw new Error('there is no work');
  return outcome.work.head;
}

/** Pushes the work itself to a branch, as a settle does. */
async function pushWork({ pass }: Process, to: string): Promise<void> {
  const { directory: repository, remoteUrl, token } = pass.history;
  await pushRef({ repository, remoteUrl, token, head: headOf(worked), ref: branchRef(to), expected: null });
}

interface Settled {
  readonly end: PassEnd;
  readonly lines: readonly string[];
  readonly ledger: Ledger;
}

async function settle(world: ApplyWorld, process: Process): Promise<Settled> {
  const lines: string[] = [];
  const end = await settleWorked(worked, process, { log: (line) => lines.push(line) });
  return { end, lines, ledger: await storedLedger(world) };
}

describe('the first work of a story, and a branch of its name of which nobody knows', () => {
  it('is pushed to the next one by the same settle', async () => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    const files = { 'strange.txt': 'strange' };
    const strange = await world.site.world.pushAs('ann', { branch, files, message: 'Of long ago' });
    const { lines, ledger } = await settle(world, process);
    expect(ledger.stories['1.1']).toMatchObject({ generation: 2, head: { sha: headOf(worked) }, authorRuns: 1 });
    expect(ledger.flights).toEqual({});
    const branches = world.site.world.branches();
    expect([branches.get(branch), branches.get(`${branch}-2`)]).toEqual([strange, headOf(worked)]);
    expect(world.site.world.pulls()).toMatchObject([{ headRef: `${branch}-2`, state: 'open' }]);
    expect(lines.filter((line) => line.includes('accept'))).toEqual([expect.stringMatching(/^▸ accept 1\.1 /)]);
    expect(lines).toContainEqual(expect.stringContaining(`${branch} is there already, at ${strange}`));
  });

  it('is pushed to it where that has just this work, by a settle whose end was lost', async () => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    await pushWork(process, branch);
    const { ledger } = await settle(world, process);
    expect(ledger.stories['1.1']).toMatchObject({ generation: 1, head: { sha: headOf(worked) } });
  });
});

describe('work that has come into the base by another way since it was judged', () => {
  it('is refused by the same settle, as work that changes nothing', async () => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    await pushWork(process, 'twin');
    const number = await world.site.world.openPullAs('ann', { head: 'twin', base: 'main', title: 'The same' });
    sceneOf(world, process).checked(headOf(worked), 'test');
    await world.site.world.mergeAs('ann', number);
    const { end, lines, ledger } = await settle(world, process);
    expect(lines).toContain('▸ refuse 1.1 — the work changes nothing');
    expect(end).toMatchObject({ kind: 'done', result: { applied: [{ kind: 'refuse' }] } });
    expect(ledger.stories['1.1']).toMatchObject({
      authorRuns: 1,
      head: null,
      feedback: [{ kind: 'outcome_refused', summary: 'the work changes nothing' }],
      infrastructure: { failures: 0 },
    });
    expect(ledger.flights).toEqual({});
  });
});

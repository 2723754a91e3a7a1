import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger } from '../../../src/core/ledger.ts';
import { LeaseOver } from '../../../src/pass/lease-over.ts';
import type { OpenedPass } from '../../../src/pass/pass.ts';
import { type PassEnd, runPass } from '../../../src/pass/run-pass.ts';
import { loadLedger, saveLedger, takeLease } from '../../../src/pass/state.ts';
import { minute } from '../../builders/ledger.ts';
import { sceneOf } from './scene.ts';
import { foundReviewed, foundWorked, settleWorked, storedLedger, type Worked } from './worked.ts';
import { type ApplyWorld, foundApplyWorld, type Process, stateBranch } from './world.ts';

let worked: Worked;

beforeAll(async () => {
  worked = await foundWorked();
});
afterAll(() => worked.world[Symbol.asyncDispose]());

/** A clock that can be put forward, as when a machine was asleep. */
interface Clock {
  readonly now: () => number;
  sleep(minutes: number): void;
}

function clock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    sleep: (minutes) => {
      ahead += minutes * minute;
    },
  };
}

function settle(process: Process, change: Partial<OpenedPass> = {}): Promise<PassEnd> {
  return settleWorked(worked, process, change);
}

function stateTip({ site }: ApplyWorld): string | undefined {
  return site.world.branches().get(stateBranch);
}

function isPush(name: string): boolean {
  return name.endsWith('/git-receive-pack');
}

/** A save of state is how the lease is taken, and no effect. */
function isEffect(name: string): boolean {
  return !/^(loopctl )?GET |^loopctl PUT |\/graphql$|\/git-upload-pack$/.test(name);
}

describe('the intents', () => {
  it('are in the store under the lease before the first effect, and gone after the last', async () => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    const found: Ledger[] = [];
    process.wire.before = async (name) => {
      if (isEffect(name)) found.push(await storedLedger(world));
    };
    expect(await settle(process)).toMatchObject({ kind: 'done' });
    expect(found[0]).toMatchObject({
      lease: { run: world.run, attempt: 1, holder: 'settle 99-3' },
      intents: [{ kind: 'accept', key: '1.1' }],
    });
    expect(await storedLedger(world)).toMatchObject({ lease: null, intents: [], flights: {} });
  });
});

describe('the intents of a later round', () => {
  it('are in the store before a merge, with the verdict that led to it', async () => {
    const reviewed = await foundReviewed();
    await using world = reviewed.world;
    await using process = await world.start();
    const found: Ledger[] = [];
    process.wire.before = async (name) => {
      if (name.startsWith('PUT /pulls/')) found.push(await storedLedger(world));
    };
    const kinds = ['record_verdict', 'report_pass', 'merge'].map((kind) => ({ kind }));
    expect(await settleWorked(reviewed, process)).toMatchObject({ kind: 'done', result: { applied: kinds } });
    expect(found).toMatchObject([
      {
        lease: { holder: 'settle 99-4' },
        intents: [{ kind: 'merge', key: '1.1' }],
        stories: { '1.1': { verdict: { assignment: '99-4' }, reported: '99-4' } },
      },
    ]);
  });
});

describe('of those who take the lease at the same moment', () => {
  it.each([
    { when: 'a ledger was saved before', found: () => worked.world.copy() },
    { when: 'none was saved before', found: () => foundApplyWorld() },
  ])('exactly one has it: $when', async ({ found }) => {
    await using world = await found();
    const processes = await Promise.all([1, 2, 3].map(() => world.start()));
    const loaded = await Promise.all(processes.map(({ pass }) => loadLedger(pass)));
    const taken = await Promise.all(
      processes.map(({ pass }, index) => {
        const facts = { ...pass.facts, holder: `settle ${index}` };
        return takeLease(loaded[index] ?? { ledger: emptyLedger, version: 0 }, [], { ...pass, facts });
      }),
    );
    const winners = taken.flatMap((held) => held ?? []);
    expect(winners).toHaveLength(1);
    expect((await storedLedger(world)).lease).toEqual(winners[0]?.ledger.lease);
    await Promise.all(processes.map((process) => process[Symbol.asyncDispose]()));
  });
});

describe('a pass that was held up for longer than its lease', () => {
  it.each([
    { stalled: 'the push', by: 'POST /acme/lib.git/git-receive-pack' },
    { stalled: 'opening the pull request', by: 'POST /pulls' },
    { stalled: 'labelling it', by: 'POST /issues/1/labels' },
    { stalled: 'posting the artifact', by: 'loopctl POST artifacts' },
  ])('does nothing more, in the middle of a decision, after $stalled', async ({ by }) => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    const { now, sleep } = clock();
    const tips: unknown[] = [];
    process.wire.after = async (name) => {
      if (name !== by) return;
      tips.push(stateTip(world));
      sleep(11);
    };
    await expect(settle(process, { now })).rejects.toThrow(LeaseOver);
    expect(process.wire.requests.filter(isEffect).at(-1)).toBe(by);
    expect(tips).toEqual([stateTip(world)]);
  });

  it('does nothing more when it wakes between two decisions', async () => {
    await using world = await foundApplyWorld();
    await using process = await world.start();
    const scene = sceneOf(world, process);
    scene.checked(scene.tip(), 'test');
    const { now, sleep } = clock();
    const lines: string[] = [];
    const log = (line: string): void => {
      lines.push(line);
      if (line.startsWith('▸ dispatch')) sleep(11);
    };
    const parts = { prepare: async (ledger: Ledger) => ledger, outcome: async () => null, inspect: () => undefined };
    await expect(runPass(parts, { ...process.pass, now, log })).rejects.toThrow(LeaseOver);
    expect(lines).toMatchObject([expect.stringContaining('dispatch (implement) 1.1')]);
    expect(await storedLedger(world)).toMatchObject({ lease: { holder: 'plan' }, flights: {} });
    await using next = await world.start();
    expect((await next.story()).agentStatus).toBe('pending');
  });

  it('does not save what it has done when it wakes after its last effect', async () => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    const { now, sleep } = clock();
    const log = (line: string): void => {
      if (line.startsWith('▸ accept')) sleep(11);
    };
    await expect(settle(process, { now, log })).rejects.toThrow(LeaseOver);
    const { lease, flights } = await storedLedger(world);
    expect(lease).toMatchObject({ holder: 'settle 99-3' });
    expect(Object.keys(flights)).toEqual(['99-3']);
  });

  it('leaves the world as the pass that took over has made it', async () => {
    await using world = await worked.world.copy();
    await using stalled = await world.start();
    await using other = await world.start();
    const { now, sleep } = clock();
    let left: unknown;
    stalled.wire.after = async (name) => {
      if (!isPush(name)) return;
      sleep(16);
      const facts = { ...other.pass.facts, attempt: 2, holder: 'settle 99-3', canDispatch: false };
      expect(await settle(other, { now, facts })).toMatchObject({ kind: 'done' });
      left = [stateTip(world), world.site.world.pulls(), world.site.world.log().length];
    };
    await expect(settle(stalled, { now })).rejects.toThrow(LeaseOver);
    expect([stateTip(world), world.site.world.pulls(), world.site.world.log().length]).toEqual(left);
    expect(world.site.world.pulls()).toMatchObject([{ headRef: 'orchestrate/1.1', labels: ['orchestrate'] }]);
    expect(await storedLedger(world)).toMatchObject({
      lease: null,
      flights: {},
      stories: { '1.1': { authorRuns: 1 } },
    });
  });
});

describe('a lease whose holder was killed', () => {
  /** The lease is in the store, and nothing of what was meant has been done. */
  async function killed(world: ApplyWorld, until: number, run: number): Promise<void> {
    await using process = await world.start();
    const { ledger, version } = await loadLedger(process.pass);
    const lease = { run, attempt: 1, holder: 'plan', until };
    await saveLedger(
      { ledger: { ...ledger, lease, intents: [{ kind: 'accept', key: '1.1' }] }, version },
      process.pass,
    );
  }

  /** A run of the same workflow besides our own. */
  function anotherRun({ site, run }: ApplyWorld): number {
    const own = site.host.runs().find(({ id }) => id === run);
    if (own === undefined) throw new Error('our run is gone');
    const path = { workflowPath: own.workflowPath, workflowName: own.workflowName, runName: own.workflowName };
    const { id } = site.host.createRun({ ...path, trigger: own.trigger });
    site.host.updateRun(id, { status: 'in_progress' });
    return id;
  }

  it('is passed over at once when its run is over', async () => {
    await using world = await worked.world.copy();
    const run = anotherRun(world);
    await killed(world, Date.now() + 9 * minute, run);
    world.site.host.updateRun(run, { status: 'completed', conclusion: 'failure' });
    await using process = await world.start();
    expect(await settle(process)).toMatchObject({ kind: 'done' });
    expect(world.site.world.pulls()).toHaveLength(1);
  });

  it('is passed over at once by a later attempt of its own run', async () => {
    await using world = await worked.world.copy();
    await killed(world, Date.now() + 9 * minute, world.run);
    await using process = await world.start();
    const facts = { ...process.pass.facts, attempt: 2, holder: 'settle 99-3', canDispatch: false };
    expect(await settle(process, { facts })).toMatchObject({ kind: 'done' });
    expect(world.site.world.pulls()).toHaveLength(1);
  });

  it('is waited for as long as its run is under way, and not longer than five minutes after its end', async () => {
    await using world = await worked.world.copy();
    // Two seconds are left of the five minutes for which the holder's clock may be behind.
    const until = Date.now() + 2000 - 5 * minute;
    await killed(world, until, anotherRun(world));
    const before = stateTip(world);
    await using process = await world.start();
    const effects: number[] = [];
    process.wire.before = async (name) => {
      if (isEffect(name)) effects.push(Date.now());
    };
    const saves: number[] = [];
    const stop = world.site.world.subscribe((event) => {
      if (event.kind === 'push' && event.ref === `refs/heads/${stateBranch}`) saves.push(Date.now());
    });
    expect(await settle(process)).toMatchObject({ kind: 'done' });
    stop();
    expect(stateTip(world)).not.toBe(before);
    expect(Math.min(...saves, ...effects)).toBeGreaterThanOrEqual(until + 5 * minute);
  });
});

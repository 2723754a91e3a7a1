import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger, type Lease } from '../../../src/core/ledger.ts';
import { type CommandEnd, runCommand } from '../../../src/pass/run-command.ts';
import { loadLedger, saveLedger } from '../../../src/pass/state.ts';
import { minute } from '../../builders/ledger.ts';
import { storedLedger } from './worked.ts';
import { type ApplyWorld, foundApplyWorld, type Process } from './world.ts';

let founded: ApplyWorld;

beforeAll(async () => {
  founded = await foundApplyWorld();
});
afterAll(() => founded[Symbol.asyncDispose]());

async function setLease({ pass }: Process, lease: Lease | null): Promise<void> {
  await pass.loopctl.reload();
  const { version } = await loadLedger(pass);
  await saveLedger({ ledger: { ...emptyLedger, lease }, version }, pass);
  await pass.loopctl.flush('The lease');
}

/** The lease of another run, whose plan is at work. */
function leaseOf({ site }: ApplyWorld): Lease {
  const sha = site.world.branches().get('main') ?? '';
  const trigger = { event: 'schedule', ref: 'refs/heads/main', sha, headSha: sha, headBranch: 'main' } as const;
  const path = { workflowPath: '.github/workflows/orchestrate.yml', workflowName: 'Orchestrate', runName: 'Other' };
  const run = site.host.createRun({ ...path, trigger: { ...trigger, actor: 'ann', payload: {} } });
  site.host.updateRun(run.id, { status: 'in_progress' });
  return { run: run.id, attempt: 1, holder: 'plan', until: Date.now() + 9 * minute };
}

interface Given {
  readonly end: Promise<CommandEnd>;
  readonly lines: readonly string[];
  /** Lets so many minutes go by. */
  wait(minutes: number): void;
}

const actor = { login: 'ada', isBot: false, canWrite: true, canMaintain: false, isAdmin: false, teams: [] };

function pause({ pass }: Process): Given {
  const lines: string[] = [];
  let ahead = 0;
  const given = { command: { verb: 'pause' } as const, actor, saidAt: 0 };
  const clock = { now: () => Date.now() + ahead * minute, log: (line: string) => lines.push(line) };
  return {
    lines,
    end: runCommand(given, { ...pass, ...clock }),
    wait: (minutes) => {
      ahead += minutes;
    },
  };
}

describe('a command that is given while a pass is at work', () => {
  it('waits for longer than a pass does, and says for whom', async () => {
    await using world = await founded.copy();
    await using other = await world.start();
    const lease = leaseOf(world);
    await setLease(other, lease);
    await using process = await world.start();
    const { end, lines, wait } = pause(process);
    const busy = `· run ${lease.run} (plan) is at work: the command waits for its end`;
    await expect.poll(() => lines, { timeout: 10_000 }).toEqual([busy]);
    wait(8);
    await setTimeout(1500);
    await setLease(other, null);
    expect(await end).toMatchObject({ kind: 'applied' });
    expect((await storedLedger(world)).paused).toMatchObject({ by: 'ada' });
  });

  it('ends in vain when its time is up, and names who it waited for', async () => {
    await using world = await founded.copy();
    await using process = await world.start();
    const lease = leaseOf(world);
    await setLease(process, lease);
    const { end, lines, wait } = pause(process);
    await expect.poll(() => lines, { timeout: 10_000 }).toHaveLength(1);
    await setTimeout(500);
    wait(11);
    expect(await end).toEqual({ kind: 'leased', holder: lease });
    expect((await storedLedger(world)).paused).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../../src/pass/gather.ts';
import { aLedger } from '../../builders/ledger.ts';
import { type ApplyWorld, foundApplyWorld } from './world.ts';

/** A run of before the ledger was lost, with an agent at work. */
function startStray({ site: { host }, run }: ApplyWorld): number {
  const path = { workflowPath: '.github/workflows/orchestrate.yml', workflowName: 'Orchestrate', runName: 'Lost' };
  const trigger = host.runs().find(({ id }) => id === run)?.trigger;
  if (trigger === undefined) throw new Error('There is no run under way.');
  const stray = host.createRun({ ...path, trigger });
  host.updateRun(stray.id, { status: 'in_progress' });
  host.updateJob(host.createJob({ runId: stray.id, name: `${stray.id}-1 / agent` }).id, { status: 'in_progress' });
  return stray.id;
}

describe('a pass that looks again', () => {
  let world: ApplyWorld;
  let stray: number;
  beforeAll(async () => {
    world = await foundApplyWorld();
    stray = startStray(world);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('keeps what its first look showed where nothing of its own has changed it', async () => {
    await using process = await world.start();
    const { look } = await gather(aLedger(), { outcome: null, before: null }, process.pass);
    process.wire.begin(null);
    const again = await gather(aLedger(), { outcome: null, before: { look, isPast: false } }, process.pass);
    expect(again.look).toBe(look);
    expect(process.wire.requests.filter((request) => !request.startsWith('loopctl '))).toEqual([]);
  });

  it('looks anew where it has, but for agents that the ledger does not know: there come none under its lease', async () => {
    await using process = await world.start();
    const ofStrays = `GET /actions/runs/${stray}/jobs`;
    process.wire.begin(null);
    const first = await gather(aLedger(), { outcome: null, before: null }, process.pass);
    expect(first.world.strays).toEqual([{ run: stray, assignment: `${stray}-1` }]);
    expect(process.wire.requests).toContain(ofStrays);
    process.wire.begin(null);
    // A run of the clock's that the later look does not list any more.
    const schedule = { crons: ['7 * * * *'], starts: [1] };
    const before = { look: { ...first.look, observed: { ...first.look.observed, schedule } }, isPast: true };
    const again = await gather(aLedger(), { outcome: null, before }, process.pass);
    expect(again.world).toMatchObject({ strays: first.world.strays, schedule });
    expect(process.wire.requests).toContain('GET /actions/workflows/orchestrate.yml/runs');
    expect(process.wire.requests).not.toContain(ofStrays);
  });
});

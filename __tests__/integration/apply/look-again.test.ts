import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../../src/pass/gather.ts';
import { aFlight, aLedger } from '../../builders/ledger.ts';
import { type ApplyWorld, foundApplyWorld } from './world.ts';

function startRun({ site: { host }, run }: ApplyWorld): number {
  const trigger = host.runs().find(({ id }) => id === run)?.trigger;
  if (trigger === undefined) throw new Error('There is no run under way.');
  const path = { workflowPath: '.github/workflows/orchestrate.yml', workflowName: 'Orchestrate', runName: 'Another' };
  return host.createRun({ ...path, trigger }).id;
}

/** So many runs that have ended. */
function endRuns(world: ApplyWorld, count: number): void {
  for (let index = 0; index < count; index += 1) {
    world.site.host.updateRun(startRun(world), { status: 'completed', conclusion: 'success' });
  }
}

/** A run of before the ledger was lost, with an agent at work. */
function startStray(world: ApplyWorld): number {
  const { host } = world.site;
  const stray = startRun(world);
  host.updateRun(stray, { status: 'in_progress' });
  host.updateJob(host.createJob({ runId: stray, name: `${stray}-1 / agent` }).id, { status: 'in_progress' });
  return stray;
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

describe('a pass in a repository of many runs', () => {
  let world: ApplyWorld;
  let stray: number;
  beforeAll(async () => {
    world = await foundApplyWorld();
    stray = startStray(world);
    endRuns(world, 60);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each([
    { may: 'may send others', canDispatch: true, found: 1 },
    { may: 'may not', canDispatch: false, found: 0 },
  ])('looks for agents that the ledger does not know farther back where it $may', async ({ canDispatch, found }) => {
    await using process = await world.start();
    const pass = { ...process.pass, facts: { ...process.pass.facts, canDispatch } };
    const first = await gather(aLedger(), { outcome: null, before: null }, pass);
    expect(first.world.strays).toHaveLength(found);
  });

  it('asks for a run by itself that a later look does not list any more', async () => {
    await using process = await world.start();
    const pass = { ...process.pass, facts: { ...process.pass.facts, canDispatch: true } };
    const ledger = aLedger({}, { flights: { [`${stray}-1`]: aFlight({ id: `${stray}-1`, run: stray }) } });
    process.wire.begin(null);
    const first = await gather(ledger, { outcome: null, before: null }, pass);
    expect(process.wire.requests).not.toContain(`GET /actions/runs/${stray}`);
    process.wire.begin(null);
    const again = await gather(ledger, { outcome: null, before: { look: first.look, isPast: true } }, pass);
    expect(process.wire.requests).toContain(`GET /actions/runs/${stray}`);
    expect(again.world.runs.get(stray)).toEqual(first.world.runs.get(stray));
    expect(first.world.runs.get(stray)?.status).toBe('in_progress');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldEvent } from '../../sandbox/github/world/events.ts';
import { recall } from '../../src/core/ledger.ts';
import { type ActionWorld, copyWorld, foundWorld, ledgerFile, type StepChange, stateBranch } from './action-world.ts';
import { type AgentJob, runAgentJob, upload } from './agent-job.ts';
import { readClaims } from './claims.ts';

type Moment = (event: WorldEvent) => boolean;

const stateIsSaved: Moment = (event) => event.kind === 'push' && event.ref === `refs/heads/${stateBranch}`;
const branchIsPushed: Moment = (event) => event.kind === 'push' && event.ref === 'refs/heads/orchestrate/1.1';
const pullRequestIsOpen: Moment = (event) => event.kind === 'pull_request' && event.action === 'opened';
const pullRequestIsLabelled: Moment = (event) => event.kind === 'pull_request' && event.action === 'labels';

/** Runs a phase and kills it, as a machine that is lost, the `nth` time that this happens in its world. */
async function runUntil(world: ActionWorld, phase: string, change: StepChange, moment: Moment, nth = 1): Promise<void> {
  let times = 0;
  const action = world.start(phase, change);
  const stop = world.github.world.subscribe((event) => {
    times += moment(event) ? 1 : 0;
    if (times === nth) action.kill();
  });
  const { exitCode } = await action.end;
  stop();
  expect(times).toBe(nth);
  expect(exitCode).toBeNull();
}

function expireLease(world: ActionWorld): Promise<void> {
  return world.editState(ledgerFile, (text) => text.replace(/"until": \d+/, '"until": 1'));
}

/** Resolves when the App has looked at the repository by git so many times more. */
function looks(world: ActionWorld, times: number): Promise<void> {
  return new Promise((resolve) => {
    let left = times;
    const stop = world.github.world.subscribe((event) => {
      left -= event.kind === 'request' && event.path.endsWith('/git-upload-pack') ? 1 : 0;
      if (left > 0) return;
      stop();
      resolve();
    });
  });
}

describe('a plan that was killed', () => {
  it('under its lease keeps the next one waiting; when the lease has run out that one carries on', async () => {
    await using world = await foundWorld();
    await runUntil(world, 'plan', {}, stateIsSaved);
    expect((await world.ledger()).lease?.until).toBeGreaterThan(Date.now());

    const next = world.start('plan');
    await looks(world, 6);
    expect(world.written().filter(stateIsSaved)).toHaveLength(1);
    await expireLease(world);

    expect(await next.end).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '2' } });
    expect(await readClaims(world)).toEqual(['1.1', '1.2']);
    expect((await world.ledger()).lease).toBeNull();
  });

  it('under its lease holds nobody up once its run is over', async () => {
    await using world = await foundWorld();
    const run = world.newRun();
    await runUntil(world, 'plan', { run }, stateIsSaved);
    world.github.host.updateRun(run, { status: 'completed', conclusion: 'cancelled' });

    expect(await world.run('plan')).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '2' } });
    expect(await readClaims(world)).toEqual(['1.1', '1.2']);
  });

  it('after its last save has its assignments counted as lost, and claims none of their stories again', async () => {
    await using world = await foundWorld();
    const run = world.newRun();
    await runUntil(world, 'plan', { run }, stateIsSaved, 2);
    world.github.host.updateRun(run, { status: 'completed', conclusion: 'failure' });

    // The two are given a rest after the failure of their machine; the third has the room.
    expect(await world.run('plan')).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '1' } });
    expect(await readClaims(world)).toEqual(['1.1', '1.2', '1.3']);
    const ledger = await world.ledger();
    expect(['1.1', '1.2'].map((story) => recall(ledger, story).infrastructure.failures)).toEqual([1, 1]);
    expect(Object.values(ledger.flights).map(({ story }) => story)).toEqual(['1.3']);
  });
});

describe('a settle that was killed', () => {
  let worked: ActionWorld;
  let job: AgentJob;

  beforeAll(async () => {
    worked = await foundWorld();
    job = await runAgentJob(worked);
  });
  afterAll(() => worked[Symbol.asyncDispose]());

  const moments: readonly { readonly when: string; readonly moment: Moment }[] = [
    { when: 'under its lease, before its first effect', moment: stateIsSaved },
    { when: 'when it had pushed', moment: branchIsPushed },
    { when: 'when it had opened the pull request', moment: pullRequestIsOpen },
    { when: 'when it had labelled the pull request', moment: pullRequestIsLabelled },
  ];

  it('under its lease holds nobody up once its own job is over, while its run is still under way', async () => {
    await using world = await copyWorld(worked);
    const { host } = world.github;
    await runUntil(world, 'settle', upload(world, job), stateIsSaved);
    const settle = host.createJob({ runId: job.run, name: `${job.id} / settle` });
    host.updateJob(settle.id, { status: 'completed', conclusion: 'failure' });
    const sister = Object.keys((await world.ledger()).flights).find((id) => id !== job.id) ?? '';

    const nothing = { 'outcome-artifact': '9', 'outcome-digest': 'a'.repeat(64) };
    const other = await world.run('settle', { run: job.run, inputs: { assignment: sister, ...nothing } });

    expect(other).toMatchObject({ exitCode: 0, errors: [] });
    const { lease, flights } = await world.ledger();
    expect({ lease, flights: Object.keys(flights) }).toEqual({ lease: null, flights: [job.id] });
  });

  it.each(moments)('$when is made up for by its re-run: one push, one pull request', async ({ moment }) => {
    await using world = await copyWorld(worked);
    const settle = upload(world, job);
    await runUntil(world, 'settle', settle, moment);
    expect(Object.keys((await world.ledger()).flights)).toContain(job.id);
    await expireLease(world);

    const again = await world.run('settle', { ...settle, variables: { GITHUB_RUN_ATTEMPT: '2' } });

    expect(again).toMatchObject({ exitCode: 0, errors: [] });
    expect(world.written().filter(branchIsPushed)).toHaveLength(1);
    const pulls = world.github.world.pulls();
    expect(pulls).toMatchObject([{ headRef: 'orchestrate/1.1', state: 'open' }]);
    const { lease, intents, flights, stories } = await world.ledger();
    expect({ lease, intents }).toEqual({ lease: null, intents: [] });
    expect(Object.keys(flights)).not.toContain(job.id);
    expect(stories['1.1']).toMatchObject({
      pullRequest: pulls[0]?.number,
      authorRuns: 1,
      head: { assignment: job.id },
    });
  });
});

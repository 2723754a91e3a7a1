import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRepeatedEffects } from '../../sandbox/auditor/rules/repeated-effects.ts';
import { type ActionWorld, copyWorld, type StepChange } from '../acceptance/action-world.ts';
import { readClaims } from '../acceptance/claims.ts';
import { matrixOf } from '../acceptance/run-action.ts';
import { noteDeeds } from './critical-sections.ts';
import { type Crossroads, reachCrossroads } from './crossroads.ts';

const races = Number(process.env['SIMULATION_RACES'] ?? 50);

let crossroads: Crossroads;

beforeAll(async () => {
  crossroads = await reachCrossroads();
});
afterAll(() => crossroads.world[Symbol.asyncDispose]());

/** A token of its own, so that what is done can be told apart. */
function ownToken({ github }: ActionWorld): Readonly<Record<string, string>> {
  return { token: github.host.issueInstallationToken(github.world.createApp({ slug: 'orchestrate-app' })) };
}

async function race(world: ActionWorld): Promise<void> {
  const deeds = noteDeeds(world);
  const start = (phase: string, { run = world.newRun(), inputs }: StepChange) =>
    world.run(phase, { run, inputs: { ...inputs, ...ownToken(world) } });
  const before = world.github.world.log().length;

  const ends = await Promise.all([start('plan', {}), start('plan', {}), start('settle', crossroads.settle)]);

  expect(
    ends.map(({ exitCode, errors }) => ({ exitCode, errors })),
    ends.map(({ text }) => text).join('\n'),
  ).toEqual(ends.map(() => ({ exitCode: 0, errors: [] })));
  expect(ends.flatMap(matrixOf)).toHaveLength(1);
  expect(await readClaims(world)).toEqual(['1.1', '1.2', '1.3']);
  const since = world.github.world.log().slice(before);
  const first = world.github.world.pulls().find(({ headRef }) => headRef === 'orchestrate/1.1');
  expect(since.filter(({ kind }) => kind === 'merge')).toMatchObject([{ number: first?.number }]);
  expect(since.filter((event) => event.kind === 'pull_request' && event.action === 'opened')).toMatchObject([
    { headRef: 'orchestrate/1.2' },
  ]);
  expect(
    findRepeatedEffects({ events: world.github.world.log(), store: [] }, { branchPrefix: 'orchestrate/' }),
  ).toEqual([]);
  expect(await deeds.trespasses()).toEqual([]);
  const { lease, flights } = await world.ledger();
  expect({ lease, flights: Object.values(flights).map(({ story }) => story) }).toEqual({
    lease: null,
    flights: ['1.3'],
  });
}

it('two plans and a settle that start at the same moment act one after the other, and nothing is done twice', {
  timeout: 600_000,
}, async () => {
  let left = races;
  // Two races at a time: whoever waits for a lease leaves the machine to the other.
  async function runRaces(): Promise<void> {
    while (left > 0) {
      left -= 1;
      await using world = await copyWorld(crossroads.world);
      await race(world);
    }
  }
  await Promise.all([runRaces(), runRaces()]);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ActionWorld, copyWorld, foundWorld } from './action-world.ts';
import { readClaims } from './claims.ts';
import { openMeetingPoint } from './meeting-point.ts';

let founded: ActionWorld;

beforeAll(async () => {
  founded = await foundWorld();
});
afterAll(() => founded[Symbol.asyncDispose]());

/** Starts two plans at once and holds them to one dispatch and one claim of each story. */
async function racePlans(world: ActionWorld, variables: Readonly<Record<string, string>> = {}): Promise<void> {
  const runs = [world.newRun(), world.newRun()];
  const ends = await Promise.all(runs.map((run) => world.run('plan', { run, variables })));
  expect(ends).toMatchObject([
    { exitCode: 0, errors: [] },
    { exitCode: 0, errors: [] },
  ]);
  expect(ends.map(({ outputs }) => Number(outputs.count)).sort((left, right) => left - right)).toEqual([0, 2]);
  expect(await readClaims(world)).toEqual(['1.1', '1.2']);
  const { flights, lease } = await world.ledger();
  expect(lease).toBeNull();
  const winner = runs[ends.findIndex(({ outputs }) => outputs.count === '2')];
  expect(Object.values(flights).map(({ run }) => run)).toEqual([winner, winner]);
}

it.each([1, 2, 3, 4, 5])('lets one of two plans dispatch that start at the same moment, time %i', async () => {
  await using world = await copyWorld(founded);
  await racePlans(world);
});

it('lets one of two plans dispatch when both have read everything before either writes', async () => {
  await using world = await copyWorld(founded);
  await using meeting = await openMeetingPoint(world.github.url, 2);
  await racePlans(world, { GITHUB_SERVER_URL: meeting.url });
  expect(meeting.met()).toBe(2);
});

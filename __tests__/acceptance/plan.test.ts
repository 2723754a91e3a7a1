import { expect, it } from 'vitest';
import { readAssignmentFile } from '../../src/agents/assignment-file.ts';
import { type ActionWorld, foundWorld, stateBranch } from './action-world.ts';
import { aLargeBacklog } from './backlog-file.ts';
import { readClaims } from './claims.ts';
import { type ActionEnd, matrixOf } from './run-action.ts';

async function countRequests(world: ActionWorld, work: () => Promise<ActionEnd>): Promise<object> {
  const before = world.requests();
  expect(await work()).toMatchObject({ exitCode: 0, errors: [] });
  const { rest, graphql, git } = world.requests();
  return { api: rest + graphql - before.rest - before.graphql, git: git - before.git };
}

it('plans from nothing: base proven, backlog imported, stories claimed and dispatched, all of it remembered', async () => {
  await using world = await foundWorld();
  const main = world.github.world.branches().get('main') ?? '';
  const run = world.newRun();
  const before = world.written().length;

  const end = await world.run('plan', { run });

  expect(end).toMatchObject({ exitCode: 0, errors: [] });
  expect(end.outputs).toMatchObject({ count: '2', merged: '0', verified: '0', waiting: '0', done: 'false' });
  const matrix = matrixOf(end);
  expect(matrix).toEqual([
    { id: `${run}-1`, ref: main, review: false },
    { id: `${run}-2`, ref: main, review: false },
  ]);
  const folder = end.outputs.assignments ?? '';
  const files = await Promise.all(matrix.map(({ id }) => readAssignmentFile(folder, id)));
  expect(files.map(({ assignment }) => assignment)).toMatchObject([
    { id: `${run}-1`, role: 'implement', branch: 'orchestrate/1.1', startSha: main, run, attempt: 1 },
    { id: `${run}-2`, role: 'implement', branch: 'orchestrate/1.2', startSha: main, run, attempt: 1 },
  ]);
  const ledger = await world.ledger();
  expect(ledger).toMatchObject({ lease: null, intents: [], base: { proven: { sha: main } } });
  expect(Object.values(ledger.flights).map(({ id, story }) => [id, story])).toEqual([
    [`${run}-1`, '1.1'],
    [`${run}-2`, '1.2'],
  ]);
  expect(await readClaims(world)).toEqual(['1.1', '1.2']);
  // The lease, then what came of it: two pushes to the state branch, and people are shown it.
  expect(world.written().slice(before)).toMatchObject([
    { kind: 'push', ref: `refs/heads/${stateBranch}` },
    { kind: 'issue', action: 'opened' },
    { kind: 'push', ref: `refs/heads/${stateBranch}` },
  ]);
});

it('writes nothing and asks little when it runs again at once', async () => {
  await using world = await foundWorld();
  await world.run('plan');
  const before = world.written();
  let end: ActionEnd | undefined;
  const requests = await countRequests(world, async () => {
    end = await world.run('plan');
    return end;
  });
  expect(end?.outputs).toMatchObject({ count: '0', matrix: '[]' });
  expect(world.written()).toEqual(before);
  // Of git: where the base and the state are, the state, the base's folders, and of its files the configuration.
  expect(requests).toEqual({ api: 5, git: 4 });
});

it('asks no more of GitHub for a backlog of five hundred stories than for one of three', async () => {
  await using small = await foundWorld();
  await using large = await foundWorld({ files: { 'backlog.json': aLargeBacklog(10) } });
  const first = await countRequests(small, () => small.run('plan'));
  expect(await countRequests(large, () => large.run('plan'))).toEqual(first);
  const quiet = await countRequests(small, () => small.run('plan'));
  expect(await countRequests(large, () => large.run('plan'))).toEqual(quiet);
});

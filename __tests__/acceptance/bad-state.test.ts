import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionWorld, foundWorld, ledgerFile, stateBranch } from './action-world.ts';
import { expectRefusal } from './refusal.ts';

let world: ActionWorld;
let good: string;

interface Row {
  readonly fault: string;
  readonly path: string;
  readonly edit: (text: string) => string;
  readonly says: readonly string[];
}

const restore = "Restore the file from the state branch's history";

const rows: readonly Row[] = [
  {
    fault: 'the file of the ledger is not JSON',
    path: ledgerFile,
    edit: () => '<<<<<<< ours\n',
    says: [`${ledgerFile} on the state branch cannot be used: the file is not JSON`, restore],
  },
  {
    fault: 'the file of the ledger has no known shape',
    path: ledgerFile,
    edit: () => '{ "version": 1, "state": [] }\n',
    says: [`${ledgerFile} on the state branch cannot be used: state`, restore],
  },
  {
    fault: 'the ledger in its file has no known shape',
    path: ledgerFile,
    edit: (text) => text.replace('"flights": {', '"planes": {'),
    says: ['The ledger cannot be read', 'flights', 'Restore the state from an earlier commit of the state branch'],
  },
  {
    fault: 'the ledger is of a newer version',
    path: ledgerFile,
    edit: (text) => text.replace(/("state_data": \{\s+"version": )1/, '$12'),
    says: ['The ledger has version 2, which is newer', 'Use the release of Orchestrate that wrote it, or a later one'],
  },
  {
    fault: 'the store is of a newer version',
    path: 'store.json',
    edit: (text) => text.replace('"version": 1', '"version": 9'),
    says: ['store.json on the state branch cannot be used: the file is of version 9', 'Use the version of Orchestrate'],
  },
  {
    fault: "an epic's file is torn",
    path: 'projects/demo/epics/1.json',
    edit: (text) => text.slice(0, 100),
    says: ['projects/demo/epics/1.json on the state branch cannot be used: the file is not JSON', restore],
  },
];

describe('a remembered state that cannot be read is never guessed at', () => {
  beforeAll(async () => {
    world = await foundWorld();
    await world.run('plan');
    good = world.github.world.branches().get(stateBranch) ?? '';
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(rows)('$fault', async ({ path, edit, says }) => {
    const text = await world.git(['show', `${good}:${path}`]);
    const spoilt = edit(text);
    expect(spoilt).not.toBe(text);
    const push = { branch: stateBranch, onto: good, files: { [path]: spoilt }, message: 'Edit by hand' };
    await world.github.world.pushAs('ada', push);
    await expectRefusal(world, says);
  });
});

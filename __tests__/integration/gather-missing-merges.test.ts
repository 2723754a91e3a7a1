import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Ledger } from '../../src/core/ledger.ts';
import { gatherMissingMerges } from '../../src/pass/gather-missing-merges.ts';
import { aLedger, approved, noon } from '../builders/ledger.ts';
import { aSha, headSha } from '../builders/sha.ts';
import { openWorld, type TestWorld } from './sandbox-github-world.ts';

let world: TestWorld;
let directory: string;

beforeEach(async () => {
  world = await openWorld();
  directory = join(world.temporary(), 'history');
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

const tip = (): string => world.github.world.branches().get('main') ?? '';

function merged(sha: string, baseBefore: string | null = null, story = '1.1'): Ledger {
  return aLedger({ [story]: approved({ merged: { sha, headSha, baseBefore, by: null, at: noon } }) });
}

async function gather(ledger: Ledger): Promise<readonly string[]> {
  const history = { directory, remoteUrl: world.github.cloneUrl, token: world.tokens.app, isShallow: false };
  return [...(await gatherMissingMerges(tip(), ledger, { history }))];
}

it('finds a merge in a base that went on', async () => {
  const merge = tip();
  await world.branch('main', { 'later.txt': 'x\n' });
  expect(await gather(merged(merge))).toEqual([]);
});

it('misses a merge that the base was put back to before, also when something else is on it', async () => {
  const merge = await world.branch('aside', { 'aside.txt': 'x\n' });
  await world.branch('main', { 'instead.txt': 'x\n' });
  expect(await gather(merged(merge))).toEqual([merge]);
  expect(await gather(merged(aSha('never pushed')))).toEqual([aSha('never pushed')]);
});

it('fetches nothing where the tip tells by itself, nor for a repair', async () => {
  for (const ledger of [
    merged(tip()),
    merged(aSha('m'), tip()),
    merged(aSha('m'), null, 'repair-1a2b3c4'),
    aLedger(),
  ]) {
    expect(await gather(ledger)).toEqual([]);
  }
  expect(existsSync(directory)).toBe(false);
});

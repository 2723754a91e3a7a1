import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../src/core/ledger.ts';
import { ensureRevert } from '../../../src/github/ensure-revert.ts';
import { mergePullRequest } from '../../../src/github/merge.ts';
import { usualPatience } from '../../../src/github/patience.ts';
import { runPass } from '../../../src/pass/run-pass.ts';
import { loadLedger, saveLedger } from '../../../src/pass/state.ts';
import { opened } from '../../builders/ledger.ts';
import { type Scene, sceneOf } from './scene.ts';
import { storedLedger } from './worked.ts';
import { type ApplyWorld, foundApplyWorld } from './world.ts';

/** Story 1.1 is reported and merged by us; its revert is open, and green. */
interface Reverting {
  readonly world: ApplyWorld;
  readonly pull: number;
  readonly revert: number;
}

let reverting: Reverting;

beforeAll(async () => {
  const world = await foundApplyWorld();
  await using process = await world.start();
  const scene = sceneOf(world, process);
  const { github } = process.pass;
  await scene.reported();
  const { number, head } = await scene.pull();
  await merge(scene, number, head);
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const { node_id } = (await github.request(route, { pull_number: number })).data as { node_id: string };
  const text = { base: 'main', title: 'Revert', body: '' };
  const revert = await ensureRevert(github, { pullRequest: number, pullRequestId: node_id, ...text });
  await process.pass.loopctl.flush('The scene is set');
  reverting = { world, pull: number, revert };
});
afterAll(() => reverting.world[Symbol.asyncDispose]());

async function merge(scene: Scene, number: number, headSha: string): Promise<void> {
  scene.checked(headSha, 'test');
  const wanted = { number, headSha, method: 'merge', title: `Merge #${number}`, message: '' } as const;
  expect(await mergePullRequest(scene.pass.github, wanted, usualPatience)).toMatchObject({ kind: 'merged' });
  scene.checked(scene.tip(), 'test');
}

async function mergeRevert(scene: Scene, number: number): Promise<void> {
  const pull = scene.world.site.world.pulls().find((candidate) => candidate.number === number);
  await merge(scene, number, scene.world.site.world.branches().get(pull?.headRef ?? '') ?? '');
}

/** What a plan does about it that knows nothing, or only which pull request is the story's. */
async function plan(world: ApplyWorld, known: 'nothing' | 'its pull request'): Promise<readonly string[]> {
  await using process = await world.start();
  const { pass } = process;
  const { version } = await loadLedger(pass);
  const { criteriaHash } = await process.story();
  const memory = opened({ pullRequest: reverting.pull, agreement: criteriaHash });
  const stories = known === 'nothing' ? {} : { '1.1': memory };
  await saveLedger({ ledger: { ...emptyLedger, stories }, version }, pass);
  const lines: string[] = [];
  const parts = { prepare: async () => (await loadLedger(pass)).ledger, outcome: async () => null, inspect: () => {} };
  await runPass(parts, { ...pass, log: (line) => lines.push(line) });
  return lines.filter((line) => line.startsWith('▸') && line.includes(' 1.1 '));
}

describe('a merge whose revert is merged, and of which the ledger does not know', () => {
  it.each(['nothing', 'its pull request'] as const)('is rejected by a plan that knows: %s', async (known) => {
    await using world = await reverting.world.copy();
    await using process = await world.start();
    await mergeRevert(sceneOf(world, process), reverting.revert);
    const lines = await plan(world, known);
    expect(lines).toContainEqual(expect.stringMatching(`reject 1.1 — reverted by #${reverting.revert}`));
    expect(lines.join()).not.toContain('verify');
    expect((await storedLedger(world)).stories['1.1']).toMatchObject({ generation: 2, merged: null });
  });

  it('is verified while its revert is only open', async () => {
    await using world = await reverting.world.copy();
    expect(await plan(world, 'its pull request')).toContainEqual(expect.stringContaining('verify 1.1'));
  });
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Rule } from '../../sandbox/github/world/rows.ts';
import { type ActionWorld, aConfig, foundWorld, pullRequestRule, requiredTest } from './action-world.ts';
import { aBacklog } from './backlog-file.ts';
import { matrixOf } from './run-action.ts';
import { finish, iterate, planOnly, prove } from './run-by-hand.ts';

const strictTest: Rule = {
  ...requiredTest,
  parameters: { ...requiredTest.parameters, strict_required_status_checks_policy: true },
};
const agent = {
  command: [process.execPath, join(import.meta.dirname, 'small-agent.mjs'), 'own-file'],
  'timeout-minutes': 1,
};
const config = aConfig({ concurrency: 3, agents: { implement: agent, review: agent } });

function headsOf({ github }: ActionWorld): readonly string[] {
  return github.world.pulls().map(({ headSha }) => headSha);
}

function parentsOf(world: ActionWorld, sha: string | undefined): Promise<string> {
  return world.git(['show', '--no-patch', '--format=%P', sha ?? '']);
}

it('brings one pull request after the other up to date where the rules are strict', async () => {
  await using world = await foundWorld({
    rules: [pullRequestRule, strictTest],
    files: { 'backlog.json': aBacklog(), '.github/orchestrate.yml': config },
  });
  await iterate(world);
  prove(world);
  // Three reviews; the first that passes is merged, and the two others are behind from then on.
  await iterate(world);
  expect(world.github.world.pulls().filter(({ merged }) => merged)).toHaveLength(1);
  const before = headsOf(world);
  prove(world);

  const updating = await planOnly(world);
  const after = headsOf(world);
  const moved = after.flatMap((sha, index) => (sha === before[index] ? [] : index));
  expect(updating.text).toMatch(/update_branch 1\.\d/);
  expect(moved).toHaveLength(1);
  const [next = -1] = moved;
  const tip = world.github.world.branches().get('main');
  expect((await parentsOf(world, after[next])).trim()).toBe(`${before[next]} ${tip}`);
  const verdict = { name: 'orchestrate/review', conclusion: 'success' };
  expect(world.github.world.checksOf(after[next] ?? '')).toContainEqual(expect.objectContaining(verdict));

  // Nobody passes it while its CI is under way, and nobody reviews what was reviewed.
  const waiting = await planOnly(world);
  expect(waiting.text).toContain(`#${world.github.world.pulls()[next]?.number} goes first`);
  expect(matrixOf(waiting)).toEqual([]);
  expect(headsOf(world)).toEqual(after);

  prove(world);
  await planOnly(world);
  expect(world.github.world.pulls()[next]).toMatchObject({ merged: true, headSha: after[next] });
  await finish(world);
  expect(Object.values((await world.ledger()).flights)).toEqual([]);
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aConfig, foundWorld } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { finish, iterate, prove } from './run-by-hand.ts';

it('a branch in conflict with its base is merged by an agent that can fetch nothing', async () => {
  const command = [process.execPath, join(import.meta.dirname, 'merging-agent.mjs')];
  const agent = { command, 'timeout-minutes': 1 };
  await using world = await foundWorld({
    files: {
      'backlog.json': aBacklog({ epics: [anEpic(1, [aStory('1.1')])] }),
      '.github/orchestrate.yml': aConfig({ agents: { implement: agent, review: agent } }),
    },
  });
  const { github } = world;
  await iterate(world);
  // A person changes the same file meanwhile.
  const files = { 'src/done.js': "export const by = ['person'];\n" };
  await github.world.pushAs('ada', { branch: 'feature', onto: 'main', files, message: 'By hand' });
  const number = await github.world.openPullAs('ada', { head: 'feature', base: 'main', title: 'By hand' });
  prove(world);
  const base = await github.world.mergeAs('ada', number);
  prove(world);

  await finish(world);

  expect(await world.git(['show', 'main:src/done.js'])).toBe("export const by = ['agent', 'person'];\n");
  const ours = github.world.pulls().find(({ headRef }) => headRef === 'orchestrate/1.1');
  expect(ours).toMatchObject({ merged: true });
  const parents = await world.git(['log', '-1', '--format=%P', ours?.headSha ?? '']);
  expect(parents.trim().split(' ')).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), base]);
});

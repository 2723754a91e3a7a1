import { expect, it } from 'vitest';
import { stateBranch } from '../acceptance/action-world.ts';
import { serveLoopctl } from './loopctl-server.ts';
import { plan, say } from './own-step.ts';
import { fillHouse, foundServedWorld } from './server-world.ts';

it('drives the project of a server: stories, claims and the ledger are there, and the repository holds no state', async () => {
  await using server = await serveLoopctl();
  const { loopctl, project } = await fillHouse(server);
  await using world = await foundServedWorld('house');
  expect((await say(world, { command: 'pause', server })).outputs.answer).toContain('The project is paused');
  expect((await plan(world, server)).outputs).toMatchObject({ count: '0' });
  await say(world, { command: 'resume', server });
  expect((await plan(world, server)).outputs).toMatchObject({ count: '2' });
  const { implementer } = await loopctl.identities();
  const claimed = { agentStatus: 'implementing', assignedAgentId: implementer.agentId };
  expect(await loopctl.listStories(project.id)).toMatchObject([claimed, claimed]);
  expect((await loopctl.loadState(project.id, 'main')).data).toMatchObject({ paused: null, lease: null });
  expect(await world.git(['for-each-ref'])).not.toContain(stateBranch);
});

it('makes no project on a server that does not have it', async () => {
  await using server = await serveLoopctl();
  await fillHouse(server);
  await using world = await foundServedWorld('hosue');
  await expect(plan(world, server)).rejects.toThrow('loopctl has no project `hosue`');
  expect(server.calls(/^POST \/projects$/)).toHaveLength(1);
});

import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAssignmentFile } from '../../src/agents/assignment-file.ts';
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
  // Once in each of these four jobs, however often they looked.
  expect(server.calls(/^GET \/tenants\/me$/)).toHaveLength(4);
});

it('makes no project on a server that does not have it', async () => {
  await using server = await serveLoopctl();
  await fillHouse(server);
  await using world = await foundServedWorld('hosue');
  await expect(plan(world, server)).rejects.toThrow('loopctl has no project `hosue`');
  expect(server.calls(/^POST \/projects$/)).toHaveLength(1);
});

it('sends agents with the skills that the server has for them', async () => {
  await using server = await serveLoopctl();
  const { project } = await fillHouse(server, 1);
  await using world = await foundServedWorld('house');
  const person = { role: 'user', agentId: null, keyName: 'ann' } as const;
  const skill = { name: 'house:implement', prompt_text: 'Test first.', project_id: project.id };
  expect(server.as(person, 'POST', '/api/v1/skills', skill).status).toBe(201);
  const { outputs } = await plan(world, server);
  const [file = ''] = readdirSync(outputs.assignments ?? '');
  const { skills } = await readAssignmentFile(outputs.assignments ?? '', file.replace('.json', ''));
  expect(skills).toEqual([{ name: 'house:implement', version: 1, text: 'Test first.' }]);
});

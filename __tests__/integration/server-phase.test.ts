import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAssignmentFile } from '../../src/agents/assignment-file.ts';
import { ledgerSchema } from '../../src/core/ledger.ts';
import { stateBranch } from '../acceptance/action-world.ts';
import { agent, serveLoopctl } from './loopctl-server.ts';
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
  expect(server.calls(/^GET \/token-budgets$/)).toHaveLength(4);
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

it('adopts what was claimed outside of our loop in our name and has a pull request, and leaves to others what is theirs', async () => {
  await using server = await serveLoopctl();
  const { loopctl, project } = await fillHouse(server, 2);
  await using world = await foundServedWorld('house');
  const github = world.github.world;
  const [ours, theirs] = await loopctl.listStories(project.id);
  if (ours === undefined || theirs === undefined) throw new Error('there are two stories');
  await loopctl.identities();
  await loopctl.contract(ours.id, { title: ours.title, criteriaCount: 1 });
  await loopctl.claim(ours.id);
  await loopctl.start(ours.id);
  const stranger = agent('impl-2', 'agent');
  for (const call of ['contract', 'claim', 'start']) {
    const body = call === 'contract' ? { story_title: theirs.title, ac_count: 1 } : {};
    server.as(stranger, 'POST', `/api/v1/stories/${theirs.id}/${call}`, body);
  }
  server.as(agent('review-9', 'agent'), 'POST', `/api/v1/stories/${theirs.id}/report`, {});
  for (const branch of ['orchestrate/1.1', 'orchestrate/1.2']) {
    await github.pushAs('ada', { branch, files: { [`${branch}.txt`]: 'by hand\n' }, message: 'By hand' });
    await github.openPullAs('ada', { head: branch, base: 'main', title: 'By hand' });
  }
  const { summary } = await plan(world, server);
  expect(summary).toContain('**adopt** 1.1');
  expect(summary).toContain(`Story 1.2: reported done by agent ${stranger.agentId}`);
  const { stories } = ledgerSchema.parse((await loopctl.loadState(project.id, 'main')).data);
  const head = github.branches().get('orchestrate/1.1');
  expect(stories['1.1']).toMatchObject({ head: { sha: head, by: 'human' }, pullRequest: 1 });
  // Who is who was learnt by artifacts.
  expect(server.calls(new RegExp(`^POST /stories/${theirs.id}/(?!artifacts$)`))).toEqual([]);
});

import { expect, it } from 'vitest';
import type { BacklogPayload } from '../../src/core/backlog.ts';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import { type ActionWorld, aConfig, foundWorld, stateBranch } from '../acceptance/action-world.ts';
import { serveLoopctl, type TestServer } from './loopctl-server.ts';
import { plan, say } from './own-step.ts';

const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };

/** A repository without a backlog whose project a server of loopctl has, with two stories. */
function foundServedWorld(project: string): Promise<ActionWorld> {
  return foundWorld({ files: { 'backlog.json': null, '.github/orchestrate.yml': aConfig({ project }) } });
}

async function fill(server: TestServer): Promise<{ readonly loopctl: Loopctl; readonly project: Project }> {
  const loopctl = openHttpLoopctl({ server, project: 'house', waits });
  const project = await loopctl.ensureProject({ name: 'The House', slug: 'house' });
  const stories = ['1.1', '1.2'].map((number) => ({
    number,
    title: `Story ${number}`,
    acceptance_criteria: [{ id: 'AC-1', description: 'done' }],
  }));
  const payload: BacklogPayload = {
    epics: [{ number: 1, title: 'E', stories }],
    story_dependencies: [],
    epic_dependencies: [],
  };
  await loopctl.importBacklog(project.id, payload);
  return { loopctl, project };
}

it('drives the project of a server: stories, claims and the ledger are there, and the repository holds no state', async () => {
  await using server = await serveLoopctl();
  const { loopctl, project } = await fill(server);
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
  await fill(server);
  await using world = await foundServedWorld('hosue');
  await expect(plan(world, server)).rejects.toThrow('loopctl has no project `hosue`');
  expect(server.calls(/^POST \/projects$/)).toHaveLength(1);
});

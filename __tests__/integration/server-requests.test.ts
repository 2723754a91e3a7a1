import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActionWorld } from '../acceptance/action-world.ts';
import { serveLoopctl } from './loopctl-server.ts';
import { plan, say } from './own-step.ts';
import { fillHouse, foundServedWorld } from './server-world.ts';

let world: ActionWorld;
beforeAll(async () => {
  world = await foundServedWorld('house');
});
afterAll(() => world[Symbol.asyncDispose]());

/** What a pass asks that finds everything as it left it, with a backlog of so many stories. */
async function quietPass(stories: number): Promise<readonly string[]> {
  await using server = await serveLoopctl();
  const { project } = await fillHouse(server, stories);
  await say(world, { command: 'pause', server });
  await plan(world, server);
  const before = server.received.length;
  await plan(world, server);
  return server.received.slice(before).map(({ call }) => call.replace(project.id, ':project'));
}

it('a quiet pass asks a server a handful of questions, and one more for every 500 stories', async () => {
  const asked = await quietPass(12);
  console.info(`a quiet pass of 12 stories: ${asked.length} requests\n${asked.join('\n')}`);
  expect(asked.toSorted(byText)).toEqual([
    'GET /orchestrator/state/:project',
    'GET /orchestrator/state/:project',
    'GET /projects',
    'GET /projects/:project/dependency_graph',
    'GET /stories',
    'GET /tenants/me',
    'GET /token-budgets',
  ]);
  const ofMany = await quietPass(1200);
  console.info(`of 1200 stories: ${ofMany.length} requests`);
  expect(ofMany).toHaveLength(asked.length + 2);
});

function byText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

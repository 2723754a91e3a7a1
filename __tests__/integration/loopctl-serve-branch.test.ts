import { expect, test } from 'vitest';
import { openRefStore } from '../../src/git/ref-store.ts';
import { openEmbeddedLoopctl } from '../../src/loopctl/embedded/open.ts';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import type { Loopctl } from '../../src/loopctl/port.ts';
import { openBranchStore } from '../../src/loopctl/serve/branch-store.ts';
import { readKeys } from '../../src/loopctl/serve/read-keys.ts';
import { type ServedLoopctl, serveLoopctl } from '../../src/loopctl/serve/serve.ts';
import { withAgentsOf } from '../../src/loopctl/serve/served-key.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';

const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
const branch = 'orchestrate-state';
const now = (): Date => new Date();
const { keys } = readKeys({}, null);

/** Serves the repository's state branch, from a folder of its own. */
async function serve(world: GitWorld, name: string): Promise<ServedLoopctl> {
  const store = await openRefStore({ remoteUrl: world.url, branch, directory: world.folder(name) });
  const furnish = withAgentsOf.bind(null, keys);
  return await serveLoopctl({ store: await openBranchStore({ store, author, now, furnish }), keys, now });
}

function connect({ url }: ServedLoopctl): Loopctl {
  const keyOf = (name: string): string => keys.find((key) => key.name === name)?.key ?? '';
  const server = {
    url,
    keys: {
      implementer: keyOf('LOOPCTL_AGENT_KEY'),
      reviewer: keyOf('LOOPCTL_REVIEWER_KEY'),
      orchestrator: keyOf('LOOPCTL_ORCH_KEY'),
    },
  };
  const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };
  return openHttpLoopctl({ server, project: 'house', waits });
}

async function openBranch(world: GitWorld): Promise<Loopctl> {
  return await openEmbeddedLoopctl({ remoteUrl: world.url, branch, directory: world.folder('embedded'), author, now });
}

async function storyIds(loopctl: Loopctl): Promise<readonly string[]> {
  const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const stories = ['1.1', '1.2', '1.3', '1.4'].map((number) => ({
    number,
    title: `Story ${number}`,
    acceptance_criteria: [{ id: 'AC-1', description: 'done' }],
  }));
  const epics = [{ number: 1, title: 'Ground', stories }];
  await loopctl.importBacklog(project.id, { epics, story_dependencies: [], epic_dependencies: [] });
  return (await loopctl.listStories(project.id)).map(({ id }) => id);
}

test('what was answered is on the branch, in the names of the embedded store, for whoever reads it', async () => {
  await using world = await createGitWorld();
  await using served = await serve(world, 'served');
  const client = connect(served);
  const [first = ''] = await storyIds(client);
  await client.contract(first, { title: 'Story 1.1', criteriaCount: 1 });
  const claimed = await client.claim(first);
  const embedded = await openBranch(world);
  expect(await embedded.getStory(first)).toMatchObject({ agentStatus: 'assigned' });
  expect((await embedded.identities()).implementer.agentId).toBe(claimed.assignedAgentId);
  const subjects = await world.git('log', '--format=%s', '-1', branch);
  expect(subjects.trim()).toBe(`POST /stories/${first}/claim`);
});

test('requests that come together are made lasting together', async () => {
  await using world = await createGitWorld();
  await using served = await serve(world, 'served');
  const client = connect(served);
  const ids = await storyIds(client);
  const before = Number(await world.git('rev-list', '--count', branch));
  await Promise.all(ids.map((id, index) => client.contract(id, { title: `Story 1.${index + 1}`, criteriaCount: 1 })));
  expect(Number(await world.git('rev-list', '--count', branch)) - before).toBeLessThanOrEqual(2);
});

test('of several clients that claim one story exactly one gets it, and of two servers of one branch too', async () => {
  await using world = await createGitWorld();
  await using served = await serve(world, 'served');
  const [id = ''] = await storyIds(connect(served));
  await using other = await serve(world, 'other');
  await connect(served).contract(id, { title: 'Story 1.1', criteriaCount: 1 });
  const clients = [connect(served), connect(served), connect(other), connect(other)];
  const claims = await Promise.allSettled(clients.map((client) => client.claim(id)));
  expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
});

test('what somebody else wrote to the branch meanwhile is not lost, and is answered of', async () => {
  await using world = await createGitWorld();
  await using served = await serve(world, 'served');
  const client = connect(served);
  const [one = '', two = ''] = await storyIds(client);
  const embedded = await openBranch(world);
  await embedded.contract(one, { title: 'Story 1.1', criteriaCount: 1 });
  await embedded.flush('Meanwhile');
  await client.contract(two, { title: 'Story 1.2', criteriaCount: 1 });
  await expect(client.contract(one, { title: 'Story 1.1', criteriaCount: 1 })).rejects.toMatchObject({ status: 409 });
  await embedded.reload();
  expect(await embedded.getStory(two)).toMatchObject({ agentStatus: 'contracted' });
});

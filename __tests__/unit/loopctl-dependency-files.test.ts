import { expect, test } from 'vitest';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { openEmbeddedTransport } from '../../src/loopctl/embedded/embedded-transport.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import type { Transport } from '../../src/loopctl/transport.ts';
import { memoryRefStore } from '../builders/memory-ref-store.ts';

const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
const folder = 'projects/house/dependencies';

interface House {
  readonly store: ReturnType<typeof memoryRefStore>;
  readonly transport: Transport;
  readonly loopctl: Loopctl;
  readonly project: Project;
}

/** Two epics; 1.2 waits for 1.1, 2.1 for 1.2 and epic 2 for epic 1. */
async function furnished(): Promise<House> {
  const store = memoryRefStore();
  const transport = await openEmbeddedTransport({ store, author, now: () => new Date() });
  const loopctl = createLoopctl(transport);
  const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const story = (number: string): object => ({ number, title: `Story ${number}`, acceptance_criteria: [] });
  const epics = [1, 2].map((number) => ({
    number,
    title: `Epic ${number}`,
    stories: [`${number}.1`, `${number}.2`].map(story) as never,
  }));
  await loopctl.importBacklog(project.id, {
    epics,
    story_dependencies: [
      { story: '1.2', depends_on: '1.1' },
      { story: '2.1', depends_on: '1.2' },
    ],
    epic_dependencies: [{ epic: 2, depends_on: 1 }],
  });
  await loopctl.flush('Backlog');
  return { store, transport, loopctl, project };
}

async function files(store: House['store']): Promise<ReadonlyMap<string, string>> {
  return (await store.read()).files;
}

async function reopened({ store, project }: House): Promise<unknown> {
  const loopctl = createLoopctl(await openEmbeddedTransport({ store, author, now: () => new Date() }));
  return await loopctl.dependencyGraph(project.id);
}

function oneMore(loopctl: Loopctl, project: Project): Promise<unknown> {
  return loopctl.importBacklog(project.id, {
    epics: [],
    story_dependencies: [{ story: '2.2', depends_on: '2.1' }],
    epic_dependencies: [],
  });
}

test('one more dependency changes the file of its epic, and no other', async () => {
  const house = await furnished();
  const before = await files(house.store);
  await oneMore(house.loopctl, house.project);
  await house.loopctl.flush('One more');
  const after = await files(house.store);
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed.filter((path) => path.startsWith('projects/'))).toEqual([`${folder}/2.json`]);
  expect(await reopened(house)).toEqual(await house.loopctl.dependencyGraph(house.project.id));
});

test('what an earlier version kept in one file is read, and comes apart when a dependency is added', async () => {
  const house = await furnished();
  const { store, project } = house;
  const { commit, files: now } = await store.read();
  const apart = [1, 2].map((number) => JSON.parse(now.get(`${folder}/${number}.json`) ?? '{}'));
  const together = {
    version: 1,
    stories: apart.flatMap(({ stories }) => stories),
    epics: apart.flatMap(({ epics }) => epics),
  };
  const changes = new Map([
    [`${folder}/1.json`, null],
    [`${folder}/2.json`, null],
    ['projects/house/dependencies.json', JSON.stringify(together)],
  ]);
  await store.write({ expected: commit, changes, message: 'As before', author, at: new Date() });
  expect(await reopened(house)).toEqual(await house.loopctl.dependencyGraph(project.id));
  await house.loopctl.reload();
  await oneMore(house.loopctl, project);
  await house.loopctl.flush('One more');
  const paths = [...(await files(store)).keys()].filter((path) => path.includes('dependencies'));
  expect(new Set(paths)).toEqual(new Set([`${folder}/1.json`, `${folder}/2.json`]));
  expect(await reopened(house)).toEqual(await house.loopctl.dependencyGraph(project.id));
});

test('a story may wait for one of another project', async () => {
  const house = await furnished();
  const { loopctl, transport } = house;
  const other = await loopctl.ensureProject({ name: 'Shed', slug: 'shed' });
  const stories = [{ number: '7.7', title: 'Elsewhere', acceptance_criteria: [] }];
  const epics = [{ number: 7, title: 'Shed', stories }];
  await loopctl.importBacklog(other.id, { epics, story_dependencies: [], epic_dependencies: [] });
  const idOf = async (project: Project, number: string): Promise<string | undefined> =>
    (await loopctl.listStories(project.id)).find((story) => story.number === number)?.id;
  const body = { story_id: await idOf(house.project, '1.1'), depends_on_story_id: await idOf(other, '7.7') };
  const answer = await transport.send('orchestrator', { method: 'POST', path: '/api/v1/story_dependencies', body });
  expect(answer.status).toBe(201);
  await loopctl.flush('Across');
  expect(await reopened(house)).toEqual(await loopctl.dependencyGraph(house.project.id));
});

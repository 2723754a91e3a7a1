import { expect, test } from 'vitest';
import type { RefStore } from '../../src/git/ref-store.ts';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { openEmbeddedTransport } from '../../src/loopctl/embedded/embedded-transport.ts';
import { readDb } from '../../src/loopctl/embedded/files/read-files.ts';
import { filesOf } from '../../src/loopctl/embedded/files/write-files.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import type { StoryRecord } from '../../src/loopctl/story-record.ts';
import { memoryRefStore } from '../builders/memory-ref-store.ts';

const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };

async function open(store: RefStore): Promise<Loopctl> {
  return createLoopctl(await openEmbeddedTransport({ store, author, now: () => new Date() }));
}

/** One epic of 250 stories, the last of them first in the file. */
async function furnished(): Promise<{ store: RefStore; loopctl: Loopctl; project: Project }> {
  const store = memoryRefStore();
  const loopctl = await open(store);
  const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const stories = Array.from({ length: 250 }, (_, index) => ({
    number: `1.${250 - index}`,
    title: `Story ${index}`,
    acceptance_criteria: [],
  }));
  const epics = [{ number: 1, title: 'Large', stories }];
  await loopctl.importBacklog(project.id, { epics, story_dependencies: [], epic_dependencies: [] });
  await loopctl.flush('Backlog');
  return { store, loopctl, project };
}

async function contract(loopctl: Loopctl, project: Project, number: string): Promise<void> {
  const story = (await loopctl.listStories(project.id)).find((one) => one.number === number);
  await loopctl.contract(story?.id ?? '', { title: story?.title ?? '', criteriaCount: 0 });
}

/** The paths of the project's files that a piece of work changes. */
async function changedBy(store: RefStore, work: () => Promise<void>): Promise<readonly string[]> {
  const { files: before } = await store.read();
  await work();
  const { files: after } = await store.read();
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => path.startsWith('projects/') && before.get(path) !== after.get(path));
}

function statuses(stories: readonly StoryRecord[]): readonly string[] {
  return stories.map(({ number, title, agentStatus }) => `${number} ${title} ${agentStatus}`);
}

test('what happens to one story of a large epic is written with a hundred others at most', async () => {
  const { store, loopctl, project } = await furnished();
  const changed = await changedBy(store, async () => {
    await contract(loopctl, project, '1.2');
    await loopctl.flush('Contract');
  });
  expect(changed).toEqual(['projects/house/progress/1/2.json']);
  const { files } = await store.read();
  const parts = [1, 2].map(
    (part) => JSON.parse(files.get(`projects/house/epics/1/${part}.json`) ?? '{}').stories.length,
  );
  expect(parts).toEqual([100, 50]);
  const again = await open(store);
  expect(statuses(await again.listStories(project.id))).toEqual(statuses(await loopctl.listStories(project.id)));
});

test('a large epic that an earlier version kept in one file is read, and comes apart whole when it changes', async () => {
  const { store, loopctl, project } = await furnished();
  await contract(loopctl, project, '1.2');
  await contract(loopctl, project, '1.249');
  await loopctl.flush('Contract');
  const { commit, files } = await store.read();
  const changes = new Map<string, string | null>();
  for (const kind of ['epics', 'progress']) {
    const path = `projects/house/${kind}/1.json`;
    const parts = [path, `projects/house/${kind}/1/1.json`, `projects/house/${kind}/1/2.json`];
    const rows = parts.map((part) => JSON.parse(files.get(part) ?? '{"stories": []}'));
    for (const part of parts) changes.set(part, null);
    changes.set(path, JSON.stringify({ ...rows[0], version: 1, stories: rows.flatMap(({ stories }) => stories) }));
  }
  await store.write({ expected: commit, changes, message: 'As before', author, at: new Date() });
  const later = await open(store);
  const before = statuses(await loopctl.listStories(project.id));
  expect(statuses(await later.listStories(project.id))).toEqual(before);
  const quiet = await changedBy(store, async () => {
    await later.saveState(project.id, 'main', {}, 0);
  });
  expect(quiet).toEqual(['projects/house/state/main.json']);
  await contract(later, project, '1.3');
  await later.flush('Contract');
  const { files: apart } = await store.read();
  expect(JSON.parse(apart.get('projects/house/epics/1.json') ?? '{}').stories).toHaveLength(100);
  const after = statuses(await (await open(store)).listStories(project.id));
  expect(after).toEqual(before.map((line) => (line.startsWith('1.3 ') ? line.replace('pending', 'contracted') : line)));
});

test('the files of what was read are the files it was read from', async () => {
  const { store, loopctl, project } = await furnished();
  await contract(loopctl, project, '1.200');
  await loopctl.flush('Contract');
  const { files } = await store.read();
  const texts = filesOf(readDb(files)).map((file) => [file.path, file.text()] as const);
  expect(new Map(texts.filter(([, text]) => text !== ''))).toEqual(new Map(files));
});

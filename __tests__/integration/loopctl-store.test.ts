import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ConfigurationError, RemoteError } from '../../src/errors.ts';
import { openRefStore } from '../../src/git/ref-store.ts';
import { openEmbeddedLoopctl } from '../../src/loopctl/embedded/open.ts';
import { StoredStateConflict, StoredStateError } from '../../src/loopctl/loopctl-error.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import { serveGit } from './git-http-server.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';

const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
const branch = 'orchestrate-state';

function open(world: GitWorld, name: string, url = world.url): Promise<Loopctl> {
  return openEmbeddedLoopctl({
    remoteUrl: url,
    branch,
    directory: world.folder(name),
    author,
    now: () => new Date(),
  });
}

/** A project with stories 1.1 to 1.3, saved; the state's version is 1. */
async function furnished(world: GitWorld): Promise<{ readonly loopctl: Loopctl; readonly project: Project }> {
  const loopctl = await open(world, 'furnisher');
  const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const stories = ['1.1', '1.2', '1.3'].map((number) => ({
    number,
    title: `Story ${number}`,
    acceptance_criteria: [{ id: 'AC-1', description: 'done' }],
  }));
  const epics = [{ number: 1, title: 'Ground', stories }];
  await loopctl.importBacklog(project.id, { epics, story_dependencies: [], epic_dependencies: [] });
  await loopctl.saveState(project.id, 'main', { lease: null }, 0);
  return { loopctl, project };
}

async function contract(loopctl: Loopctl, project: Project, number: string): Promise<string> {
  const story = (await loopctl.listStories(project.id)).find((candidate) => candidate.number === number);
  const id = story?.id ?? '';
  await loopctl.contract(id, { title: `Story ${number}`, criteriaCount: 1 });
  return id;
}

/** Writes one file of the branch as somebody's editor would. */
async function edit(world: GitWorld, path: string, text: string | null): Promise<void> {
  const store = await openRefStore({ remoteUrl: world.url, branch, directory: world.folder('editor') });
  const { commit } = await store.read();
  const changes = new Map([[path, text]]);
  expect(await store.write({ expected: commit, changes, message: 'Edit', author, at: new Date() })).toMatchObject({
    conflict: false,
  });
}

test('a pass that changed one story writes only the files of that story, and history is kept', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await furnished(world);
  await contract(loopctl, project, '1.2');
  await loopctl.saveState(project.id, 'main', { lease: 'mine' }, 1);
  const changed = await world.git('diff', '--name-only', `${branch}~1`, branch);
  expect(changed.trim().split('\n')).toEqual([
    'feed/000000.json',
    'projects/house/progress/1.json',
    'projects/house/state/main.json',
    'store.json',
  ]);
  expect(JSON.parse(await world.git('show', `${branch}~1:projects/house/state/main.json`)).state.state_data).toEqual({
    lease: null,
  });
});

test('every file is JSON with a version and a newline at the end', async () => {
  await using world = await createGitWorld();
  await furnished(world);
  const paths = (await world.git('ls-tree', '-r', '--name-only', branch)).trim().split('\n');
  for (const path of paths) {
    const text = await world.git('show', `${branch}:${path}`);
    expect(JSON.parse(text), path).toMatchObject({ version: 1 });
    expect(text.endsWith('}\n'), path).toBe(true);
  }
});

test('nothing is written before a flush, and a flush without changes writes nothing', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await furnished(world);
  const before = await world.git('rev-parse', branch);
  await loopctl.listReady(project.id);
  await loopctl.flush('Nothing');
  expect(await world.git('rev-parse', branch)).toBe(before);
  const id = await contract(loopctl, project, '1.1');
  expect((await (await open(world, 'reader')).getStory(id))?.agentStatus).toBe('pending');
  await loopctl.reload();
  expect((await loopctl.getStory(id))?.agentStatus).toBe('pending');
});

test('a reload brings what another wrote since', async () => {
  await using world = await createGitWorld();
  const { loopctl: writer, project } = await furnished(world);
  const reader = await open(world, 'reader');
  const id = await contract(writer, project, '1.1');
  await writer.flush('Contract');
  await reader.reload();
  expect((await reader.getStory(id))?.agentStatus).toBe('contracted');
});

test('changes of two writers that have nothing to do with each other both stand', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await furnished(world);
  const other = await open(world, 'other');
  const first = await contract(loopctl, project, '1.1');
  const second = await contract(other, project, '1.2');
  await loopctl.flush('Contract 1.1');
  await other.flush('Contract 1.2');
  const reader = await open(world, 'reader');
  expect((await reader.getStory(first))?.agentStatus).toBe('contracted');
  expect((await reader.getStory(second))?.agentStatus).toBe('contracted');
  expect((await reader.changesSince(null)).changes.filter(({ action }) => action === 'status_changed')).toHaveLength(2);
});

test('a change that would come out differently after another writer is refused, and nothing of it is kept', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await furnished(world);
  const other = await open(world, 'other');
  await contract(loopctl, project, '1.1');
  const unrelated = await contract(other, project, '1.2');
  await contract(other, project, '1.1');
  await loopctl.flush('Contract 1.1');
  const error = await other.flush('Contract both').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StoredStateConflict);
  expect(String(error)).toContain('/contract was answered 200 before and 409 after it');
  expect((await other.getStory(unrelated))?.agentStatus).toBe('pending');
  await other.flush('Nothing left');
  expect((await (await open(world, 'reader')).getStory(unrelated))?.agentStatus).toBe('pending');
});

test('when only the save of state loses, what was done before it is still there to be made lasting', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await furnished(world);
  const other = await open(world, 'other');
  const id = await contract(other, project, '1.2');
  expect(await loopctl.saveState(project.id, 'main', { lease: 'mine' }, 1)).toEqual({ saved: true, version: 2 });
  expect(await other.saveState(project.id, 'main', { lease: 'theirs' }, 1)).toEqual({ saved: false });
  expect(await other.loadState(project.id, 'main')).toEqual({ version: 2, data: { lease: 'mine' } });
  expect((await other.getStory(id))?.agentStatus).toBe('contracted');
  await other.flush('Contract 1.2');
  expect((await (await open(world, 'reader')).getStory(id))?.agentStatus).toBe('contracted');
});

test('of four processes that want one lease at the same moment exactly one gets it', async () => {
  await using world = await createGitWorld();
  const { project } = await furnished(world);
  const script = world.folder('racer.ts');
  const module = new URL('../../src/loopctl/embedded/open.ts', import.meta.url).href;
  await writeFile(
    script,
    `import { openEmbeddedLoopctl } from ${JSON.stringify(module)};
    const [directory, remoteUrl, projectId, startAt] = process.argv.slice(2);
    const author = ${JSON.stringify(author)};
    const loopctl = await openEmbeddedLoopctl({ remoteUrl, branch: '${branch}', directory, author, now: () => new Date() });
    await new Promise((done) => setTimeout(done, Number(startAt) - Date.now()));
    console.log(JSON.stringify(await loopctl.saveState(projectId, 'main', { lease: 'same for all' }, 1)));`,
  );
  const startAt = String(Date.now() + 2500);
  const racers = ['a', 'b', 'c', 'd'].map((name) =>
    promisify(execFile)(process.execPath, [script, world.folder(name), world.url, project.id, startAt]),
  );
  const answers = (await Promise.all(racers)).map(({ stdout }) => JSON.parse(stdout));
  expect(answers.filter(({ saved }) => saved)).toEqual([{ saved: true, version: 2 }]);
  expect(answers).toHaveLength(4);
});

test('a save whose answer was lost is a save', async () => {
  await using world = await createGitWorld();
  const { project } = await furnished(world);
  await using server = await serveGit(world.directory);
  const loopctl = await open(world, 'over-http', server.url);
  server.faults.push('lose_answer');
  expect(await loopctl.saveState(project.id, 'main', { lease: 'mine' }, 1)).toEqual({ saved: true, version: 2 });
  expect(await loopctl.saveState(project.id, 'main', { lease: null }, 2)).toEqual({ saved: true, version: 3 });
});

test('a token that may not write is told as something to mend', async () => {
  await using world = await createGitWorld();
  const { project } = await furnished(world);
  await using server = await serveGit(world.directory);
  const loopctl = await open(world, 'over-http', server.url);
  server.faults.push('refuse', 'refuse');
  const error = await loopctl.saveState(project.id, 'main', {}, 1).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error).toMatchObject({ remedy: expect.stringContaining('contents: write') });
});

test('a repository that is not there is told as something to mend', async () => {
  await using world = await createGitWorld();
  const missing = open(world, 'a', `file://${world.folder('nowhere.git')}`);
  await expect(missing).rejects.toBeInstanceOf(ConfigurationError);
});

test('a server that cannot be reached is trouble that may pass', async () => {
  await using world = await createGitWorld();
  const unreachable = open(world, 'a', 'http://127.0.0.1:1/remote.git');
  await expect(unreachable).rejects.toBeInstanceOf(RemoteError);
  await expect(unreachable).rejects.toMatchObject({ retryable: true });
});

test.each([
  ['projects/house/progress/1.json', '{"version": 1, "stories": [', 'not JSON'],
  ['projects/house/state/main.json', '{"version": 1, "state": {"id": 7}}', 'state.id'],
  ['projects/house/epics/1.json', '[]', 'expected object'],
  ['projects/house/progress/1.json', '{"version": 1, "stories": [{"number": "9.9"}]}', 'names story 9.9'],
  ['feed/000000.json', '{"version": 1, "rows": [{}]}', 'rows.0'],
  ['projects/house/project.json', null, 'missing'],
  ['store.json', null, 'missing'],
  ['store.json', '', 'not JSON'],
])('a branch whose %s was spoilt (%s) is refused by that name and never written to', async (path, text, detail) => {
  await using world = await createGitWorld();
  await contractAndFlush(world);
  await edit(world, path, text);
  const before = await world.git('rev-parse', branch);
  const error = await open(world, 'reader').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StoredStateError);
  expect(error).toMatchObject({ code: 'state_unreadable', path });
  expect(String(error)).toContain(detail);
  expect((error as StoredStateError).remedy).toContain('history');
  expect(await world.git('rev-parse', branch)).toBe(before);
});

test('a file of a newer version is refused by name, with what to do', async () => {
  await using world = await createGitWorld();
  await furnished(world);
  const path = 'projects/house/epics/1.json';
  await edit(world, path, '{"version": 2, "epics": "in a form we cannot know"}\n');
  const error = await open(world, 'reader').catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'state_newer', path, remedy: expect.stringContaining('later') });
});

test('files that are not ours are left alone', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await furnished(world);
  await edit(world, 'README.md', 'What this branch is.\n');
  await loopctl.saveState(project.id, 'main', {}, 1);
  expect(await world.git('show', `${branch}:README.md`)).toBe('What this branch is.\n');
});

async function contractAndFlush(world: GitWorld): Promise<void> {
  const { loopctl, project } = await furnished(world);
  await contract(loopctl, project, '1.1');
  await loopctl.flush('Contract 1.1');
}

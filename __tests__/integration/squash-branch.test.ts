import { expect, test } from 'vitest';
import { openRefStore } from '../../src/git/ref-store.ts';
import { type Squashed, squashBranch } from '../../src/git/squash-branch.ts';
import { openEmbeddedLoopctl } from '../../src/loopctl/embedded/open.ts';
import type { Loopctl } from '../../src/loopctl/port.ts';
import { serveGit } from './git-http-server.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';

const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
const branch = 'orchestrate-state';

function open(world: GitWorld, name: string, url = world.url): Promise<Loopctl> {
  return openEmbeddedLoopctl({ remoteUrl: url, branch, directory: world.folder(name), author, now: () => new Date() });
}

function squash(world: GitWorld, keep: 'ref' | { readonly bundle: string } = 'ref'): Promise<Squashed> {
  const place = { remoteUrl: world.url, directory: world.folder('squash') };
  return squashBranch({ ...place, branch, author, at: new Date(), keep });
}

/** A project whose state was saved three times; the last save holds a lease. */
async function lived(
  world: GitWorld,
  url = world.url,
): Promise<{ readonly loopctl: Loopctl; readonly project: string }> {
  const loopctl = await open(world, 'lived', url);
  const { id: project } = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const stories = ['1.1', '1.2'].map((number) => ({ number, title: `Story ${number}`, acceptance_criteria: [] }));
  const epics = [{ number: 1, title: 'Ground', stories }];
  await loopctl.importBacklog(project, { epics, story_dependencies: [], epic_dependencies: [] });
  await loopctl.saveState(project, 'main', { lease: null }, 0);
  await contract(loopctl, project, '1.1');
  await loopctl.saveState(project, 'main', { lease: null }, 1);
  await loopctl.saveState(project, 'main', { lease: 'mine' }, 2);
  return { loopctl, project };
}

async function contract(loopctl: Loopctl, project: string, number: string): Promise<string> {
  const id = (await loopctl.listStories(project)).find((story) => story.number === number)?.id ?? '';
  await loopctl.contract(id, { title: `Story ${number}`, criteriaCount: 0 });
  return id;
}

test('a squashed branch is one commit with the same files, and its history is kept under a ref that no clone fetches', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await lived(world);
  const tree = await world.git('rev-parse', `${branch}^{tree}`);
  const tip = (await world.git('rev-parse', branch)).trim();
  expect(await squash(world)).toMatchObject({ kind: 'squashed', commits: 3, from: tip });
  expect(await world.git('rev-parse', `${branch}^{tree}`)).toBe(tree);
  expect((await world.git('rev-list', '--count', branch)).trim()).toBe('1');
  expect((await world.git('rev-parse', `refs/orchestrate/history/${tip}`)).trim()).toBe(tip);
  expect(await world.git('show', '-s', '--format=%B', branch)).toContain(tip);
  const reader = await open(world, 'reader');
  expect(await reader.loadState(project, 'main')).toEqual({ version: 3, data: { lease: 'mine' } });
  const { changes } = await reader.changesSince(null);
  expect(changes).toEqual((await loopctl.changesSince(null)).changes);
  expect(changes.map(({ action }) => action)).toContain('status_changed');
});

test.each(['file', 'http'])(
  'who holds the tip before (%s) neither loses what it did nor takes a lease that stands',
  async (way) => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    const { loopctl, project } = await lived(world, way === 'http' ? server.url : world.url);
    const other = await open(world, 'other', way === 'http' ? server.url : world.url);
    await squash(world);
    await world.git('gc', '--quiet', '--prune=now');
    const id = await contract(loopctl, project, '1.2');
    expect(await loopctl.saveState(project, 'main', { lease: null }, 3)).toEqual({ saved: true, version: 4 });
    expect(await other.saveState(project, 'main', { lease: 'theirs' }, 3)).toEqual({ saved: false });
    expect((await (await open(world, 'reader')).getStory(id))?.agentStatus).toBe('contracted');
    expect((await world.git('rev-list', '--count', branch)).trim()).toBe('2');
  },
);

test('with its history in a bundle the repository can forget it, and the bundle brings it back', async () => {
  await using world = await createGitWorld();
  await lived(world);
  const tip = (await world.git('rev-parse', branch)).trim();
  const bundle = world.folder('history.bundle');
  expect(await squash(world, { bundle })).toMatchObject({ kind: 'squashed', kept: bundle });
  await world.git('reflog', 'expire', '--expire=now', '--all');
  await world.git('gc', '--quiet', '--prune=now');
  await expect(world.git('cat-file', '-e', tip)).rejects.toThrow();
  await expect((await open(world, 'reader')).changesSince(null)).resolves.toBeDefined();
  await world.git('fetch', '--quiet', bundle, 'refs/store/whole:refs/heads/before');
  expect((await world.git('rev-list', '--count', 'before')).trim()).toBe('3');
});

test('what is written while it squashes is not lost', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const { loopctl, project } = await lived(world);
  let writes = 0;
  server.beforePush = async () => {
    writes += 1;
    if (writes === 1) await loopctl.saveState(project, 'main', { lease: 'again' }, 3);
  };
  const place = { remoteUrl: server.url, directory: world.folder('squash') };
  const squashed = await squashBranch({ ...place, branch, author, at: new Date(), keep: 'ref' });
  expect(squashed).toMatchObject({ kind: 'squashed', commits: 4 });
  expect(await (await open(world, 'reader')).loadState(project, 'main')).toEqual({
    version: 4,
    data: { lease: 'again' },
  });
});

test('squashed twice in a row there is nothing to do, and neither is there without a branch', async () => {
  await using world = await createGitWorld();
  expect(await squash(world)).toEqual({ kind: 'nothing' });
  await lived(world);
  await squash(world);
  expect(await squash(world)).toEqual({ kind: 'nothing' });
});

test('every part of a history that was squashed more than once can be found again', async () => {
  await using world = await createGitWorld();
  const { loopctl, project } = await lived(world);
  await squash(world);
  await loopctl.saveState(project, 'main', { lease: null }, 3);
  const second = await squash(world);
  const kept = second.kind === 'squashed' ? second.kept : '';
  const root = await world.git('rev-list', '--max-parents=0', kept);
  const before = /up to ([0-9a-f]{40})/.exec(await world.git('show', '-s', '--format=%B', root.trim()))?.[1] ?? '';
  expect((await world.git('rev-list', '--count', `refs/orchestrate/history/${before}`)).trim()).toBe('3');
  const store = await openRefStore({ remoteUrl: world.url, branch, directory: world.folder('last') });
  expect((await store.read()).commit).toBe(second.kind === 'squashed' ? second.to : '');
});

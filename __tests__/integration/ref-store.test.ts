import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { GitError } from '../../src/git/git-error.ts';
import { createObjectMemory } from '../../src/git/object-memory.ts';
import { openRefStore, type RefStore, type RefStoreWriteResult } from '../../src/git/ref-store.ts';
import { serveGit } from './git-http-server.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';
import { storeCommit } from './store-commit.ts';

const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
const at = new Date('2026-11-22T12:00:00Z');

function open(world: GitWorld, name: string, url = world.url, token?: string): Promise<RefStore> {
  const place = { remoteUrl: url, branch: 'state', directory: world.folder(name) };
  return openRefStore(token === undefined ? place : { ...place, token });
}

function write(
  store: RefStore,
  expected: string | null,
  changes: Readonly<Record<string, string | null>>,
): Promise<RefStoreWriteResult> {
  return store.write({ expected, changes: new Map(Object.entries(changes)), message: 'Change', author, at });
}

async function written(writing: Promise<RefStoreWriteResult>): Promise<string> {
  const result = await writing;
  if (result.conflict) {
    throw new Error(`lost the race to ${result.actual}`);
  }
  return result.commit;
}

test('a branch that does not exist is read as nothing', async () => {
  await using world = await createGitWorld();
  const store = await open(world, 'a');
  expect(await store.read()).toEqual({ commit: null, files: new Map() });
});

test('the tip is told as it is now, without anything being fetched', async () => {
  await using world = await createGitWorld();
  const one = await open(world, 'one');
  const other = await open(world, 'other');
  expect(await other.readTip()).toBeNull();
  const commit = await written(write(one, null, { 'a.json': '0' }));
  expect(await other.readTip()).toBe(commit);
  await expect(world.git(`--git-dir=${world.folder('other')}`, 'cat-file', '-e', commit)).rejects.toThrow();
});

test('what one store writes another reads, other files untouched, and each commit has its parent', async () => {
  await using world = await createGitWorld();
  const one = await open(world, 'one');
  const other = await open(world, 'other');
  const first = await written(write(one, null, { 'a.json': '{"ä": "ü"}\n', 'deep/er/b.json': 'b', 'c.json': 'c' }));
  const second = await written(write(one, first, { 'a.json': 'new', 'c.json': null }));
  expect(await other.read()).toEqual({
    commit: second,
    files: new Map([
      ['a.json', 'new'],
      ['deep/er/b.json', 'b'],
    ]),
  });
  expect(await world.git('rev-list', 'state')).toBe(`${second}\n${first}\n`);
  expect(await world.git('log', '-1', '--format=%an <%ae> %cI %s', 'state')).toBe(
    'Orchestrate <orchestrate@example.org> 2026-11-22T12:00:00+00:00 Change\n',
  );
});

test('of two writers with the very same change at the same moment exactly one wins, and the other is told by whom', async () => {
  await using world = await createGitWorld();
  const one = await open(world, 'one');
  const base = await written(write(one, null, { 'a.json': '0' }));
  const stores = await Promise.all(['p', 'q', 'r'].map((name) => open(world, name)));
  await Promise.all(stores.map((store) => store.read()));
  const results = await Promise.all(stores.map((store) => write(store, base, { 'a.json': '1' })));
  const winner = (await world.git('rev-parse', 'state')).trim();
  expect(results.filter(({ conflict }) => !conflict)).toEqual([{ conflict: false, commit: winner }]);
  expect(results.filter(({ conflict }) => conflict)).toEqual([
    { conflict: true, actual: winner },
    { conflict: true, actual: winner },
  ]);
});

test('a branch that came into being meanwhile is a conflict for the first writer', async () => {
  await using world = await createGitWorld();
  const first = await written(write(await open(world, 'one'), null, { 'a.json': '1' }));
  expect(await write(await open(world, 'other'), null, { 'a.json': '2' })).toEqual({ conflict: true, actual: first });
});

test('a writer killed between making its commit and pushing it leaves the branch as it was', async () => {
  await using world = await createGitWorld();
  const one = await open(world, 'one');
  const base = await written(write(one, null, { 'a.json': '0' }));
  await storeCommit(world.folder('one'), {
    parent: base,
    changes: new Map([['a.json', 'never seen']]),
    message: 'Cut off',
    author,
    at,
  });
  expect((await one.read()).files.get('a.json')).toBe('0');
  const next = await written(write(one, base, { 'a.json': '1' }));
  expect((await (await open(world, 'other')).read()).commit).toBe(next);
});

test('paths that could mean something else to git are refused before anything is made', async () => {
  await using world = await createGitWorld();
  const store = await open(world, 'one');
  await expect(write(store, null, { '../out': 'x' })).rejects.toThrow('not a path of the store');
  await expect(write(store, null, { '.git/config': 'x' })).rejects.toThrow('not a path of the store');
  await expect(write(store, null, { 'a\nM 100644 inline b': 'x' })).rejects.toThrow('not a path of the store');
  expect(await store.read()).toEqual({ commit: null, files: new Map() });
});

test('over HTTP the token goes along as a header and nowhere else', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const store = await open(world, 'one', server.url, 's3cret-token');
  const commit = await written(write(store, null, { 'a.json': 'a' }));
  expect(await store.read()).toEqual({ commit, files: new Map([['a.json', 'a']]) });
  const header = `basic ${Buffer.from('x-access-token:s3cret-token').toString('base64')}`;
  expect(new Set(server.authorizations)).toEqual(new Set([header]));
  expect(await world.git(`--git-dir=${world.folder('one')}`, 'config', '--list')).not.toContain('s3cret');
});

test('a write is one request, and so is a look at the tip', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const store = await open(world, 'one', server.url);
  const commit = await written(write(store, null, { 'a.json': 'a', 'deep/b.json': 'b' }));
  const next = await written(write(store, commit, { 'a.json': 'b' }));
  expect(await store.readTip()).toBe(next);
  expect(server.requests).toEqual(['POST git-receive-pack', 'POST git-receive-pack', 'POST git-upload-pack']);
  await world.git('fsck', '--strict', 'state');
  expect(await world.git('show', 'state:a.json', 'state:deep/b.json')).toBe('bb');
});

test('a read is two requests, and brings what came meanwhile and no more history than that', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const other = await open(world, 'other');
  const first = await written(write(other, null, { 'a.json': 'a', 'b.json': 'b'.repeat(5000) }));
  const second = await written(write(other, first, { 'a.json': 'b' }));
  const memory = createObjectMemory();
  const place = { remoteUrl: server.url, branch: 'state', directory: world.folder('one'), memory };
  const store = await openRefStore(place);
  expect((await store.read()).commit).toBe(second);
  const third = await written(write(other, second, { 'a.json': 'c', 'b.json': null, 'c.json': 'c' }));
  const files = new Map([
    ['a.json', 'c'],
    ['c.json', 'c'],
  ]);
  expect(await store.read()).toEqual({ commit: third, files });
  expect(await store.read()).toEqual({ commit: third, files });
  expect(server.requests).toEqual(Array.from({ length: 5 }, () => 'POST git-upload-pack'));
  expect([first, second, third].map((commit) => memory.objects.has(commit))).toEqual([false, true, true]);
  await written(write(store, third, { 'd.json': 'd' }));
});

test('what is too large for the memory comes into the folder, by the same two requests, and is written on as well', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const noise = randomBytes(4_500_000).toString('base64');
  const first = await written(write(await open(world, 'other'), null, { 'a.json': 'a', 'large.txt': noise }));
  const store = await open(world, 'one', server.url);
  expect((await store.read()).files.get('large.txt')).toBe(noise);
  expect(server.requests).toEqual(['POST git-upload-pack', 'POST git-upload-pack']);
  await world.git(`--git-dir=${world.folder('one')}`, 'fsck', '--strict');
  expect(await world.git(`--git-dir=${world.folder('one')}`, 'cat-file', '-t', first)).toContain('commit');
  const second = await written(write(store, first, { 'a.json': 'b' }));
  const again = await store.read();
  expect([again.commit, again.files.get('a.json'), again.files.get('large.txt')]).toEqual([second, 'b', noise]);
});

test('what is too large for the memory is written on again and again, without another look', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const noise = randomBytes(4_500_000).toString('base64');
  const first = await written(write(await open(world, 'other'), null, { 'a.json': 'a', 'large.txt': noise }));
  const store = await open(world, 'one', server.url);
  await store.read();
  const second = await written(write(store, first, { 'a.json': 'b' }));
  const third = await written(write(store, second, { 'b.json': 'c' }));
  const fourth = await written(write(store, third, { 'a.json': null }));
  const { commit, files } = await store.read();
  expect([commit, [...files.keys()]]).toEqual([fourth, ['b.json', 'large.txt']]);
  expect(server.requests.filter((request) => request === 'POST git-receive-pack')).toHaveLength(3);
  await world.git('fsck', '--strict', 'state');
});

test('a write that was not taken as it was sent is made by git, of what was read before', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  await written(write(await open(world, 'other'), null, { 'a.json': 'a', 'deep/b.json': 'b' }));
  const store = await open(world, 'one', server.url);
  const { commit } = await store.read();
  server.faults.push('page');
  const next = await written(write(store, commit, { 'a.json': 'c' }));
  expect(await world.git('show', 'state:a.json', 'state:deep/b.json')).toBe('cb');
  await written(write(store, next, { 'deep/b.json': 'd' }));
  expect(await world.git('show', 'state:a.json', 'state:deep/b.json')).toBe('cd');
});

test('what lies between may answer in its own way: then git itself asks', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const store = await open(world, 'one', server.url);
  server.faults.push('page');
  const commit = await written(write(store, null, { 'a.json': 'a' }));
  expect((await world.git('rev-parse', 'state')).trim()).toBe(commit);
});

test('a write that comes too late is told by whom over HTTP too', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const base = await written(write(await open(world, 'one'), null, { 'a.json': '0' }));
  const late = await open(world, 'late', server.url);
  await late.read();
  const winner = await written(write(await open(world, 'one'), base, { 'a.json': '1' }));
  expect(await write(late, base, { 'a.json': '2' })).toEqual({ conflict: true, actual: winner });
});

test('a push whose answer was lost is found to have landed', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const store = await open(world, 'one', server.url);
  server.faults.push('lose_answer');
  const commit = await written(write(store, null, { 'a.json': 'a' }));
  expect((await world.git('rev-parse', 'state')).trim()).toBe(commit);
});

test('a push whose answer was lost counts even when somebody wrote on top of it', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const one = await open(world, 'one', server.url);
  const other = await open(world, 'other');
  const base = await written(write(one, null, { 'a.json': 'a' }));
  server.faults.push('lose_answer');
  server.afterPush = async () => {
    // The HTTP library sends a request again whose connection broke before a byte of the answer came.
    server.afterPush = () => Promise.resolve();
    const { commit } = await other.read();
    await written(write(other, commit, { 'b.json': 'b' }));
  };
  const commit = await written(write(one, base, { 'a.json': 'mine' }));
  expect((await world.git('rev-parse', 'state~1')).trim()).toBe(commit);
});

test('a refused push is an error that names no secret, and nothing was written', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const store = await open(world, 'one', server.url, 's3cret-token');
  server.faults.push('refuse', 'refuse');
  const error = await write(store, null, { 'a.json': 'a' }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(GitError);
  expect(String(error)).toContain('403');
  expect(String(error)).not.toContain('s3cret');
  expect((await store.read()).commit).toBeNull();
});

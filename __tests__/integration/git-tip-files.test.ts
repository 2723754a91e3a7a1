import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createObjectMemory } from '../../src/git/object-memory.ts';
import { openRefStore } from '../../src/git/ref-store.ts';
import { ensureRepository, fetchTip, findFile, findFileAtTip, type Repository } from '../../src/git/repository.ts';
import { type GitHttpServer, serveGit } from './git-http-server.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';
import { storeCommit } from './store-commit.ts';

const author = { name: 'Ada', email: 'ada@example.org' };
const at = new Date('2026-11-22T12:00:00Z');
/** Does not pack well. */
const noise = randomBytes(200_000).toString('base64');
const upload = 'POST git-upload-pack';

/** A repository with a project and its state, which shares a file with it. */
async function makeRemote(world: GitWorld): Promise<{ readonly main: string }> {
  const shared = ['same.json', '{"same": true}'] as const;
  const files = { 'large.bin': noise, 'settings/orchestrate.yml': 'project: x\n', 'deep/er/backlog.json': '{}' };
  const commit = { parent: null, message: 'Begin', author, at };
  const main = await storeCommit(world.gitDir, { ...commit, changes: new Map([...Object.entries(files), shared]) });
  const state = await storeCommit(world.gitDir, { ...commit, changes: new Map([shared]) });
  await world.git('update-ref', 'refs/heads/main', main);
  await world.git('update-ref', 'refs/heads/state', state);
  return { main };
}

interface Opened {
  readonly repository: Repository;
  readonly state: ReadonlyMap<string, string>;
}

/** As a pass begins: the state is read, and the tip of the project along with it. */
async function open(world: GitWorld, server: GitHttpServer): Promise<Opened> {
  const place = { remoteUrl: server.url, token: 'the-token', directory: world.folder('trees') };
  const memory = createObjectMemory();
  const store = await openRefStore({ ...place, branch: 'state', alongside: ['main'], memory });
  const { files } = await store.read();
  return { repository: { ...place, isShallow: true, memory }, state: files };
}

describe('the tip of a project', () => {
  test('is fetched without its files; each that is read is one request more, once', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await world.git('config', 'uploadpack.allowFilter', 'true');
    const { main } = await makeRemote(world);
    const { repository, state } = await open(world, server);
    expect(state).toEqual(new Map([['same.json', '{"same": true}']]));
    expect(server.requests).toEqual([upload, upload, upload]);
    const { tip, file } = await findFileAtTip(repository, 'main', 'settings/orchestrate.yml');
    expect({ tip, text: await file?.read(), again: await file?.read() }).toEqual({
      tip: main,
      text: 'project: x\n',
      again: 'project: x\n',
    });
    expect(server.requests).toHaveLength(4);
    expect(server.traffic.sent).toBeLessThan(5000);
  });

  test('tells what a file is without its being fetched', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await world.git('config', 'uploadpack.allowFilter', 'true');
    const { main } = await makeRemote(world);
    const { repository } = await open(world, server);
    const found = await findFile(repository, main, 'deep/er/backlog.json');
    expect(found?.sha).toBe((await world.git('rev-parse', `${main}:deep/er/backlog.json`)).trim());
    const others = ['deep', 'deep/none.json', 'same.json/x', 'none'];
    expect(await Promise.all(others.map((path) => findFile(repository, main, path)))).toEqual([null, null, null, null]);
    expect(server.requests).toHaveLength(3);
    // It came with the state, too.
    expect(await (await findFile(repository, main, 'same.json'))?.read()).toBe('{"same": true}');
    expect(server.requests).toHaveLength(3);
  });

  test('is fetched in the same way where there is no state to be read', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await world.git('config', 'uploadpack.allowFilter', 'true');
    const { main } = await makeRemote(world);
    const place = { remoteUrl: server.url, token: 'the-token', directory: world.folder('trees'), isShallow: true };
    const repository = { ...place, memory: createObjectMemory() };
    await ensureRepository(repository);
    await fetchTip(repository, 'main');
    const { tip, file } = await findFileAtTip(repository, 'main', 'settings/orchestrate.yml');
    expect({ tip, text: await file?.read() }).toEqual({ tip: main, text: 'project: x\n' });
    expect(server.requests).toEqual([upload, upload, upload]);
    await fetchTip(repository, 'none');
    expect(await findFileAtTip(repository, 'none', 'settings/orchestrate.yml')).toEqual({ tip: null, file: null });
  });

  test.each(['without memory', 'by git itself'])('is there whole %s', async (how) => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    const { main } = await makeRemote(world);
    const place = { remoteUrl: server.url, token: 'the-token', directory: world.folder('trees'), isShallow: true };
    const repository = how === 'without memory' ? place : { ...place, memory: createObjectMemory() };
    await ensureRepository(repository);
    server.pages = how === 'without memory' ? 0 : 2;
    await fetchTip(repository, 'main');
    const { tip, file } = await findFileAtTip(repository, 'main', 'large.bin');
    expect({ tip, text: await file?.read() }).toEqual({ tip: main, text: noise });
  });

  test('comes whole when the state comes to stand there, too', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await world.git('config', 'uploadpack.allowFilter', 'true');
    const { main } = await makeRemote(world);
    const place = { remoteUrl: server.url, branch: 'state', directory: world.folder('trees'), alongside: ['main'] };
    const store = await openRefStore({ ...place, memory: createObjectMemory() });
    await store.read();
    await world.git('update-ref', 'refs/heads/state', main);
    const { commit, files } = await store.read();
    expect({ commit, paths: [...files.keys()] }).toEqual({
      commit: main,
      paths: ['deep/er/backlog.json', 'large.bin', 'same.json', 'settings/orchestrate.yml'],
    });
  });

  test('comes whole from a remote that cannot leave files out', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await makeRemote(world);
    const { repository, state } = await open(world, server);
    expect(state.size).toBe(1);
    const { file } = await findFileAtTip(repository, 'main', 'large.bin');
    expect(await file?.read()).toBe(noise);
    expect(server.requests.filter((request) => request === upload)).toHaveLength(4);
  });

  test('holds another repository’s commit, which is no file', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await world.git('config', 'uploadpack.allowFilter', 'true');
    await makeRemote(world);
    await world.git('read-tree', 'main');
    await world.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`);
    const tree = (await world.git('write-tree')).trim();
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    const main = (await world.git(...who, 'commit-tree', '-m', 'Add a submodule', tree)).trim();
    await world.git('update-ref', 'refs/heads/main', main);
    const { repository } = await open(world, server);
    expect(await findFile(repository, main, 'sub')).toBeNull();
    expect(await findFile(repository, main, 'large.bin')).not.toBeNull();
  });

  test('has its files fetched with all others where one alone is not answered', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await world.git('config', 'uploadpack.allowFilter', 'true');
    const { main } = await makeRemote(world);
    const { repository } = await open(world, server);
    const file = await findFile(repository, main, 'large.bin');
    server.pages = 1;
    expect(await file?.read()).toBe(noise);
    expect(server.requests).toEqual([upload, upload, upload, upload, upload]);
  });

  test('that is gone by then, with the file, is an error that names both', async () => {
    await using world = await createGitWorld();
    await using server = await serveGit(world.directory);
    await world.git('config', 'uploadpack.allowFilter', 'true');
    const { main } = await makeRemote(world);
    const { repository } = await open(world, server);
    const file = await findFile(repository, main, 'large.bin');
    await world.git('update-ref', '-d', 'refs/heads/main');
    await world.git('reflog', 'expire', '--expire=now', '--all');
    await world.git('gc', '--quiet', '--prune=now');
    await expect(file?.read()).rejects.toThrow(`${main} is gone from the repository, and ${file?.sha} with it`);
  });
});

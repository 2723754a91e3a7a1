import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { runGit } from '../../src/git/git.ts';
import { isAncestor } from '../../src/git/is-ancestor.ts';
import { pushRef } from '../../src/git/push.ts';
import { ensureRepository, fetchInto, hasCommit, type Repository, readTip } from '../../src/git/repository.ts';
import { type GitHttpServer, serveGit } from './git-http-server.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';
import { storeCommit } from './store-commit.ts';

const upload = 'POST git-upload-pack';
/** Does not pack well. */
const noise = randomBytes(60_000).toString('base64');

async function commitTo(
  world: GitWorld,
  parent: string | null,
  path: string,
  text: string,
  branch = 'main',
): Promise<string> {
  const author = { name: 'Ada', email: 'ada@example.org' };
  const at = new Date('2026-11-22T12:00:00Z');
  const commit = await storeCommit(world.gitDir, {
    parent,
    changes: new Map([[path, text]]),
    message: `Add ${path}`,
    author,
    at,
  });
  await world.git('update-ref', `refs/heads/${branch}`, commit);
  return commit;
}

async function repositoryOf(world: GitWorld, server: GitHttpServer, isShallow = false): Promise<Repository> {
  const directory = world.folder(isShallow ? 'trees' : 'history');
  const repository = { directory, remoteUrl: server.url, token: 'the-token', isShallow };
  await ensureRepository(repository);
  return repository;
}

test('a branch comes with its history by two requests, and what is new on it later without what is there', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const first = await commitTo(world, null, 'large.txt', noise);
  const second = await commitTo(world, first, 'a.txt', 'a');
  const repository = await repositoryOf(world, server);
  expect(await fetchInto(repository, { branches: ['main'], commits: [first] })).toBe(true);
  expect(await readTip(repository, 'main')).toBe(second);
  expect(await isAncestor(first, second, { gitDir: repository.directory })).toBe(true);
  expect(server.requests).toEqual([upload, upload]);

  const third = await commitTo(world, second, 'b.txt', 'b');
  const before = server.traffic.sent;
  expect(await fetchInto(repository, { branches: ['main'] })).toBe(true);
  expect(await readTip(repository, 'main')).toBe(third);
  expect(server.traffic.sent - before).toBeLessThan(2000);
  await runGit(['fsck', '--strict'], { gitDir: repository.directory });

  const asked = server.requests.length;
  expect(await fetchInto(repository, { commits: [second, third] })).toBe(true);
  expect(server.requests.slice(asked)).toEqual([]);
});

test('what is fetched twice at the same moment is there once, for both', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const tip = await commitTo(world, null, 'a.txt', 'a');
  const repository = await repositoryOf(world, server);
  const fetches = Array.from({ length: 6 }, () => fetchInto(repository, { branches: ['main'], commits: [tip] }));
  expect(await Promise.all(fetches)).toEqual(fetches.map(() => true));
  expect(await readTip(repository, 'main')).toBe(tip);
  await runGit(['fsck', '--strict'], { gitDir: repository.directory });
});

test('the trees alone come without what was before them', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const first = await commitTo(world, null, 'a.txt', 'a');
  const second = await commitTo(world, first, 'b.txt', 'b');
  const third = await commitTo(world, second, 'c.txt', 'c');
  const repository = await repositoryOf(world, server, true);
  expect(await fetchInto(repository, { commits: [third] })).toBe(true);
  expect(await fetchInto(repository, { commits: [first] })).toBe(true);
  expect([await hasCommit(repository, first), await hasCommit(repository, second)]).toEqual([true, false]);
  await runGit(['fsck', '--strict'], { gitDir: repository.directory });
});

test('what is not there (any more) is no error, whether branch or commit', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  await commitTo(world, null, 'a.txt', 'a');
  const repository = await repositoryOf(world, server);
  expect(await fetchInto(repository, { branches: ['main', 'none'] })).toBe(false);
  expect(await fetchInto(repository, { branches: ['main'], commits: ['1'.repeat(40)] })).toBe(false);
  expect(await fetchInto(repository, { branches: ['main'] })).toBe(true);
});

test.each([
  ['by a plain request', (_world: GitWorld, server: GitHttpServer) => server.url],
  ['by git itself, as where it is too much for that', (world: GitWorld) => world.url],
])('a push is one request, without what the remote is known to have: fetched %s', async (_how, remoteOf) => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  const first = await commitTo(world, null, 'large.txt', noise);
  const repository = { ...(await repositoryOf(world, server)), remoteUrl: remoteOf(world, server) };
  await fetchInto(repository, { branches: ['main'] });
  const head = await storeCommit(repository.directory, {
    parent: first,
    changes: new Map([['b.txt', 'b']]),
    message: 'Add b.txt',
    author: { name: 'Ada', email: 'ada@example.org' },
    at: new Date('2026-11-22T12:00:00Z'),
  });
  server.requests.splice(0);
  const place = { repository: repository.directory, remoteUrl: server.url, token: 'the-token' };
  const ref = 'refs/heads/story';
  expect(await pushRef({ ...place, head, ref, expected: null })).toEqual({ kind: 'pushed' });
  expect(server.requests).toEqual(['POST git-receive-pack']);
  expect(server.traffic.received).toBeLessThan(3000);
  expect((await world.git('rev-parse', 'story')).trim()).toBe(head);
});

test('what cannot be packed here git itself is asked to push, which says why it cannot', async () => {
  await using world = await createGitWorld();
  await using server = await serveGit(world.directory);
  await commitTo(world, null, 'a.txt', 'a');
  const { directory } = await repositoryOf(world, server);
  const push = { repository: directory, remoteUrl: server.url, token: 'the-token', ref: 'refs/heads/story' };
  const failing = pushRef({ ...push, head: '1'.repeat(40), expected: null });
  await expect(failing).rejects.toMatchObject({ command: expect.stringMatching(/^push /) });
});

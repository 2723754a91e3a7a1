import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { askBackend, type BackendAnswer } from '../../sandbox/github/git/http-backend.ts';
import { packet } from '../../sandbox/github/git/packet-lines.ts';
import { git } from '../../sandbox/github/git/process.ts';
import { openRepository, type Repository } from '../../sandbox/github/git/repository.ts';
import { type AnswerSmartly, createSmartHttp, type SmartRequest } from '../../sandbox/github/git/transport-answers.ts';
import { openWorld, runGit } from './sandbox-github-world.ts';

const backend = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend');
const signature = { name: 'Tester', email: 'tester@example.com', date: '2026-01-01T00:00:00Z' };
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

interface Bench extends AsyncDisposable {
  readonly repository: Repository;
  readonly answer: AnswerSmartly;
  /** How often git's own program was asked through `answer`. */
  asked(): number;
  commit(message: string): string;
  git(...args: readonly string[]): Promise<string>;
}

async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-transport-'));
  const [log, program] = [join(folder, 'asked'), join(folder, 'counting-backend')];
  writeFileSync(program, `#!/bin/sh\necho asked >> '${log}'\nexec '${backend}'\n`);
  chmodSync(program, 0o755);
  const repository = await openRepository(join(folder, 'repo.git'), 'main');
  const who = { GIT_COMMITTER_NAME: signature.name, GIT_COMMITTER_EMAIL: signature.email };
  return {
    repository,
    answer: createSmartHttp(repository, program),
    asked: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0),
    commit: (message) =>
      repository.writeCommit({ tree: emptyTree, parents: [], author: signature, committer: signature, message }),
    git: (...args) => git(repository.directory, args, { env: who }),
    [Symbol.asyncDispose]: async () => {
      repository.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function advertisement(service: string, headers: SmartRequest['headers'] = {}): SmartRequest {
  const query = `service=git-${service}`;
  return { method: 'GET', path: '/repo.git/info/refs', query, headers, user: 'ann', body: Buffer.alloc(0) };
}

function call(service: string, body: string): SmartRequest {
  const headers = { 'git-protocol': 'version=2', 'content-type': `application/x-git-${service}-request` };
  return { method: 'POST', path: `/repo.git/git-${service}`, query: '', headers, user: 'ann', body: Buffer.from(body) };
}

function lsRefs(...options: readonly string[]): SmartRequest {
  const capabilities = [packet('agent=git/2.39.5\n'), packet('object-format=sha1')];
  const wishes = options.length === 0 ? '' : `0001${options.map((option) => packet(`${option}\n`)).join('')}`;
  return call('upload-pack', `${packet('command=ls-refs\n')}${capabilities.join('')}${wishes}0000`);
}

function askGit(directory: string, request: SmartRequest): Promise<BackendAnswer> {
  return askBackend({ ...request, program: backend, projectRoot: dirname(directory), env: {} });
}

function readable(answer: BackendAnswer): object {
  return { ...answer, body: answer.body.toString('latin1') };
}

const repositories: readonly (readonly [string, (bench: Bench) => Promise<unknown>])[] = [
  ['an empty repository', async () => undefined],
  [
    'many refs, of people and of pull requests, in an order of their own',
    async ({ repository, commit }) => {
      const names = ['a-b', 'a/b', 'a/b-c', 'a0', 'A', 'main', 'grün', '\u{ff5e}', '\u{1f600}'];
      const many = Array.from({ length: 40 }, (_, index) => `story/${index}`);
      const heads = [...names, ...many].map((name) => `refs/heads/${name}`);
      const pulls = many.flatMap((_, index) => [`refs/pull/${index}/head`, `refs/pull/${index}/merge`]);
      await repository.updateRefs(
        [...heads, ...pulls].map((ref) => ({ ref, before: null, after: commit(`work on ${ref}`) })),
      );
    },
  ],
  [
    'tags with and without a message, and a tag of a tag',
    async ({ git, commit }) => {
      await git('update-ref', 'refs/heads/main', commit('first'));
      await git('tag', 'light', 'main');
      await git('tag', '-a', '-m', 'noted', 'noted', 'main');
      await git('tag', '-a', '-m', 'nested', 'nested', 'noted');
      await git('update-ref', 'refs/notes/tagged', 'refs/tags/noted');
    },
  ],
  [
    'packed refs, some moved and some deleted since',
    async ({ git, commit }) => {
      for (const name of ['main', 'moved', 'deleted', 'deep/one', 'deep/two']) {
        await git('update-ref', `refs/heads/${name}`, commit(name));
      }
      await git('tag', '-a', '-m', 'noted', 'noted', 'main');
      await git('pack-refs', '--all');
      await git('update-ref', 'refs/heads/moved', commit('moved on'));
      await git('update-ref', '-d', 'refs/heads/deleted');
      await git('update-ref', '-d', 'refs/heads/deep/one');
    },
  ],
  [
    'symbolic refs to a branch, to another of them and to nothing, and a ref being written',
    async ({ repository, git, commit }) => {
      await git('update-ref', 'refs/heads/main', commit('first'));
      await git('symbolic-ref', 'refs/heads/alias', 'refs/heads/main');
      await git('symbolic-ref', 'refs/heads/again', 'refs/heads/alias');
      await git('symbolic-ref', 'refs/heads/dangling', 'refs/heads/nothing');
      writeFileSync(join(repository.directory, 'refs/heads/topic.lock'), '');
    },
  ],
  [
    'a detached HEAD',
    async ({ git, commit }) => {
      await git('update-ref', 'refs/heads/main', commit('first'));
      await git('update-ref', '--no-deref', 'HEAD', commit('second'));
    },
  ],
  [
    'a HEAD whose branch is not born',
    async ({ git, commit }) => git('update-ref', 'refs/heads/topic', commit('first')),
  ],
];

test.each(repositories)('lists refs to the byte as git does, without asking it: %s', async (_title, fill) => {
  await using bench = await openBench();
  await fill(bench);
  const requests = [
    lsRefs(),
    lsRefs('peel', 'symrefs', 'unborn'),
    lsRefs('peel', 'symrefs', 'unborn', 'ref-prefix refs/heads/', 'ref-prefix refs/tags/', 'ref-prefix HEAD'),
    lsRefs('symrefs', 'ref-prefix refs/heads/a', 'ref-prefix refs/pull/3/'),
    lsRefs('unborn', 'ref-prefix HEAD'),
    lsRefs('peel', 'ref-prefix refs/heads/deep/two', 'ref-prefix refs/tags/noted'),
    lsRefs('peel', 'ref-prefix refs/nowhere/'),
  ];
  for (const request of requests) {
    const answer = await bench.answer(request, {});
    expect(readable(answer)).toEqual(readable(await askGit(bench.repository.directory, request)));
  }
  expect(bench.asked()).toBe(0);
});

test.each(repositories)(
  'offers a push to the byte what git does, asking once by protocol: %s',
  async (_title, fill) => {
    await using bench = await openBench();
    const requests = [advertisement('receive-pack'), advertisement('receive-pack', { 'git-protocol': 'version=2' })];
    for (const request of requests) await bench.answer(request, {});
    await fill(bench);
    for (const request of requests) {
      const answer = await bench.answer(request, {});
      expect(readable(answer)).toEqual(readable(await askGit(bench.repository.directory, request)));
    }
    expect(bench.asked()).toBe(requests.length);
  },
);

test('offers a fetch what git does, asking it once', async () => {
  await using bench = await openBench();
  const request = advertisement('upload-pack', { 'git-protocol': 'version=2' });
  const expected = readable(await askGit(bench.repository.directory, request));
  expect(readable(await bench.answer(request, {}))).toEqual(expected);
  await bench.git('update-ref', 'refs/heads/main', bench.commit('first'));
  expect(readable(await bench.answer(request, {}))).toEqual(expected);
  expect(bench.asked()).toBe(1);
});

test.each([
  ['protocol v0', () => advertisement('upload-pack')],
  ['protocol v1', () => advertisement('upload-pack', { 'git-protocol': 'version=1' })],
  ['a push by protocol v1', () => advertisement('receive-pack', { 'git-protocol': 'version=1' })],
  ['a service there is not', () => advertisement('steal-pack')],
  ['the dumb protocol', () => ({ ...advertisement('upload-pack'), query: '' })],
  ['a body of another type', () => ({ ...call('upload-pack', '0000'), headers: { 'content-type': 'text/plain' } })],
])('leaves %s to git', async (_title, request) => {
  await using bench = await openBench();
  await bench.git('update-ref', 'refs/heads/main', bench.commit('first'));
  const asked = request();
  const first = await bench.answer(asked, {});
  expect(readable(await bench.answer(asked, {}))).toEqual(readable(first));
  expect(readable(first)).toEqual(readable(await askGit(bench.repository.directory, asked)));
  expect(bench.asked()).toBe(2);
});

test.each([
  ['an option of another git', packet('command=ls-refs\n').concat('0001', packet('new-option\n'), '0000')],
  ['another command', packet('command=object-info\n').concat('0001', packet('size\n'), '0000')],
  ['a list that is cut off', packet('command=ls-refs\n').concat('0001', packet('peel\n'))],
  ['no packets at all', 'hello'],
])('lets git itself answer %s', async (_title, body) => {
  await using bench = await openBench();
  await bench.git('update-ref', 'refs/heads/main', bench.commit('first'));
  const request = call('upload-pack', body);
  const answer = await bench.answer(request, {});
  expect(readable(answer)).toEqual(readable(await askGit(bench.repository.directory, request)));
});

test('a fetch and a push see what pushes and merges have just moved', async () => {
  await using world = await openWorld();
  const directory = join(world.directory, 'repo.git');
  const folder = world.temporary();
  const remote = world.github.cloneUrl.replace('://', `://x-access-token:${world.tokens.app}@`);
  const headers = { authorization: `token ${world.tokens.app}`, 'git-protocol': 'version=2' };
  const expectAgreement = async (): Promise<void> => {
    for (const request of [lsRefs('peel', 'symrefs', 'unborn'), advertisement('receive-pack', headers)]) {
      const url = `${world.github.cloneUrl}${request.path.replace('/repo.git', '')}?${request.query}`;
      const answer = await fetch(url, {
        method: request.method,
        headers: { ...(request.headers as Record<string, string>), ...headers },
        ...(request.method === 'POST' ? { body: request.body.toString() } : {}),
      });
      expect(await answer.text()).toBe((await askGit(directory, request)).body.toString());
    }
  };
  await expectAgreement();
  await runGit(folder, 'clone', '-q', remote, '.');
  await runGit(folder, 'commit', '-q', '--allow-empty', '-m', 'more');
  expect((await runGit(folder, 'push', '-q', 'origin', 'HEAD:refs/heads/topic')).exitCode).toBe(0);
  await expectAgreement();
  const { number } = await world.pull('feature');
  await expectAgreement();
  expect((await world.call('PUT', `/repos/acme/lib/pulls/${number}/merge`)).status).toBe(200);
  await expectAgreement();
  expect((await runGit(folder, 'push', '-q', 'origin', ':refs/heads/topic')).exitCode).toBe(0);
  await expectAgreement();
  expect((await runGit(folder, 'ls-remote', 'origin', 'refs/heads/topic')).output).toBe('');
});

test('a clone brings every object, and a push every object back', async () => {
  await using world = await openWorld();
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${index}.txt`, `file ${index}\n`]));
  await world.branch('main', files);
  const folder = world.temporary();
  const remote = world.github.cloneUrl.replace('://', `://x-access-token:${world.tokens.app}@`);
  expect(await runGit(folder, 'clone', '-q', remote, '.')).toEqual({ exitCode: 0, output: '' });
  expect((await runGit(folder, 'fsck', '--strict', '--full')).exitCode).toBe(0);
  await runGit(folder, 'checkout', '-q', '--orphan', 'other');
  for (const name of Object.keys(files)) writeFileSync(join(folder, name), `other ${name}\n`);
  await runGit(folder, 'add', '.');
  await runGit(folder, 'commit', '-q', '-m', 'others');
  expect((await runGit(folder, 'push', '-q', 'origin', 'other')).exitCode).toBe(0);
  const checked = await git(join(world.directory, 'repo.git'), ['fsck', '--strict', '--full', '--connectivity-only']);
  expect(checked).not.toContain('missing');
});

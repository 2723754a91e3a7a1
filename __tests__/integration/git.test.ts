import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { runGit, runGitBytes } from '../../src/git/git.ts';
import { GitError } from '../../src/git/git-error.ts';
import { runProcess } from '../../src/git/run-process.ts';
import { createGitWorld } from './git-world.ts';

async function failure(work: Promise<unknown>): Promise<GitError> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(GitError);
  return error as GitError;
}

test('output comes back unaltered, as text and as bytes', async () => {
  await using world = await createGitWorld();
  const text = 'first\n\nlast\n';
  const blob = (await runGit(['hash-object', '-w', '--stdin'], { gitDir: world.gitDir, input: text })).stdout.trim();
  expect((await runGit(['cat-file', 'blob', blob], { gitDir: world.gitDir })).stdout).toBe(text);
  const bytes = Buffer.from([0, 255, 10, 13, 128]);
  const raw = (await runGit(['hash-object', '-w', '--stdin'], { gitDir: world.gitDir, input: bytes })).stdout.trim();
  expect((await runGitBytes(['cat-file', 'blob', raw], { gitDir: world.gitDir })).stdout).toEqual(bytes);
});

test('configuration of this machine and variables of the caller do not reach git', async () => {
  await using world = await createGitWorld();
  process.env['GIT_AUTHOR_NAME'] = 'somebody';
  process.env['GIT_DIR'] = '/nowhere';
  try {
    const { stdout } = await runGit(['var', 'GIT_AUTHOR_IDENT'], {
      gitDir: world.gitDir,
      env: { GIT_AUTHOR_EMAIL: 'a@example.org' },
      config: { 'user.name': 'from config' },
    });
    expect(stdout).toMatch(/^from config <a@example.org>/);
    expect((await runGit(['config', '--list', '--show-scope'], { gitDir: world.gitDir })).stdout).not.toMatch(
      /^(system|global)/m,
    );
  } finally {
    delete process.env['GIT_AUTHOR_NAME'];
    delete process.env['GIT_DIR'];
  }
});

test('an exit code that is an answer is no error, any other is', async () => {
  await using world = await createGitWorld();
  const options = { gitDir: world.gitDir };
  expect((await runGit(['rev-parse', '--verify', '--quiet', 'nothing'], { ...options, accept: [1] })).exitCode).toBe(1);
  const error = await failure(runGit(['rev-parse', '--verify', '--quiet', 'nothing'], options));
  expect(error).toMatchObject({ exitCode: 1, command: 'rev-parse --verify --quiet nothing' });
});

test('an error says what git said, without the token and without credentials in addresses', async () => {
  const credential = { url: 'http://127.0.0.1:1/x.git', token: 's3cret-token' };
  const error = await failure(runGit(['ls-remote', 'http://me:s3cret-token@127.0.0.1:1/x.git'], { credential }));
  expect(error.message).toContain('127.0.0.1');
  expect(error.message).toContain('exited with 128');
  expect(`${error.message}${error.command}${error.stderr}`).not.toContain('s3cret');
});

test('a command that says too much is ended and says so', async () => {
  await using world = await createGitWorld();
  const input = 'x'.repeat(5000);
  const blob = (await runGit(['hash-object', '-w', '--stdin'], { gitDir: world.gitDir, input })).stdout.trim();
  const loud = await failure(runGit(['cat-file', 'blob', blob], { gitDir: world.gitDir, maxBytes: 1000 }));
  expect(loud.stderr).toContain('wrote more than allowed');
});

test('a program that complains without an end is ended as well', async () => {
  const complain = 'setInterval(() => process.stderr.write("no ".repeat(1000)), 1)';
  const request = { command: process.execPath, args: ['-e', complain], env: {}, maxBytes: 10_000, timeoutSeconds: 60 };
  const { trouble, stderr } = await runProcess(request);
  expect(trouble).toBe('wrote more than allowed');
  expect(stderr.length).toBeLessThanOrEqual(10_000);
});

test('a program that is not there, or that reads nothing of what it is given, is told apart from an answer', async () => {
  const request = { args: [], env: { PATH: '/nowhere' }, maxBytes: 1000, timeoutSeconds: 5 };
  expect((await runProcess({ ...request, command: 'git' })).trouble).toContain('ENOENT');
  const input = Buffer.alloc(5_000_000);
  expect(await runProcess({ ...request, command: process.execPath, args: ['-e', ''], input })).toMatchObject({
    exitCode: 0,
    trouble: null,
  });
});

test('a server that never answers is given up after the time allowed', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const stuck = await failure(runGit(['ls-remote', `http://127.0.0.1:${port}/x.git`], { timeoutSeconds: 0.3 }));
  expect(stuck.stderr).toContain('timed out');
  for (const socket of sockets) {
    socket.destroy();
  }
  silent.close();
});

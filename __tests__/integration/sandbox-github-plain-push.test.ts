import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flush, packet } from '../../sandbox/github/git/packet-lines.ts';
import { takePlainPush } from '../../sandbox/github/git/plain-push.ts';
import { hermeticEnvironment } from '../../sandbox/github/git/process.ts';
import { openRepository, type Repository } from '../../sandbox/github/git/repository.ts';

const zero = '0'.repeat(40);
const branch = 'refs/heads/main';
const guard = { noForce: [branch], mayChangeWorkflows: false, defaultTip: zero };
const who = {
  ...hermeticEnvironment,
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
};

let folder: string;
let repository: Repository;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plain-push-'));
  repository = await openRepository(join(folder, 'repo.git'), 'main');
  git('init', '--quiet', '--initial-branch=main', '.');
  commit('first', { 'README.md': 'Hello\n', '.github/workflows/ci.yml': 'on: push\n', 'src/a.js': 'a\n' });
  git('push', '--quiet', repository.directory, 'main');
});
afterEach(() => {
  repository.close();
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    env: who,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

function commit(message: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    execFileSync('mkdir', ['-p', join(folder, path, '..')]);
    writeFileSync(join(folder, path), text);
    git('add', path);
  }
  git('commit', '--quiet', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD');
}

/** The request of a push, with whole objects unless told. */
function pushOf(
  after: string,
  {
    before = tip(),
    ref = branch,
    words = 'report-status side-band-64k agent=git/x',
    revs = `${after}\n^${before}\n`,
    options = ['--window=0'],
  }: Partial<Record<'before' | 'ref' | 'words' | 'revs', string>> & { readonly options?: readonly string[] } = {},
): Buffer {
  const args = ['pack-objects', '--quiet', '--revs', '--stdout', ...options];
  const pack = execFileSync('git', args, { cwd: folder, env: who, input: revs, stdio: ['pipe', 'pipe', 'pipe'] });
  return Buffer.concat([Buffer.from(`${packet(`${before} ${after} ${ref}\0 ${words}`)}${flush}`), pack]);
}

function tip(): string {
  return readFileSync(join(repository.directory, branch), 'utf8').trim();
}

describe('a push that moves a branch on by a commit of few objects', () => {
  it('is taken as git would take it, and reported in its words', async () => {
    const after = commit('second', { 'src/b.js': 'b\n', 'README.md': 'Hello again\n' });
    const answer = await takePlainPush(repository, pushOf(after), guard);
    expect(answer?.body.toString('latin1')).toContain(`unpack ok\n${packet(`ok ${branch}\n`)}`);
    expect(tip()).toBe(after);
    expect(await repository.run(['fsck', '--full', '--strict'])).toBe('');
    expect(await repository.run(['diff-tree', '-r', '--name-only', `${after}~1`, after])).toBe('README.md\nsrc/b.js\n');
    git('fetch', '--quiet', repository.directory, 'main');
    expect(git('rev-parse', 'FETCH_HEAD^{tree}')).toBe(git('rev-parse', 'HEAD^{tree}'));
  });

  it('may change workflows where its token may', async () => {
    const after = commit('workflow', { '.github/workflows/ci.yml': 'on: [push, pull_request]\n' });
    expect(await takePlainPush(repository, pushOf(after), { ...guard, mayChangeWorkflows: true })).not.toBeNull();
    expect(tip()).toBe(after);
  });
});

it('leaves nothing behind that holds up the next one where it broke off, as by a kill', async () => {
  const body = pushOf(commit('x', { a: 'something of its own\n' }));
  const blob = git('rev-parse', 'HEAD:a');
  // Where the object's folder is to be there is a file: it cannot be written.
  const folderOfBlob = join(repository.directory, 'objects', blob.slice(0, 2));
  writeFileSync(folderOfBlob, '');
  const before = tip();
  await expect(takePlainPush(repository, body, guard)).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(tip()).toBe(before);
  rmSync(folderOfBlob);
  expect(await takePlainPush(repository, body, guard)).not.toBeNull();
  expect(tip()).toBe(git('rev-parse', 'HEAD'));
});

describe('left to git, with nothing done, is', () => {
  const cases: readonly [string, () => Buffer][] = [
    ['a new branch', () => pushOf(commit('x', { a: '1' }), { before: zero, ref: 'refs/heads/new', revs: 'HEAD\n' })],
    ['the end of a branch', () => pushOf(zero, { revs: '\n' })],
    [
      'two commits at once',
      () => {
        commit('x', { a: '1' });
        return pushOf(commit('y', { a: '2' }));
      },
    ],
    [
      'a commit that is not on top of the tip',
      () => {
        const before = tip();
        git('commit', '--quiet', '--amend', '-m', 'rewritten');
        return pushOf(git('rev-parse', 'HEAD'), { revs: 'HEAD\n', before });
      },
    ],
    [
      'a tip that is another by now',
      () => {
        const body = pushOf(commit('x', { a: '1' }));
        git('push', '--quiet', repository.directory, 'HEAD:main');
        return body;
      },
    ],
    ['a changed workflow', () => pushOf(commit('x', { '.github/workflows/ci.yml': 'on: issue_comment\n' }))],
    ['a new workflow', () => pushOf(commit('x', { '.github/workflows/evil.yml': 'on: push\n' }))],
    ['a pack without all that its trees name', () => pushOf(commit('x', { a: '1' }), { revs: 'HEAD\n^HEAD:\n' })],
    [
      'a pack of deltas',
      () => {
        commit('long', { 'long.txt': 'line\n'.repeat(500) });
        git('push', '--quiet', repository.directory, 'HEAD:main');
        const after = commit('longer', { 'long.txt': `${'line\n'.repeat(500)}one more\n` });
        return pushOf(after, { options: ['--thin', '--delta-base-offset'] });
      },
    ],
    [
      'a pack that was spoilt on its way',
      () => {
        const body = pushOf(commit('x', { a: '1' }));
        body.writeUInt8(body.readUInt8(body.length - 30) ^ 1, body.length - 30);
        return body;
      },
    ],
    ['a pack that was cut off', () => pushOf(commit('x', { a: '1' })).subarray(0, -25)],
    ['a client that wants no report', () => pushOf(commit('x', { a: '1' }), { words: 'side-band-64k' })],
    ['a client of another band', () => pushOf(commit('x', { a: '1' }), { words: 'report-status' })],
    ['no push', () => Buffer.from('0000')],
    ['nothing', () => Buffer.alloc(0)],
  ];

  it.each(cases)('%s', async (_, prepare) => {
    const body = prepare();
    const before = tip();
    const objects = await repository.run(['count-objects']);
    expect(await takePlainPush(repository, body, guard)).toBeNull();
    expect(tip()).toBe(before);
    expect(await repository.run(['count-objects'])).toBe(objects);
  });

  it('a branch that somebody else moves right now', async () => {
    const body = pushOf(commit('x', { a: '1' }));
    const lock = join(repository.directory, `${branch}.lock`);
    writeFileSync(lock, '');
    expect(await takePlainPush(repository, body, guard)).toBeNull();
    rmSync(lock);
    expect(await takePlainPush(repository, body, guard)).not.toBeNull();
  });
});

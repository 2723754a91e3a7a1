import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerFirstFetch, createFirstFetch, parseFirstFetch } from '../../sandbox/github/git/first-fetch.ts';
import { delimiter, flush, packet, parsePackets } from '../../sandbox/github/git/packet-lines.ts';
import { hermeticEnvironment } from '../../sandbox/github/git/process.ts';
import { openRepository, type Repository } from '../../sandbox/github/git/repository.ts';
import { runService } from '../../sandbox/github/git/service-process.ts';

const env = {
  ...hermeticEnvironment,
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
};

let folder: string;
let repository: Repository;
let answerFirstFetch: AnswerFirstFetch;
let main: string;
let state: string;
let merged: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-fetch-'));
  repository = await openRepository(join(folder, 'repo.git'), 'main');
  answerFirstFetch = createFirstFetch(repository);
  git('init', '--quiet', '--initial-branch=main', '.');
  commit({ 'README.md': 'Hello\n', 'src/a.js': 'a\n' });
  main = commit({ 'src/long.js': 'x();\n'.repeat(40_000), 'src/deep/er/b.js': 'b\n', empty: '' });
  git('checkout', '--quiet', '--orphan', 'state');
  state = commit({ 'store.json': '{}\n' });
  git('checkout', '--quiet', '-b', 'side', 'main~1');
  commit({ 'side.txt': 'side\n' });
  git('merge', '--quiet', '-m', 'Merge', 'main');
  merged = git('rev-parse', 'HEAD');
  git('push', '--quiet', repository.directory, 'main', 'state', 'side');
});
afterAll(() => {
  repository.close();
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function commit(files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    git('add', path);
  }
  git('commit', '--quiet', '-m', 'A commit');
  return git('rev-parse', 'HEAD');
}

function fetchOf(...options: readonly string[]): Buffer {
  const lines = options.map((option) => packet(`${option}\n`)).join('');
  return Buffer.from(`${packet('command=fetch\n')}${packet('agent=git/x\n')}${delimiter}${lines}${flush}`);
}

const alone = ['thin-pack', 'ofs-delta', 'no-progress', 'deepen 1'] as const;

interface Fetched {
  readonly shallow: readonly string[];
  /** Name, type and size of every object, in the order of their names. */
  readonly objects: string;
}

/** What a client has of an answer, by git's own reading. */
function readFetched(answer: Buffer, isBare: boolean): Fetched {
  const start = answer.indexOf(packet('packfile\n'));
  const told = parsePackets(Buffer.concat([answer.subarray(0, start), Buffer.from(flush)])) ?? [];
  const client = mkdtempSync(join(folder, 'client-'));
  const run = (args: readonly string[], input: Buffer = Buffer.alloc(0)): string =>
    execFileSync('git', args, { cwd: client, env, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  run(['init', '--quiet', '--bare']);
  const shallow = told
    .flatMap((one) => (one.kind === 'line' ? (/^shallow (.*)$/.exec(one.text)?.[1] ?? []) : []))
    .sort();
  writeFileSync(join(client, 'shallow'), shallow.map((sha) => `${sha}\n`).join(''));
  // What was left out would be missing to its strict eye.
  run(
    ['index-pack', '--stdin', ...(isBare ? [] : ['--strict'])],
    packIn(answer.subarray(start + packet('packfile\n').length)),
  );
  return { shallow, objects: run(['cat-file', '--batch-all-objects', '--batch-check']) };
}

function packIn(bands: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; bands.toString('latin1', at, at + 4) !== flush; ) {
    const length = Number.parseInt(bands.toString('latin1', at, at + 4), 16);
    if (bands[at + 4] === 1) parts.push(bands.subarray(at + 5, at + length));
    at += length;
  }
  return Buffer.concat(parts);
}

describe('a first fetch', () => {
  const whole = ['thin-pack', 'ofs-delta', 'no-progress'] as const;
  const bare = [...alone, 'filter blob:none'] as const;

  it.each<[string, readonly string[], () => readonly string[]]>([
    ['of one commit alone', alone, () => [main]],
    ['of one without parents', alone, () => [state]],
    ['of two of different histories', alone, () => [main, state]],
    ['of the same twice', alone, () => [main, main]],
    ['of one that was brought before', alone, () => [main]],
    ['of one with its history', whole, () => [main]],
    ['of two with theirs', whole, () => [state, main]],
    ['of a merge with both its histories', whole, () => [merged]],
    ['of the trees of one commit', bare, () => [main]],
    ['of the trees of its history', [...whole, 'filter blob:none'], () => [merged]],
    ['of one file', whole, () => [git('rev-parse', `${main}:src/a.js`)]],
    ['of a file beside the trees of a commit', bare, () => [main, git('rev-parse', `${main}:src/a.js`)]],
  ])('brings what git itself would bring: %s', async (_, manner, wanted) => {
    const body = fetchOf(...manner, ...wanted().map((want) => `want ${want}`), 'done');
    const first = parseFirstFetch(body);
    const isBare = manner.includes('filter blob:none');
    expect(first).toEqual({ wants: wanted(), isShallow: manner.includes('deepen 1'), isBare });
    const gitDir = repository.directory;
    const own = await runService({ service: 'upload-pack', gitDir, body, protocol: 'version=2', env: {} });
    const answer = await answerFirstFetch(first ?? { wants: [], isShallow: false, isBare: false });
    expect(readFetched(answer ?? Buffer.alloc(0), isBare)).toEqual(readFetched(own.body, isBare));
  });

  it.each<[string, () => readonly string[]]>([
    ['somebody has something already', () => [...alone, `have ${state}`, `want ${main}`, 'done']],
    ['somebody has it without its parents', () => [...alone, `shallow ${state}`, `want ${main}`, 'done']],
    ['some parents are wanted', () => ['deepen 2', `want ${main}`, 'done']],
    ['another part is wanted', () => [...alone, 'filter tree:0', `want ${main}`, 'done']],
    ['there is more to be said', () => [...alone, `want ${main}`]],
    ['a ref is wanted', () => [...alone, 'want-ref refs/heads/main', 'done']],
    ['nothing is wanted', () => [...alone, 'done']],
  ])('is left to git where %s', (_, options) => {
    expect(parseFirstFetch(fetchOf(...options()))).toBeNull();
  });

  it.each([true, false])(
    'is left to git where what is wanted is neither commit nor file, or not here (alone: %s)',
    async (isShallow) => {
      expect(
        await answerFirstFetch({ wants: [git('rev-parse', `${main}^{tree}`)], isShallow, isBare: false }),
      ).toBeNull();
      expect(await answerFirstFetch({ wants: ['1'.repeat(40)], isShallow, isBare: false })).toBeNull();
    },
  );

  it('is left to git where there are tags, which may belong to it', async () => {
    const fetch = { wants: [main], isShallow: true, isBare: false };
    await repository.run(['update-ref', 'refs/tags/v1', main]);
    expect(await answerFirstFetch(fetch)).toBeNull();
    await repository.run(['update-ref', '-d', 'refs/tags/v1']);
    expect(await answerFirstFetch(fetch)).not.toBeNull();
  });

  it('is left to git where it is large', async () => {
    git('checkout', '--quiet', 'main');
    const large = commit({ 'noise.txt': randomBytes(2_000_000).toString('hex') });
    git('push', '--quiet', repository.directory, 'HEAD:refs/heads/large');
    expect(await answerFirstFetch({ wants: [large], isShallow: true, isBare: false })).toBeNull();
    expect(await answerFirstFetch({ wants: [large], isShallow: false, isBare: false })).not.toBeNull();
  });
});

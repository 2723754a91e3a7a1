import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const sandbox = new URL('../../sandbox/', import.meta.url).pathname;
const solutions = join(sandbox, 'agent/solutions');

interface Story {
  readonly number: string;
  readonly title: string;
  readonly acceptance_criteria: readonly { readonly id: string }[];
}

let project = '';

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'sample-'));
  await cp(join(sandbox, 'sample/project'), project, { recursive: true });
});

afterEach(() => rm(project, { recursive: true }));

describe('the sample project', () => {
  it('passes its own check from the first commit on', async () => {
    expect(await check()).toMatchObject({ code: 0, output: expect.stringContaining('2 tests passed, 0 failed') });
  });

  it('passes with every story solved, each criterion named by a test', async () => {
    const stories = await readStories();
    for (const { number } of stories) await solve(number);
    await repair();
    expect(await check()).toMatchObject({ code: 0, output: expect.stringContaining(' 0 failed') });
    for (const { number, title, acceptance_criteria: criteria } of stories) {
      expect(await readFile(join(solutions, number, 'title.txt'), 'utf8')).toBe(`${title}\n`);
      const tests = await readTests(join(solutions, number));
      for (const { id } of criteria) expect(tests).toContain(`'${id}: `);
    }
  });

  it('can be solved in the order of its dependencies', async () => {
    for (const { number } of await readStories()) {
      await solve(number);
      if (number === '1.6') await repair();
      expect(await check(), number).toMatchObject({ code: 0 });
    }
  });

  it.each([['1.5'], ['1.6']])('stays green with story %s alone', async (number) => {
    await solve(number);
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('goes red on two stories together that are green apart, and says what the repair looks for', async () => {
    await solve('1.5');
    await solve('1.6');
    const known = (await readFile(join(solutions, 'repairs/lines-of-no-text/log.txt'), 'utf8')).trim();
    expect(await check()).toMatchObject({ code: 1, output: expect.stringContaining(known) });
    await repair();
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('goes red on the mistake one story makes at first', async () => {
    await solve('2.1');
    await cp(join(solutions, '2.1/first-attempt'), project, { recursive: true });
    expect(await check()).toMatchObject({ code: 1, output: expect.stringContaining('AC-2.1.3') });
  });

  it('stays green on the test that another story forgets at first', async () => {
    await solve('2.3');
    await cp(join(solutions, '2.3/first-attempt'), project, { recursive: true });
    expect(await check()).toMatchObject({ code: 0 });
    expect(await readFile(join(project, 'test/bytes.test.js'), 'utf8')).not.toContain('AC-2.3.3');
  });

  it.each([
    ['a module without a test', 'src/lonely.js', 'export const lonely = true;\n'],
    ['a skipped test', 'test/lines.test.js', "import { test } from 'node:test';\ntest.skip('later', () => {});\n"],
    ['a module that cannot be loaded', 'test/lines.test.js', "import '../src/nowhere.js';\n"],
  ])('goes red on %s', async (_, path, text) => {
    await writeFile(join(project, path), text);
    expect(await check()).toMatchObject({ code: 1 });
  });
});

async function readStories(): Promise<readonly Story[]> {
  const backlog = JSON.parse(await readFile(join(sandbox, 'sample/backlog.json'), 'utf8'));
  return backlog.epics.flatMap((epic: { readonly stories: readonly Story[] }) => epic.stories);
}

async function solve(number: string): Promise<void> {
  const folder = join(solutions, number);
  const names = (await readdir(folder)).filter((name) => !['title.txt', 'script.json', 'first-attempt'].includes(name));
  for (const name of names) await cp(join(folder, name), join(project, name), { recursive: true });
}

async function repair(): Promise<void> {
  const folder = join(solutions, 'repairs/lines-of-no-text');
  await cp(join(folder, 'src'), join(project, 'src'), { recursive: true });
}

async function readTests(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'test'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'test', name), 'utf8')));
  return texts.join('\n');
}

async function check(): Promise<{ readonly code: number; readonly output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/check.mjs'], { cwd: project });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restatePrompt } from '../../src/agents/prompts/restate-prompt.ts';
import { reviewPrompt } from '../../src/agents/prompts/review-prompt.ts';
import { workPrompt } from '../../src/agents/prompts/work-prompt.ts';
import type { Assignment } from '../../src/core/assignment.ts';
import { findRestatementFault, restatementSchema } from '../../src/core/outcome.ts';
import { findReviewFault, reviewSchema } from '../../src/core/verdict.ts';

type Implement = Extract<Assignment, { role: 'implement' }>;
type Story = Implement['story'];

const sandbox = new URL('../../sandbox/', import.meta.url).pathname;
const witness = join(sandbox, 'agent/witness.sh');
const agent = join(sandbox, 'agent/scripted-agent.mjs');

let folder = '';
let worktree = '';
let startSha = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scripted-agent-'));
  worktree = join(folder, 'worktree');
  await cp(join(sandbox, 'sample/project'), worktree, { recursive: true });
  await mkdir(join(folder, 'spool'));
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.invalid', 'commit', '--quiet', '-m', 'start');
  startSha = git('rev-parse', 'HEAD');
  git('switch', '--quiet', '-c', 'orchestrate/1.1');
});

afterEach(() => rm(folder, { recursive: true }));

describe('the scripted agent as an author', () => {
  it('restates every criterion of a story, once each, with files it then writes', async () => {
    const story = await sampleStory('1.1');
    const { result } = await run('restate', restatePrompt(implement(story), resultFile()));
    const restatement = restatementSchema.parse(result);
    expect(findRestatementFault(restatement, idsOf(story))).toBeNull();
    await work(story);
    const tree = git('ls-tree', '-r', '--name-only', 'HEAD').split('\n');
    for (const path of restatement.criteria.flatMap(({ deliverables }) => deliverables)) expect(tree).toContain(path);
  });

  it('commits real code that passes the check of the project', async () => {
    await work(await sampleStory('1.1'));
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--format=%s', `${startSha}..HEAD`)).toBe('Measure how wide a text is on a terminal');
    expect(await check()).toContain(' 0 failed');
  });

  it('breaks CI on the first attempt at one story and mends it when it is told', async () => {
    const story = await sampleStory('2.1');
    await work(story);
    await expect(check()).rejects.toThrow(/AC-2\.1\.3/);
    await work(story, [{ kind: 'ci_red', summary: 'test failed', items: ['AC-2.1.3'], headSha: null }]);
    expect(await check()).toContain(' 0 failed');
    expect(git('log', '-1', '--format=%b')).toContain('after ci red');
  });

  it('leaves a criterion without a test on the first attempt at another', async () => {
    const story = await sampleStory('2.3');
    await work(story);
    expect(await judge(story)).toMatchObject({ result: 'fail', acs_failed: ['AC-2.3.3'] });
    await work(story, [{ kind: 'review_failed', summary: 'no test', items: ['AC-2.3.3'], headSha: null }]);
    expect(await judge(story)).toMatchObject({ result: 'pass', acs_failed: [] });
  });

  it('forgets a file that it promised, until it is told', async () => {
    const story = await sampleStory('1.3');
    const { result } = await run('restate', restatePrompt(implement(story), resultFile()));
    expect(restatementSchema.parse(result).criteria[0]?.deliverables).toContain('docs/shorten.md');
    await work(story);
    expect(git('ls-tree', '-r', '--name-only', 'HEAD')).not.toContain('docs/');
    await work(story, [
      { kind: 'deliverables_missing', summary: 'missing', items: ['docs/shorten.md'], headSha: null },
    ]);
    expect(git('ls-tree', '-r', '--name-only', 'HEAD')).toContain('docs/shorten.md');
  });

  it('answers one finding at a time in a story that is rejected again and again', async () => {
    const story = await sampleStory('2.5');
    const failures: (readonly string[])[] = [];
    let feedback: Implement['feedback'] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await work(story, feedback);
      const review = await judge(story);
      failures.push(review.acs_failed);
      const items = review.findings.map(({ ac_id: id, description }) => `HIGH ${id}: ${description}`);
      feedback = [{ kind: 'review_failed', summary: review.summary, items, headSha: null }];
    }
    expect(failures).toEqual([['AC-2.5.2', 'AC-2.5.3', 'AC-2.5.4'], ['AC-2.5.3', 'AC-2.5.4'], ['AC-2.5.4'], []]);
  });

  it('asks before it works on a story that leaves something open, and not once it is answered', async () => {
    const story = await sampleStory('2.4');
    const ask = async (asked: Story) =>
      restatementSchema.parse((await run('restate', restatePrompt(implement(asked), resultFile()))).result);
    expect(await ask(story)).toMatchObject({ understood: false, questions: [expect.stringContaining('comma')] });
    const criteria = story.criteria.map((one) => ({ ...one, text: `${one.text} by a comma` }));
    expect(await ask({ ...story, criteria })).toMatchObject({ understood: true, questions: [] });
  });

  it('mends what a log of CI says, also in a fix', async () => {
    const story = await sampleStory('1.6');
    await work(story);
    const log = 'test: TypeError: splitLines takes a text, not a number';
    await work(story, [{ kind: 'ci_red', summary: 'CI failed', items: [log], headSha: null }]);
    expect(await readFile(join(worktree, 'src/number-lines.js'), 'utf8')).toContain('splitLines(String(value))');
  });

  it('merges the base when it is told how, and its own work is not at fault', async () => {
    const story = await sampleStory('1.1');
    await work(story);
    git('checkout', '--quiet', '-b', 'main-2', startSha);
    git('-c', 'user.name=x', '-c', 'user.email=x@example.invalid', 'commit', '--quiet', '--allow-empty', '-m', 'next');
    const base = git('rev-parse', 'HEAD');
    git('switch', '--quiet', 'orchestrate/1.1');
    const items = ['test: failed', `main has moved since: bring it in: git merge ${base} (it is there already).`];
    await work(story, [{ kind: 'ci_red', summary: 'CI failed: test', items, headSha: null }]);
    expect(git('log', '-1', '--format=%P')).toContain(base);
  });

  it('has nothing to commit when its work is there already', async () => {
    const story = await sampleStory('1.1');
    await work(story);
    const head = git('rev-parse', 'HEAD');
    await work(story);
    expect(git('rev-parse', 'HEAD')).toBe(head);
  });

  it.each([
    ['a plain story', '8.1', 'none'],
    ['a story it gets wrong at first', '8.21', 'wrong_code'],
    ['a story it forgets a test of', '8.15', 'missing_test'],
  ])('solves %s of a backlog it has never seen, in files of its own', async (_, number, mistake) => {
    const story = { ...foreignStory, number };
    await work(story);
    const isGreen = await check().then(
      () => true,
      () => false,
    );
    expect(isGreen).toBe(mistake !== 'wrong_code');
    expect((await judge(story)).result).toBe(mistake === 'missing_test' ? 'fail' : 'pass');
    await work(story, [{ kind: 'ci_red', summary: 'x', items: [], headSha: null }]);
    expect(await check()).toContain(' 0 failed');
    expect(await judge(story)).toMatchObject({ result: 'pass' });
    expect(
      git('diff', '--name-only', startSha, 'HEAD')
        .split('\n')
        .every((path) => path.includes(`/stories/${number}-`)),
    ).toBe(true);
  });
});

describe('the scripted agent as a reviewer', () => {
  it.each([
    ['a test that names the criterion', "test('AC-1: works', () => {\n  assert.ok(works());\n});", 'pass'],
    [
      'a test whose title stands on its own line',
      "test(\n  'AC-1: works',\n  () => {\n  assert.ok(works());\n});",
      'pass',
    ],
    ['no test of the criterion', "test('works', () => {\n  assert.ok(works());\n});", 'fail'],
    ['a test of a criterion with a longer number', "test('AC-1.2: works', () => {\n  assert.ok(works());\n});", 'fail'],
    ['a test that asserts nothing', "test('AC-1: works', () => {\n  works();\n});", 'fail'],
    ['a skipped test', "test.skip('AC-1: works', () => {\n  assert.ok(works());\n});", 'fail'],
  ])('judges %s', async (_, testText, result) => {
    const diff = newFile('test/x.test.js', testText);
    expect(await judge({ ...foreignStory, criteria: [{ id: 'AC-1', text: 'It works' }] }, diff)).toMatchObject({
      result,
    });
  });

  it('fails an empty file, a removed test and a concern that it cannot answer', async () => {
    const story = { ...foreignStory, criteria: [{ id: 'AC-1', text: 'It works' }] };
    const good = newFile('test/x.test.js', "test('AC-1: works', () => {\n  assert.ok(works());\n});");
    const removal = "diff --git a/test/y.test.js b/test/y.test.js\n@@ -1,1 +1,0 @@\n-test('old', () => {});\n";
    expect(await judge(story, good)).toMatchObject({ result: 'pass' });
    expect(await judge(story, `${good}${newFile('src/x.js', '')}`)).toMatchObject({ result: 'fail' });
    expect(await judge(story, `${good}${removal}`)).toMatchObject({ result: 'fail' });
    expect(await judge(story, good, ['package.json changes what CI runs'])).toMatchObject({ result: 'fail' });
  });
});

describe('the witness around an agent', () => {
  it('notes what the process could see, how it ended, and its result', async () => {
    await work(await sampleStory('1.1'));
    const [name = ''] = await readdir(join(folder, 'spool'));
    const note = (file: string): Promise<string> => readFile(join(folder, 'spool', name, file), 'utf8');
    expect(await note('start')).toContain(`task=implement\n`);
    expect(await note('start')).toContain(
      `branch=refs/heads/orchestrate/1.1\nhead=${startSha}\ntree=${git('rev-parse', `${startSha}^{tree}`)}`,
    );
    expect((await note('environment')).split('\0')).toContain('ORCHESTRATE_TASK=implement');
    expect(await note('git-config')).toContain('core.bare');
    expect(await note('end')).toBe('0\n');
    expect(JSON.parse(await note('result.json'))).toHaveProperty('summary');
  });

  it("keeps the command's exit code", async () => {
    await expect(run('dance', '')).rejects.toMatchObject({ code: 1 });
    const [name = ''] = await readdir(join(folder, 'spool'));
    expect(await readFile(join(folder, 'spool', name, 'end'), 'utf8')).toBe('1\n');
  });
});

const foreignStory: Story = {
  number: '8.1',
  epic: 8,
  title: 'Quotes "and" `ticks` in a title */',
  description: null,
  criteria: [
    { id: 'AC-8.1', text: 'The first ```thing``` works with "quotes"' },
    { id: 'AC-8.10', text: 'Das zweite größer: works\nover two lines' },
  ],
  deliverables: [],
};

function implement(story: Story, feedback: Implement['feedback'] = []): Implement {
  return { ...assignment(story), role: 'implement', feedback };
}

function assignment(story: Story) {
  return {
    version: 1,
    id: 'a1',
    run: 1,
    attempt: 1,
    notAfter: 0,
    base: { branch: 'main', sha: startSha },
    startSha,
    branch: 'orchestrate/1.1',
    story,
    criteriaHash: 'hash',
  } satisfies Omit<Implement, 'role' | 'feedback'>;
}

async function sampleStory(number: string): Promise<Story> {
  const backlog = JSON.parse(await readFile(join(sandbox, 'sample/backlog.json'), 'utf8'));
  const stories: readonly Record<string, never>[] = backlog.epics.flatMap(
    (epic: { stories: unknown[] }) => epic.stories,
  );
  const story = stories.find((one) => one['number'] === number) as unknown as {
    readonly title: string;
    readonly description: string;
    readonly acceptance_criteria: readonly { readonly id: string; readonly description: string }[];
  };
  return {
    number,
    epic: Number.parseInt(number, 10),
    title: story.title,
    description: story.description,
    criteria: story.acceptance_criteria.map(({ id, description }) => ({ id, text: description })),
    deliverables: [],
  };
}

async function work(story: Story, feedback: Implement['feedback'] = []): Promise<void> {
  const facts = {
    branch: 'orchestrate/1.1',
    startSha,
    verifyCommand: null,
    skills: [],
    protectedPaths: [],
    resultFile: resultFile(),
  };
  const restatement = { understood: true, summary: '', criteria: [], questions: [] };
  await run('implement', workPrompt(implement(story, feedback), restatement, facts));
}

async function judge(story: Story, diff?: string, concerns: string[] = []) {
  const reviewed = {
    ...assignment(story),
    role: 'review' as const,
    diffBase: startSha,
    checklist: [],
    concerns: [...concerns],
  };
  const facts = { diff: diff ?? git('diff', startSha, 'HEAD'), skills: [], resultFile: resultFile() };
  const { result } = await run('review', reviewPrompt(reviewed, facts));
  const review = reviewSchema.parse(result);
  expect(findReviewFault(review, idsOf(story))).toBeNull();
  return review;
}

async function run(task: string, prompt: string): Promise<{ readonly result: unknown }> {
  const running = promisify(execFile)(witness, [join(folder, 'spool'), process.execPath, agent], {
    cwd: worktree,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      ORCHESTRATE_TASK: task,
      ORCHESTRATE_RESULT_FILE: resultFile(),
    },
  });
  running.child.stdin?.end(prompt);
  await running;
  return { result: JSON.parse(await readFile(resultFile(), 'utf8')) };
}

async function check(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/check.mjs'], { cwd: worktree });
  return stdout;
}

function resultFile(): string {
  return join(folder, 'result.json');
}

function idsOf(story: Story): readonly string[] {
  return story.criteria.map(({ id }) => id);
}

function newFile(path: string, text: string): string {
  const lines = text === '' ? [] : text.split('\n').map((line) => `+${line}`);
  return [`diff --git a/${path} b/${path}`, 'new file mode 100644', '@@ -0,0 +1 @@', ...lines, ''].join('\n');
}

function git(...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', args, { cwd: worktree, env, encoding: 'utf8' }).trim();
}

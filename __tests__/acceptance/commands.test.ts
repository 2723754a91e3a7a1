import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunRecord } from '../../sandbox/actions-host.ts';
import { nextSecond } from '../../sandbox/next-second.ts';
import { recall, type StoryMemory } from '../../src/core/ledger.ts';
import { aConfig } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { openWorkflowWorld, type WorkflowWorld } from './workflow-world.ts';

// One world, one story whose every change touches a protected path; the tests are what people do to it, in their order.
let world: WorkflowWorld;
let people: Readonly<Record<'ada' | 'grace' | 'eve', string>>;

beforeAll(async () => {
  world = await openWorkflowWorld({
    'README.md': 'A demonstration.\n',
    'src/start.js': 'export const start = 1;\n',
    'backlog.json': aBacklog({ epics: [anEpic(1, [aStory('1.1')])] }),
    '.github/orchestrate.yml': aConfig({ concurrency: 1, 'protected-paths': ['src/**'] }),
  });
  const { world: site } = world.github;
  people = {
    ada: site.createUser('ada', 'maintain'),
    grace: site.createUser('grace', 'write'),
    eve: site.createUser('eve', 'read'),
  };
});
afterAll(() => world[Symbol.asyncDispose]());

async function story(): Promise<StoryMemory> {
  return recall(await world.ledger(), '1.1');
}

async function keptHead(): Promise<string> {
  const { kept } = await story();
  if (kept === null) throw new Error('no work is kept');
  return kept.head.sha;
}

/** A refused command fails its run before the plan, says why on the run's page, and changes nothing. */
async function expectRefused(give: () => Promise<RunRecord>, says: RegExp): Promise<void> {
  const before = world.state();
  const run = await give();
  expect(world.github.host.runs().find(({ id }) => id === run.id)?.conclusion).toBe('failure');
  expect(world.summary(run)).toMatch(says);
  expect(world.state()).toBe(before);
}

/** Given twice, the second time changes nothing in the ledger's memory or in the repository. */
async function expectTwiceTheSame(give: () => Promise<RunRecord>, says: RegExp): Promise<void> {
  const before = { state: world.state(), pulls: world.github.world.pulls() };
  expect(world.summary(await give())).toMatch(says);
  expect({ state: world.state(), pulls: world.github.world.pulls() }).toEqual(before);
}

it('keeps the work for a person, and says so on the page of the run', async () => {
  const run = await world.run(people.ada);
  expect(await keptHead()).toMatch(/^[0-9a-f]{40}$/);
  const summary = world.summary(run);
  expect(summary).toMatch(/## Orchestrate: plan\n[\s\S]+\*\*dispatch\*\* \(implement\) 1\.1/);
  expect(summary).toMatch(/## Orchestrate: agent \S+\n[\s\S]+\| implement \| 1\.1 \| completed \|/);
  expect(summary).toMatch(/### Waits for a person \(1\)\n\n\*\*the change touches protected paths\*\*/);
});

it('is paused by a person with write permission, once', async () => {
  const pause = (): Promise<RunRecord> => world.run(people.grace, { command: 'pause' });
  expect(world.summary(await pause())).toContain('By grace. The project is paused');
  expect((await world.ledger()).paused).toMatchObject({ by: 'grace' });
  await expectTwiceTheSame(pause, /The project is paused already, by grace\./);
});

it('goes on when it is resumed, once', async () => {
  const resume = (): Promise<RunRecord> => world.run(people.ada, { command: 'resume' });
  await resume();
  expect((await world.ledger()).paused).toBeNull();
  await expectTwiceTheSame(resume, /The project is not paused\./);
});

it('is steered by nobody else: not by readers, bots, or those whose role is not enough', async () => {
  expect(await world.dispatch(people.eve, { command: 'retry', story: '1.1' })).toBe(403);
  const { host, world: site } = world.github;
  const bot = host.issueInstallationToken(site.createApp({ slug: 'orchestrate-app' }));
  await expectRefused(() => world.run(bot, { command: 'retry 1.1' }), /orchestrate-app\[bot\] is a bot\./);
  const sha = await keptHead();
  for (const command of [`approve-paths ${sha}`, 'reset 1.1']) {
    await expectRefused(
      () => world.run(people.grace, { command }),
      /grace may not `[\w-]+`: it takes the role maintain/,
    );
  }
});

it('refuses what it cannot follow, with what to write instead', async () => {
  await expectRefused(() => world.run(people.ada, { command: 'rety', story: '1.1' }), /Did you mean `retry`\?/);
  await expectRefused(() => world.run(people.ada, { command: 'retry', story: '1.2' }), /Did you mean 1\.1\?/);
  await expectRefused(() => world.run(people.ada, { command: 'approve-paths 1111111' }), /What waits: 1\.1 at/);
});

it('sends a fresh agent, told to do without, when a person says no to protected paths', async () => {
  const before = await keptHead();
  await world.run(people.grace, { command: 'retry: leave what is protected', story: '1.1' });
  const memory = await story();
  expect(memory).toMatchObject({ authorRuns: 2, generation: 1 });
  expect(memory.kept?.head.sha).not.toBe(before);
  expect(memory.feedback).toMatchObject([
    { kind: 'outcome_refused', summary: expect.stringContaining('do without') },
    { kind: 'guidance', summary: 'guidance by grace', items: ['leave what is protected'] },
  ]);
});

it('opens the pull request when a maintainer approves exactly that head, once', async () => {
  const sha = await keptHead();
  await nextSecond();
  const approve = (): Promise<RunRecord> => world.run(people.ada, { command: 'approve-paths', story: sha.slice(0, 9) });
  await approve();
  const pulls = world.github.world.pulls();
  expect(pulls).toMatchObject([{ headRef: 'orchestrate/1.1', headSha: sha, state: 'open' }]);
  expect(await story()).toMatchObject({ kept: null, approvedHead: sha, pullRequest: pulls[0]?.number });
  await expectTwiceTheSame(approve, /is approved already\./);
});

it('starts a story over: pull request closed, a fresh agent on a new branch, the counters at zero', async () => {
  await world.run(people.ada, { command: 'reset', story: '1.1' });
  expect(world.github.world.pulls()).toMatchObject([{ headRef: 'orchestrate/1.1', state: 'closed' }]);
  const memory = await story();
  expect(memory).toMatchObject({ generation: 2, authorRuns: 1, startOver: false, pullRequest: null, feedback: [] });
  await nextSecond();
  await world.run(people.ada, { command: 'approve-paths', story: memory.kept?.head.sha ?? '' });
  expect(world.github.world.pulls().map(({ headRef, state }) => [headRef, state])).toEqual([
    ['orchestrate/1.1', 'closed'],
    ['orchestrate/1.1-2', 'open'],
  ]);
});

it('does a story again on a new branch when a person who had closed its pull request says retry', async () => {
  const again = world.github.world.pulls().find(({ headRef }) => headRef === 'orchestrate/1.1-2');
  world.github.world.closeAs('grace', again?.number ?? 0);
  await world.run(people.grace);
  expect(await story()).toMatchObject({ sticky: { code: 'closed_by_human' } });
  await world.run(people.grace, { command: 'retry', story: '1.1' });
  expect(await story()).toMatchObject({ generation: 3, sticky: null, pullRequest: null, authorRuns: 2 });
  expect(await keptHead()).toMatch(/^[0-9a-f]{40}$/);
});

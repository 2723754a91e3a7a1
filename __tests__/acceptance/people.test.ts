import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextSecond } from '../../sandbox/next-second.ts';
import { commandGuide } from '../../src/core/command-guide.ts';
import { type Ledger, recall, type StoryMemory } from '../../src/core/ledger.ts';
import { commentsWorkflow, openPeopleWorld, type PeopleWorld } from './people-world.ts';

// One world; the tests are what people do in it, in their order. Stories 1.1 and 1.2 are reviewed and wait for a
// person's approval, 1.3 is merged by one, 1.4 is kept for what it changes, 1.5 and 1.6 wait for the first.
let world: PeopleWorld;

beforeAll(async () => {
  world = await openPeopleWorld();
  await world.turn();
});
afterAll(() => world[Symbol.asyncDispose]());

async function story(number: string): Promise<StoryMemory> {
  return recall(await world.ledger(), number);
}

/** Everybody's comments at once, and what came of each when everything is quiet again. */
async function comment(
  ...said: readonly (readonly [login: string, on: string, body: string])[]
): Promise<readonly string[]> {
  const ids = said.map(([login, on, body]) => world.say(login, world.pullOf(on), body));
  await world.quiet();
  return ids;
}

/** Each has our rocket, and our reply. */
function expectFollowed(ids: readonly string[]): void {
  for (const id of ids) {
    const followed = { reactions: expect.arrayContaining(['rocket']), reply: expect.any(String) };
    expect(world.answerTo(id)).toEqual(followed);
  }
}

/** One of every command. */
const everyCommand: Readonly<Record<keyof typeof commandGuide, string>> = {
  help: 'help',
  status: 'status',
  why: 'why 1.5',
  plan: 'plan',
  retry: 'retry 1.4',
  pause: 'pause',
  resume: 'resume',
  approve: 'approve AC-1',
  reject: 'reject It is wrong.',
  rerun: 'rerun review',
  escalate: 'escalate 1.4',
  release: 'release 1.2',
  cancel: 'cancel 1.6',
  reset: 'reset 1.1',
  'approve-paths': 'approve-paths 1111111',
  revert: 'revert 1.3',
  backfill: 'backfill 1.5 pr=1 Done.',
  add: 'add 1 1.8 Another\n- It works.',
};

describe('people on GitHub itself', () => {
  it('may merge a pull request by hand, which is told to loopctl in their name', async () => {
    await world.github.world.mergeAs('grace', world.pullOf('1.3'));
    await world.quiet();
    await world.turn();
    expect(await world.storyOf('1.3')).toMatchObject({ verified_status: 'verified' });
  });

  it('may push to a branch of ours: the verdict is void, which is said, and what they pushed is reviewed', async () => {
    const before = (await story('1.1')).verdict;
    expect(before?.review.result).toBe('pass');
    const files = { 'src/by-hand.js': 'export const byHand = true;\n' };
    const head = await world.github.world.pushAs('ada', { branch: 'orchestrate/1.1', files, message: 'A hand lent' });
    await world.quiet();
    await world.turn();
    const { head: accepted, verdict } = await story('1.1');
    expect(accepted).toMatchObject({ sha: head, by: 'human' });
    expect(verdict).toMatchObject({ headSha: head, review: { result: 'pass' } });
    expect(verdict?.assignment).not.toBe(before?.assignment);
    const said = (await world.ledger()).recent.map((one) => `${one.kind} ${one.story}: ${one.said}`);
    expect(said).toContainEqual(expect.stringMatching(/^adopt 1\.1: .*pushed by somebody/));
    const shown = world.github.world.log().filter((event) => event.kind === 'check' && event.sha === head);
    expect(shown).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ name: 'orchestrate/review', status: 'in_progress' }),
        expect.objectContaining({ name: 'orchestrate/review', conclusion: 'success' }),
      ]),
    );
  });
});

describe('a permitted person', () => {
  it('is told what was asked for, and pauses the project', async () => {
    const ids = await comment(
      ['grace', '1.1', '/orchestrate help'],
      ['grace', '1.1', 'How are we doing?\n\n/orchestrate status\n/orchestrate why 1.5'],
      ['grace', '1.1', '/orchestrate plan'],
      ['grace', '1.1', '/orchestrate pause'],
    );
    const [help, status, plan, pause] = ids.map(world.answerTo);
    for (const answer of [help, status, plan, pause]) expect(answer?.reactions).toContain('rocket');
    // The first of them had a job of its own, which said at once that it was received.
    expect(help?.reactions).toContain('eyes');
    for (const { form } of Object.values(commandGuide)) expect(help?.reply).toContain(form.replaceAll('|', '\\|'));
    expect(status?.reply).toMatch(/1 of 6[\s\S]*1\.1/);
    expect(plan?.reply).toContain('1.4');
    expect(pause?.reply).toMatch(/paused/);
    expect((await world.ledger()).paused).toMatchObject({ by: 'grace', cause: 'person' });
  });

  it('judges work: vouches for a criterion, says no to work, lets protected paths be', async () => {
    const { kept } = await story('1.4');
    const sha = kept?.head.sha ?? '';
    const ids = await comment(
      ['grace', '1.2', '/orchestrate approve AC-1'],
      ['grace', '1.1', '/orchestrate reject Its name says nothing.'],
      ['ada', '1.1', `/orchestrate approve-paths ${sha}`],
    );
    expectFollowed(ids);
    expect((await story('1.2')).vouched).toMatchObject([{ criterion: 'AC-1', by: 'grace' }]);
    expect(await story('1.1')).toMatchObject({
      rejections: 1,
      verdict: null,
      feedback: [{ items: [expect.stringContaining('Its name says nothing.')] }],
    });
    expect(await world.storyOf('1.1')).toMatchObject({ verified_status: 'rejected' });
    expect(world.github.world.pulls().find(({ headSha }) => headSha === sha)).toMatchObject({ state: 'open' });
  });

  it('moves stories: hands one to people, gives one up, says that one is done, adds another, undoes a merge', async () => {
    const { world: site } = world.github;
    await site.pushAs('grace', { branch: 'by-grace', onto: 'main', files: { 'hand.md': '5\n' }, message: 'By hand' });
    const number = await site.openPullAs('grace', { head: 'by-grace', base: 'main', title: 'Story 1.5, by hand' });
    await world.quiet();
    await site.mergeAs('grace', number);
    await world.quiet();
    const ids = await comment(
      ['grace', '1.1', '/orchestrate escalate 1.4'],
      ['grace', '1.1', '/orchestrate cancel 1.6'],
      ['grace', '1.1', '/orchestrate add 1 1.7 A story from a comment\n- It is there.\n- It works.'],
      ['ada', '1.1', `/orchestrate backfill 1.5 pr=${number} Grace did it by hand.`],
      ['ada', '1.3', '/orchestrate revert'],
    );
    expectFollowed(ids);
    expect((await story('1.4')).sticky).toMatchObject({ code: 'escalated' });
    expect((await story('1.6')).sticky).toMatchObject({ code: 'cancelled' });
    expect(await world.storyOf('1.7')).toMatchObject({ title: 'A story from a comment' });
    expect(await world.storyOf('1.5')).toMatchObject({ verified_status: 'verified' });
    expect((await world.ledger()).orders).toMatchObject([{ kind: 'revert', story: '1.3' }]);
  });

  it('has things done again: tests, a review, an attempt; and takes work over', async () => {
    const { world: site, host } = world.github;
    site.setVariable('FLAKY', 'orchestrate/1.2');
    const files = { 'src/hasty.js': 'export const hasty = true;\n' };
    const head = await site.pushAs('ada', { branch: 'orchestrate/1.2', files, message: 'In haste' });
    await world.quiet();
    await world.turn();
    expect(site.checksOf(head)).toContainEqual(expect.objectContaining({ name: 'test', conclusion: 'failure' }));
    await nextSecond();
    const ids = await comment(
      ['grace', '1.2', '/orchestrate rerun ci'],
      ['grace', '1.1', '/orchestrate retry 1.4: once more'],
    );
    expectFollowed(ids);
    expect(site.checksOf(head)).toContainEqual(expect.objectContaining({ name: 'test', conclusion: 'success' }));
    expect((await story('1.4')).sticky).toBeNull();
    expect(host.runs().some(({ attempt, trigger }) => attempt === 2 && trigger.headSha === head)).toBe(true);
  });

  it('has a review given again, takes work over, starts it over, and lets the project go on', async () => {
    const ids = await comment(
      ['grace', '1.2', '/orchestrate rerun review'],
      ['grace', '1.2', '/orchestrate release'],
      ['ada', '1.1', '/orchestrate reset'],
      ['grace', '1.1', '/orchestrate resume'],
    );
    expectFollowed(ids);
    await world.settle();
    expect((await world.ledger()).paused).toBeNull();
    expect(await story('1.2')).toMatchObject({ sticky: { code: 'released' } });
    expect(await world.storyOf('1.2')).toMatchObject({ agent_status: 'pending' });
    expect(world.github.world.pulls().find(({ headRef }) => headRef === 'orchestrate/1.2')?.state).toBe('open');
    const revert = `revert-${world.pullOf('1.3')}-orchestrate/1.3`;
    expect(world.github.world.pulls().find(({ headRef }) => headRef === revert)?.state).toBe('open');
    expect((await story('1.1')).generation).toBe(2);
    expect(world.github.world.pulls().find(({ headRef }) => headRef === 'orchestrate/1.1')?.state).toBe('closed');
  });
});

/** What was decided so far, but for what was heard and shown. */
async function memory(): Promise<Partial<Ledger>> {
  const { stories, paused, orders, flights, sequence, finished } = await world.ledger();
  return { stories, paused, orders, flights, sequence, finished };
}

/** How many jobs there were so far that followed comments. */
function followed(): number {
  return world.jobs().filter((end) => end === 'success').length;
}

/** Every conversation, with its reactions. */
function conversations(): unknown {
  const { world: site } = world.github;
  const numbers = [...site.pulls(), ...site.issues()].map(({ number }) => number);
  return numbers.map((number) =>
    site.comments(number).map(({ id, body }) => ({ body, reactions: site.reactions(id) })),
  );
}

describe('nobody else', () => {
  it('steers by reading permission: every command is declined, in words for the first of them alone', async () => {
    const before = await memory();
    const ids = await comment(
      ...Object.values(everyCommand).map((command) => ['eve', '1.2', `/orchestrate ${command}`] as const),
    );
    const answers = ids.map(world.answerTo);
    for (const { reactions } of answers) expect(reactions).toContain('-1');
    expect(answers.filter(({ reply }) => reply?.includes('takes'))).toHaveLength(5);
    expect(answers.filter(({ reply }) => reply !== null)).toHaveLength(5);
    expect(await memory()).toEqual(before);
  });

  it('steers as a bot: no command of one starts a job, or is answered by any', async () => {
    const { world: site, host, apiUrl } = world.github;
    const before = { memory: await memory(), jobs: world.jobs().filter((end) => end !== 'skipped') };
    const on = world.pullOf('1.2');
    const authorization = `Bearer ${host.issueInstallationToken(site.createApp({ slug: 'helper' }))}`;
    for (const command of Object.values(everyCommand)) {
      const body = JSON.stringify({ body: `/orchestrate ${command}` });
      const url = `${apiUrl}/repos/ada/demo/issues/${on}/comments`;
      expect((await fetch(url, { method: 'POST', headers: { authorization }, body })).status).toBe(201);
    }
    await world.quiet();
    expect(world.jobs().filter((end) => end !== 'skipped')).toEqual(before.jobs);
    await world.turn();
    const theirs = site.comments(on).filter(({ author }) => author === 'helper[bot]');
    expect(theirs.map(({ id }) => site.reactions(id))).toEqual(Object.values(everyCommand).map(() => []));
    expect(await memory()).toEqual(before.memory);
  });

  it('has a command followed twice, however often it is delivered', async () => {
    const before = { memory: await memory(), said: conversations(), jobs: followed() };
    const runs = world.github.host.runs().filter(({ workflowPath }) => workflowPath === commentsWorkflow);
    const theirs = runs.filter(({ trigger }) => ['grace', 'ada'].includes(trigger.actor));
    expect(theirs.length).toBeGreaterThanOrEqual(Object.keys(everyCommand).length - 3);
    for (const { id } of theirs) world.github.world.redeliver(id);
    await world.quiet();
    expect(followed()).toBeGreaterThan(before.jobs);
    expect({ memory: await memory(), said: conversations() }).toEqual({ memory: before.memory, said: before.said });
  });
});

describe('the boxes of the dashboard', () => {
  it('are commands: a tick is taken once, and the box is cleared', async () => {
    const { world: site } = world.github;
    const dashboard = (): { readonly number: number; readonly body: string } => {
      const issue = site.issues().find(({ labels }) => labels.includes('orchestrate-dashboard'));
      return { number: issue?.number ?? 0, body: issue?.body ?? '' };
    };
    const box = '[ ] <!-- orchestrate:tick pause -->';
    expect(dashboard().body).toContain(box);
    site.editBodyAs('grace', dashboard().number, (body) => body.replace(box, box.replace('[ ]', '[x]')));
    await world.quiet();
    expect((await world.ledger()).paused).toMatchObject({ by: 'grace' });
    expect(dashboard().body).not.toContain('[x]');
    expect(dashboard().body).toContain('[ ] <!-- orchestrate:tick resume -->');
    const before = { memory: await memory(), dashboard: dashboard() };
    await world.turn();
    expect((await world.ledger()).paused).toMatchObject({ by: 'grace' });
    expect({ memory: await memory(), dashboard: dashboard() }).toEqual(before);

    // Comments are commands there as well.
    const resume = world.say('grace', dashboard().number, '/orchestrate resume');
    await world.quiet();
    expectFollowed([resume]);
    expect((await world.ledger()).paused).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentFacts, HeardFacts } from '../../src/core/heard.ts';
import type { Instant } from '../../src/core/instant.ts';
import { emptyLedger, freshStoryMemory, type Ledger } from '../../src/core/ledger.ts';
import { createGitHub } from '../../src/github/client.ts';
import { ensureReaction } from '../../src/github/react.ts';
import { createActorReader } from '../../src/github/read-actor.ts';
import { gatherAsked } from '../../src/pass/gather-asked.ts';
import { gatherComments, listComments } from '../../src/pass/gather-comments.ts';
import { openWorld, type TestWorld } from './sandbox-github-world.ts';

// One repository; each test writes its comments and hears those of the others as well, unless they were handled.
let world: TestWorld;
let ours: number;
let theirs: number;
let since: Instant;

beforeAll(async () => {
  world = await openWorld();
  ours = (await world.pull('orchestrate/1.1')).number;
  theirs = (await world.pull('feature')).number;
  world.github.world.createUser('grace', 'write');
  world.github.world.createUser('eve', 'read');
});
afterAll(() => world[Symbol.asyncDispose]());

function comment(login: string, number: number, body: string): string {
  return String(world.github.world.commentAs(login, number, body));
}

/** What a pass hears, and with how many requests. */
async function hear(
  handled: readonly string[] = [],
  stories: Ledger['stories'] = {},
): Promise<HeardFacts & { readonly requests: number }> {
  const github = createGitHub({ token: world.tokens.app, apiUrl: world.github.apiUrl, owner: 'acme', repo: 'lib' });
  const pass = { github, now: Date.now, log: () => undefined };
  const known = { at: 0, on: 1, login: 'grace', outcome: 'done' as const, replies: [], answered: true };
  const heard = { since, handled: Object.fromEntries(handled.map((id) => [id, known])) };
  const ledger: Ledger = { ...emptyLedger, heard, stories };
  const listed = await listComments(ledger, pass);
  const found = await gatherComments(listed, { ledger, pass, readActor: createActorReader(github, []) });
  return { ...found, requests: github.requests() };
}

/** How many answers the App's token had already. */
function confirmed(): number {
  const token = world.github.world.tokens().find(({ value }) => value === world.tokens.app);
  return token?.requests.notModified ?? 0;
}

describe('what a pass hears', () => {
  it('is nothing, for one request, where nobody gave a command', async () => {
    since = Date.now() - 1000;
    comment('grace', ours, 'Looks good to me, /orchestrate it.');
    comment('grace', ours, '> /orchestrate pause');
    expect(await hear()).toEqual({ comments: [], until: null, requests: 1 });
  });

  it('is what a person asked for on a pull request of ours, with what they may do', async () => {
    const [first, second] = [
      comment('grace', ours, '/orchestrate status'),
      comment('eve', ours, 'So:\r\n/orchestrate reset'),
    ];
    const { comments, until, requests } = await hear();
    expect(comments).toMatchObject([
      { id: first, source: 'comment', on: ours, branch: 'orchestrate/1.1', body: '/orchestrate status' },
      { id: second, actor: { login: 'eve', canWrite: false }, body: 'So:\r\n/orchestrate reset' },
    ]);
    expect(comments[0]?.actor).toMatchObject({ login: 'grace', canWrite: true, canMaintain: false, isAdmin: false });
    expect(Math.abs((comments[0]?.writtenAt ?? 0) - Date.now())).toBeLessThan(10_000);
    // Right now others may be written that come into the list before these.
    expect(until).toBeNull();
    expect(requests).toBe(4);
  });

  it('is asked for again, within a pass, only as far as it is another', async () => {
    const github = createGitHub({ token: world.tokens.app, apiUrl: world.github.apiUrl, owner: 'acme', repo: 'lib' });
    const pass = { github, now: Date.now, log: () => undefined };
    const ledger: Ledger = { ...emptyLedger, heard: { since, handled: {} } };
    const first = await listComments(ledger, pass);
    const before = confirmed();
    expect(await listComments(ledger, pass)).toEqual(first);
    expect(confirmed()).toBe(before + 1);
    comment('grace', ours, 'Something else.');
    expect((await listComments(ledger, pass)).comments).toHaveLength(first.comments.length + 1);
  });

  it('is not heard again once it was followed', async () => {
    const followed = (await hear()).comments.map(({ id }) => id);
    expect(await hear(followed)).toMatchObject({ comments: [], requests: 1 });
  });

  it('leaves out bots, what was edited, what is on nobody of ours, and what bears our answer', async () => {
    const known = (await hear()).comments.map(({ id }) => id);
    const { host, world: site, apiUrl } = world.github;
    const bot = host.issueInstallationToken(site.createApp({ slug: 'helper' }));
    const body = JSON.stringify({ body: '/orchestrate retry 1.1' });
    const headers = { authorization: `Bearer ${bot}` };
    await fetch(`${apiUrl}/repos/acme/lib/issues/${ours}/comments`, { method: 'POST', headers, body });
    site.editCommentAs('grace', Number(comment('grace', ours, 'Nothing.')), '/orchestrate pause');
    comment('grace', theirs, '/orchestrate pause');
    const answered = Number(comment('grace', ours, '/orchestrate resume'));
    const github = createGitHub({ token: world.tokens.app, apiUrl, owner: 'acme', repo: 'lib' });
    await ensureReaction(github, answered, 'rocket');
    const received = comment('grace', ours, '/orchestrate why');
    await ensureReaction(github, Number(received), 'eyes');
    expect((await hear(known)).comments.map(({ id }) => id)).toEqual([received]);
  });

  it('is also what is on a pull request that is remembered as ours, whatever its branch is called', async () => {
    const known = (await hear()).comments.map(({ id }) => id);
    const asked = comment('grace', theirs, '/orchestrate status');
    expect((await hear(known)).comments).toEqual([]);
    const stories = { '1.1': { ...freshStoryMemory, pullRequest: theirs } };
    expect((await hear(known, stories)).comments.map(({ id }) => id)).toContain(asked);
  });

  it('leaves out what stands in code, and what is long of somebody who may not ask', async () => {
    const known = (await hear()).comments.map(({ id }) => id);
    comment('grace', ours, '```\n/orchestrate pause\n```');
    comment('eve', ours, `/orchestrate pause\n${'x'.repeat(3000)}`);
    const long = comment('grace', ours, `/orchestrate pause\n${'x'.repeat(3000)}`);
    expect((await hear(known)).comments.map(({ id }) => id)).toEqual([long]);
  });

  it('is no more at once than a pass can answer, and the rest the next time', async () => {
    // Those of before are not for us, edited or answered: each of them is looked at.
    const known = world.github.world.comments(ours).map(({ id }) => String(id));
    known.push(...world.github.world.comments(theirs).map(({ id }) => String(id)));
    const many = Array.from({ length: 23 }, () => comment('grace', ours, '/orchestrate status'));
    const first = await hear(known);
    expect(first.comments.map(({ id }) => id)).toEqual(many.slice(0, 20));
    const followed = first.comments.map(({ id }) => id);
    expect((await hear([...known, ...followed])).comments.map(({ id }) => id)).toEqual(many.slice(20));
  });

  it('is nothing where the token may not read comments, which is said', async () => {
    const { host, world: site, apiUrl } = world.github;
    const app = site.createApp({ slug: 'deaf', permissions: { metadata: 'read', contents: 'read' } });
    const github = createGitHub({ token: host.issueInstallationToken(app), apiUrl, owner: 'acme', repo: 'lib' });
    const said: string[] = [];
    const pass = { github, now: Date.now, log: (line: string) => void said.push(line) };
    expect(await listComments(emptyLedger, pass)).toMatchObject({ comments: [] });
    expect(said.join()).toMatch(/comments cannot be read/);
  });
});

describe('the merge of a story that nobody remembers', () => {
  it('is found when a person wants it undone, named or by where it is said, and else not asked for', async () => {
    const { world: site, apiUrl } = world.github;
    const { number, head } = await world.pull('orchestrate/3.1');
    world.check(head, 'test', 'success');
    await site.mergeAs('ann', number);
    const github = createGitHub({ token: world.tokens.app, apiUrl, owner: 'acme', repo: 'lib' });
    const said = (body: string, branch: string | null): CommentFacts => ({
      id: '1',
      source: 'comment',
      on: 1,
      branch,
      actor: { login: 'ann', isBot: false, canWrite: true, canMaintain: true, isAdmin: true, teams: [] },
      writtenAt: 0,
      aboutUntil: 0,
      body,
    });
    expect(await gatherAsked([said('/orchestrate retry 3.1', null)], [], github)).toEqual([]);
    const asked = said('/orchestrate revert 3.1', null);
    const unheard = { ...asked, actor: { ...asked.actor, canMaintain: false } };
    expect(await gatherAsked([unheard], [], github)).toEqual([]);
    expect(github.requests()).toBe(0);
    const found = { number, state: 'MERGED', headRef: 'orchestrate/3.1' };
    expect(await gatherAsked([said('/orchestrate revert 3.1', null)], [], github)).toMatchObject([found]);
    const known = await gatherAsked([said('/orchestrate revert', 'orchestrate/3.1')], [], github);
    expect(known).toMatchObject([found]);
    expect(await gatherAsked([said('/orchestrate revert 3.1', null)], known, github)).toEqual([]);
  });
});

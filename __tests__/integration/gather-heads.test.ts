import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger, StoryMemory } from '../../src/core/ledger.ts';
import type { HeadFacts, PullRequestFacts } from '../../src/core/snapshot.ts';
import { gatherHeads } from '../../src/pass/gather-heads.ts';
import { aFlight, aHead, aLedger, aMemory } from '../builders/ledger.ts';
import { aPullRequest } from '../builders/pull-request.ts';
import { aSha } from '../builders/sha.ts';
import { aStory } from '../builders/story.ts';
import { openWorld, runGit, type TestWorld } from './sandbox-github-world.ts';

const branch = 'orchestrate/1.1';
/** Put together here, so that this file itself passes a quarantine. */
const secret = `ghp_${'aB3'.repeat(12)}`;

let world: TestWorld;
let history: string;
let accepted: string;
let patchId: string;

beforeEach(async () => {
  world = await openWorld();
  history = join(world.temporary(), 'history');
  accepted = await world.branch(branch, { 'one.txt': 'one\n', 'two.txt': 'two\n' });
  patchId = (await lookAt(accepted, aMemory())).work?.patchId ?? '';
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

const tip = (): string => world.github.world.branches().get('main') ?? '';

function remembered(change: Partial<StoryMemory> = {}): StoryMemory {
  return aMemory({ pullRequest: 11, head: aHead({ sha: accepted, patchId }), ...change });
}

interface Seen {
  readonly pullRequests: readonly PullRequestFacts[];
  readonly ledger: Ledger;
  readonly protectedPaths?: readonly string[];
  readonly deliverables?: readonly string[];
}

function gather({
  pullRequests,
  ledger,
  protectedPaths = [],
  deliverables = [],
}: Seen): ReturnType<typeof gatherHeads> {
  const place = { remoteUrl: world.github.cloneUrl, token: world.tokens.app };
  const command = { command: ['agent'], timeoutMinutes: 1, outputLimitKb: 1 };
  const settings = {
    slug: 'lib',
    base: 'main',
    defaultBranch: 'main',
    workflow: 'orchestrate.yml',
    jobs: { author: command, reviewer: command, setup: null, verify: null, environment: [], protectedPaths: [] },
    protectedPaths,
    notify: { url: null, format: 'json' as const },
    assignments: null,
  };
  const stories = [aStory({ deliverables }), aStory({ number: '1.2' })];
  const seen = { baseSha: tip(), pullRequests, stories };
  return gatherHeads(seen, ledger, { history: { ...place, directory: history, isShallow: false }, settings });
}

async function lookAt(headSha: string, memory: StoryMemory, change: Partial<Seen> = {}): Promise<HeadFacts> {
  const heads = await gather({
    pullRequests: [aPullRequest({ headSha })],
    ledger: aLedger({ '1.1': memory }),
    ...change,
  });
  const head = heads.get(11);
  if (head === undefined) throw new Error('no head was judged');
  return head;
}

/** Makes the branch stand at a commit of this tree with these parents. */
async function commit(tree: string, ...parents: readonly string[]): Promise<string> {
  const repository = join(world.directory, 'repo.git');
  const made = await runGit(
    repository,
    'commit-tree',
    tree,
    '-m',
    'Made by hand',
    ...parents.flatMap((sha) => ['-p', sha]),
  );
  await runGit(repository, 'update-ref', `refs/heads/${branch}`, made.output.trim());
  return made.output.trim();
}

/** A merge of main into the accepted head, with these files besides. */
async function merge(files: Readonly<Record<string, string>>): Promise<string> {
  const merged = await world.github.world.git(['merge-tree', '--write-tree', accepted, tip()]);
  if (Object.keys(files).length === 0) return await commit(merged.trim(), accepted, tip());
  const onto = await commit(merged.trim(), accepted);
  const more = await world.github.world.pushAs('ann', { branch: 'scratch', onto, files, message: 'More' });
  return await commit(`${more}^{tree}`, accepted, tip());
}

describe('a head that was accepted', () => {
  it('is not judged again, and nothing is fetched for it', async () => {
    const fresh = join(world.temporary(), 'history');
    history = fresh;
    const pullRequests = [aPullRequest({ headSha: accepted })];
    expect(await gather({ pullRequests, ledger: aLedger({ '1.1': remembered() }) })).toEqual(new Map());
    expect(existsSync(fresh)).toBe(false);
  });
});

describe("GitHub's update of a branch", () => {
  it('is known by its parents and its unchanged patch', async () => {
    const { number } = await world.pull('orchestrate/1.2');
    const head = world.github.world.branches().get('orchestrate/1.2') ?? '';
    const before = (await lookAt(head, aMemory())).work;
    await world.github.world.pushAs('ann', { branch: 'main', files: { 'base.txt': 'b\n' }, message: 'base' });
    const update = { body: { expected_head_sha: head } };
    expect((await world.call('PUT', `/repos/acme/lib/pulls/${number}/update-branch`, update)).status).toBe(202);
    const updated = await expect
      .poll(() => world.github.world.branches().get('orchestrate/1.2'))
      .not.toBe(head)
      .then(() => world.github.world.branches().get('orchestrate/1.2') ?? '');
    const memory = aMemory({ pullRequest: 11, head: aHead({ sha: head, patchId: before?.patchId ?? '' }) });
    expect(await lookAt(updated, memory)).toEqual({
      sha: updated,
      kind: 'update',
      fault: null,
      work: { ...before, head: updated, diffBase: tip() },
    });
  });

  it('stays one when the base has moved on since', async () => {
    await world.github.world.pushAs('ann', { branch: 'main', files: { 'base.txt': 'b\n' }, message: 'base' });
    const merged = await merge({});
    await world.github.world.pushAs('ann', { branch: 'main', files: { 'more.txt': 'm\n' }, message: 'more' });
    expect(await lookAt(merged, remembered())).toMatchObject({ kind: 'update', work: { descends: true } });
  });

  it.each([
    ['something else in it', { 'three.txt': '3\n' }],
    ['what was accepted changed', { 'one.txt': 'other\n' }],
  ])('is a push with %s', async (_, files) => {
    await world.github.world.pushAs('ann', { branch: 'main', files: { 'base.txt': 'b\n' }, message: 'base' });
    expect(await lookAt(await merge(files), remembered())).toMatchObject({ kind: 'push', work: { descends: true } });
  });

  it('is a push when what was merged is not of the base', async () => {
    const aside = await world.branch('aside');
    const merged = await commit(`${accepted}^{tree}`, accepted, aside);
    expect(await lookAt(merged, remembered())).toMatchObject({ kind: 'push', work: { descends: true, patchId } });
  });

  it('is a push when it is one commit with the same change, made again', async () => {
    const files = { 'one.txt': 'one\n', 'two.txt': 'two\n' };
    const again = await world.github.world.pushAs('ann', { branch, onto: 'main', files, message: 'rebased' });
    expect(await lookAt(again, remembered())).toMatchObject({ kind: 'push', work: { descends: false, patchId } });
  });
});

describe("somebody's push", () => {
  it('is judged like an outcome: what it changes, what is protected, what is promised', async () => {
    const files = { 'three.txt': '3\n', '.github/workflows/ci.yml': 'on: push\n', 'docs/x.md': 'x\n' };
    const head = await world.branch(branch, files);
    const memory = remembered({ head: aHead({ sha: accepted, patchId, missingDeliverables: ['four.txt'] }) });
    const facts = await lookAt(head, memory, { protectedPaths: ['docs/**'], deliverables: ['one.txt', 'five.txt'] });
    expect(facts).toMatchObject({
      sha: head,
      kind: 'push',
      fault: null,
      work: {
        head,
        descends: true,
        diffBase: tip(),
        changedPaths: ['.github/workflows/ci.yml', 'docs/x.md', 'one.txt', 'three.txt', 'two.txt'],
        protectedPaths: ['.github/workflows/ci.yml', 'docs/x.md'],
        missingDeliverables: ['five.txt', 'four.txt'],
        refusals: [],
      },
    });
    expect(facts.work?.patchId).not.toBe(patchId);
  });

  it('is refused for a secret, also one that a later commit took out again', async () => {
    await world.branch(branch, { 'key.txt': `${secret}\n` });
    const head = await world.branch(branch, { 'key.txt': null });
    const { work } = await lookAt(head, remembered());
    expect(work?.refusals).toEqual([expect.stringContaining('key.txt: it holds what looks like')]);
  });

  it('descends from nothing when it took the place of what was accepted, wherever that is now', async () => {
    const head = await world.github.world.pushAs('ann', {
      branch,
      onto: 'main',
      files: { 'x.txt': 'x\n' },
      message: 'x',
    });
    expect(await lookAt(head, remembered())).toMatchObject({ kind: 'push', work: { descends: false } });
    const gone = remembered({ head: aHead({ sha: aSha('gone'), patchId }) });
    expect(await lookAt(head, gone)).toMatchObject({ kind: 'push', work: { descends: false } });
  });

  it('cannot be judged when it is gone again, and holds up no other', async () => {
    const head = await world.branch('orchestrate/1.2');
    const gone = aSha('gone');
    const pullRequests = [
      aPullRequest({ headSha: gone }),
      aPullRequest({ number: 12, headRef: 'orchestrate/1.2', headSha: head }),
    ];
    const heads = await gather({ pullRequests, ledger: aLedger({ '1.1': remembered() }) });
    expect(heads.get(11)).toEqual({ sha: gone, kind: 'push', work: null, fault: expect.stringContaining(gone) });
    expect(heads.get(12)).toMatchObject({ sha: head, work: { changedPaths: ['orchestrate/1.2.txt'] } });
  });

  it('cannot be judged when it has no history in common with the base', async () => {
    const orphan = await commit(`${accepted}^{tree}`);
    expect(await lookAt(orphan, remembered())).toMatchObject({
      work: null,
      fault: expect.stringContaining('in common'),
    });
  });
});

describe('a head whose story is not remembered', () => {
  it('is judged from where it left the base', async () => {
    expect(await lookAt(accepted, aMemory())).toMatchObject({
      kind: 'push',
      work: { descends: true, diffBase: tip(), changedPaths: ['one.txt', 'two.txt'] },
    });
  });

  it('is found by its branch, of any generation', async () => {
    const pullRequests = [aPullRequest({ headRef: 'orchestrate/1.1-3', headSha: accepted })];
    expect([...(await gather({ pullRequests, ledger: aLedger() })).keys()]).toEqual([11]);
  });
});

describe('no head is judged', () => {
  it.each<readonly [string, Partial<PullRequestFacts>, Partial<StoryMemory>, Partial<Ledger>]>([
    ['of a pull request that is not open', { state: 'CLOSED' }, {}, {}],
    ["of a fork's pull request", { isFork: true }, {}, {}],
    ['of one against another branch', { baseRef: 'release' }, {}, {}],
    ['of a branch an agent works on', {}, {}, { flights: { '99-3': aFlight() } }],
    ['of an earlier generation', {}, { generation: 2 }, {}],
    ['of a branch whose story has another pull request', {}, { pullRequest: 12 }, {}],
    ['of a story that there is not', { headRef: 'orchestrate/9.9' }, {}, {}],
    ["of somebody's branch", { headRef: 'feature' }, {}, {}],
  ])('%s', async (_, change, memory, ledger) => {
    const pullRequests = [aPullRequest({ headSha: accepted, ...change })];
    expect(await gather({ pullRequests, ledger: aLedger({ '1.1': aMemory(memory) }, ledger) })).toEqual(new Map());
  });
});

it('is not fetched twice', async () => {
  const head = await world.branch(branch, { 'three.txt': '3\n' });
  const first = await lookAt(head, remembered());
  world.github.host.revokeToken(world.tokens.app);
  expect(await lookAt(head, remembered())).toEqual(first);
});

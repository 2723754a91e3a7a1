import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/core/ledger.ts';
import type { StoryFacts } from '../../src/core/snapshot.ts';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import { gatherLost, type SeenStories } from '../../src/pass/gather-lost.ts';
import { aFlight, aHead, aLedger, aMemory } from '../builders/ledger.ts';
import { aPullRequest } from '../builders/pull-request.ts';
import { aStory, ourStory } from '../builders/story.ts';
import { openWorld, type TestWorld } from './sandbox-github-world.ts';

const identities = { implementer: 'implementer', reviewer: 'reviewer', orchestrator: 'orchestrator' };

function appOf({ github, tokens }: TestWorld): GitHub {
  return createGitHub({ token: tokens.app, apiUrl: github.apiUrl, owner: 'acme', repo: 'lib' });
}

function seenOf(stories: readonly StoryFacts[], change: Partial<SeenStories> = {}): SeenStories {
  return { stories, identities, contractedBy: new Map(), pullRequests: [], ...change };
}

/** A pull request from this branch, which a person merged or closed. */
async function ended(world: TestWorld, branch: string, end: 'merged' | 'closed'): Promise<number> {
  const { number } = await world.pull(branch, { [`${branch.replaceAll('/', '-')}-${end}.txt`]: 'x\n' });
  if (end === 'merged') await world.github.world.mergeAs('ann', number);
  else world.github.world.closeAs('ann', number);
  return number;
}

describe('pull requests that a lost ledger knew', () => {
  it('are found by the branches of the stories under way in our name, merged or closed', async () => {
    await using world = await openWorld();
    const merged = await ended(world, 'orchestrate/1.1', 'merged');
    const closed = await ended(world, 'orchestrate/1.2', 'closed');
    await ended(world, 'orchestrate/1.3', 'merged');
    const stories = [
      ourStory({ number: '1.1', agentStatus: 'reported_done' }),
      ourStory({ number: '1.2' }),
      ourStory({ number: '1.3', agentStatus: 'reported_done', verifiedStatus: 'verified' }),
      ourStory({ number: '1.4' }),
    ];
    const github = appOf(world);
    const found = await gatherLost(seenOf(stories), aLedger(), github);
    expect(found).toMatchObject([
      { number: merged, state: 'MERGED', headRef: 'orchestrate/1.1', mergedBy: 'ann' },
      { number: closed, state: 'CLOSED', headRef: 'orchestrate/1.2', mergeSha: null },
    ]);
    expect(github.requests()).toBe(1);
  });

  it('are the newest of the highest generation, however many there were', async () => {
    await using world = await openWorld();
    for (const generation of ['', '-2', '-3']) await ended(world, `orchestrate/1.1${generation}`, 'closed');
    await ended(world, 'orchestrate/1.1-4', 'closed');
    const last = await ended(world, 'orchestrate/1.1-4', 'merged');
    const found = await gatherLost(seenOf([ourStory()]), aLedger(), appOf(world));
    expect(found).toMatchObject([{ number: last, headRef: 'orchestrate/1.1-4', state: 'MERGED' }]);
  });

  it('are asked for of what was rejected and given back too, once', async () => {
    await using world = await openWorld();
    const number = await ended(world, 'orchestrate/1.1', 'merged');
    const seen = seenOf([aStory({ verifiedStatus: 'rejected' })]);
    expect(await gatherLost(seen, aLedger(), appOf(world))).toMatchObject([{ number, state: 'MERGED' }]);
    expect(await gatherLost(seen, aLedger({ '1.1': aMemory({ generation: 2 }) }), appOf(world))).toEqual([]);
  });

  it('are asked for fifty branches at a time', async () => {
    await using world = await openWorld();
    const number = await ended(world, 'orchestrate/1.20', 'closed');
    const stories = Array.from({ length: 20 }, (_, index) => ourStory({ number: `1.${index + 1}` }));
    const github = appOf(world);
    expect(await gatherLost(seenOf(stories), aLedger(), github)).toMatchObject([{ number }]);
    expect(github.requests()).toBe(2);
  });
});

describe('nothing is asked', () => {
  const silent: Pick<GitHub, 'graphql'> = { graphql: () => Promise.reject(new Error('it was asked')) };
  const contracted = aStory({ agentStatus: 'contracted' });

  it.each<readonly [string, StoryFacts, Partial<SeenStories>, Ledger]>([
    ['for a story that nobody works on', aStory(), {}, aLedger()],
    ["for somebody else's", ourStory({ assignedAgentId: 'somebody' }), {}, aLedger()],
    ["for somebody else's handshake", contracted, { contractedBy: new Map([['1.1', 'somebody']]) }, aLedger()],
    ['for one whose pull request is open', ourStory(), { pullRequests: [aPullRequest()] }, aLedger()],
    ['for one whose pull request is remembered', ourStory(), {}, aLedger({ '1.1': aMemory({ pullRequest: 11 }) })],
    [
      'for one whose work is kept',
      ourStory(),
      {},
      aLedger({ '1.1': aMemory({ kept: { head: aHead(), protectedPaths: [] } }) }),
    ],
    ['for one that an agent works on', ourStory(), {}, aLedger({}, { flights: { '99-3': aFlight() } })],
  ])('%s', async (_, story, seen, ledger) => {
    expect(await gatherLost(seenOf([story], seen), ledger, silent)).toEqual([]);
  });

  it('unless the handshake is ours', async () => {
    const seen = seenOf([contracted], { contractedBy: new Map([['1.1', 'implementer']]) });
    await expect(gatherLost(seen, aLedger(), silent)).rejects.toThrow('it was asked');
  });
});

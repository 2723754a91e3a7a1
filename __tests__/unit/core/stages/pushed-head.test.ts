import { describe, expect, it } from 'vitest';
import type { HeadFacts, Snapshot, WorkFacts } from '../../../../src/core/snapshot.ts';
import { aHead, aMemory, approved, opened } from '../../../builders/ledger.ts';
import { someWork } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha } from '../../../builders/sha.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const story = ourStory();
const sha = aSha('person');
const pullRequest = aPullRequest({ headSha: sha });

function seen(work: Partial<WorkFacts> | null = {}, change: Partial<HeadFacts> = {}): Partial<Snapshot> {
  const found: HeadFacts = {
    sha,
    kind: 'push',
    work: work === null ? null : someWork({ head: sha, ...work }),
    fault: null,
    ...change,
  };
  return { heads: new Map([[11, found]]) };
}

const rows: readonly Row[] = [
  { behaviour: 'is adopted where it stands', story, memory: opened(), world: seen(), expected: 'adopt' },
  {
    behaviour: 'of a reviewed story is adopted as well',
    story: ourStory({ agentStatus: 'reported_done' }),
    memory: approved(),
    world: seen(),
    expected: 'adopt',
  },
  {
    behaviour: 'is adopted though files are missing in it: the next author hears of them',
    story,
    memory: opened(),
    world: seen({ missingDeliverables: ['docs/api.md'] }),
    expected: 'adopt',
  },
  { behaviour: 'that was not looked at yet is held', story, memory: opened(), expected: 'hold head_not_accepted' },
  {
    behaviour: 'that moved since it was looked at is held',
    story,
    memory: opened(),
    world: seen({}, { sha: aSha('before') }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'for another branch than the base is not looked at',
    story,
    memory: opened(),
    pullRequest: aPullRequest({ headSha: sha, baseRef: 'develop' }),
    world: seen(),
    expected: 'hold base_changed',
  },
  {
    behaviour: 'that cannot be judged is held',
    story,
    memory: opened(),
    world: seen(null, { fault: 'it cannot be fetched' }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'that threw the accepted head away is held',
    story,
    memory: opened(),
    world: seen({ descends: false }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'that took its place with the same diff is a rebase, and adopted',
    story,
    memory: opened({ approvedHead: aHead().sha }),
    world: seen({ descends: false, patchId: 'patch-1', protectedPaths: ['CODEOWNERS'] }),
    expected: 'adopt',
  },
  {
    behaviour: 'that took its place with the same diff is held all the same for a secret on the way',
    story,
    memory: opened(),
    world: seen({ descends: false, patchId: 'patch-1', refusals: ['a key in config.js'] }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'that changes nothing of the base is held',
    story,
    memory: opened(),
    world: seen({ isEmpty: true }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'that must not be in the repository is held',
    story,
    memory: opened(),
    world: seen({ refusals: ['a key in config.js'] }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'on protected paths waits for a person',
    story,
    memory: opened(),
    world: seen({ protectedPaths: ['CODEOWNERS'] }),
    expected: 'hold protected_paths',
  },
  {
    behaviour: 'on protected paths is adopted when a person approved exactly that one',
    story,
    memory: opened({ approvedHead: sha }),
    world: seen({ protectedPaths: ['CODEOWNERS'] }),
    expected: 'adopt',
  },
  {
    behaviour: 'that brings the accepted one up to date needs no second approval',
    story,
    memory: opened({ approvedHead: aHead().sha }),
    world: seen({ patchId: 'patch-1', protectedPaths: ['CODEOWNERS'] }, { kind: 'update' }),
    expected: 'adopt',
  },
  {
    behaviour: 'that only looks like an update, with another diff, is one that somebody pushed',
    story,
    memory: opened({ approvedHead: aHead().sha }),
    world: seen({ protectedPaths: ['CODEOWNERS'] }, { kind: 'update' }),
    expected: 'hold protected_paths',
  },
  {
    behaviour: 'of a story that is to be done again is what the next author starts from',
    story: aStory({ verifiedStatus: 'rejected' }),
    memory: opened({ agreement: null }),
    world: seen(),
    expected: 'adopt',
  },
  {
    behaviour: 'from an earlier life is adopted before an author starts',
    story: aStory(),
    world: seen(),
    expected: 'adopt',
  },
  {
    behaviour: 'of a claim whose ledger was lost is adopted, and nobody is sent',
    world: seen(),
    story,
    expected: 'adopt',
  },
  {
    behaviour: 'of a report whose ledger was lost is adopted, and its review asked anew',
    story: ourStory({ agentStatus: 'reported_done' }),
    world: seen(),
    expected: 'adopt',
  },
  {
    behaviour: 'of a half-made claim is adopted first',
    story: ourStory({ agentStatus: 'assigned' }),
    memory: opened(),
    world: seen(),
    expected: 'adopt',
  },
  {
    behaviour: 'of a half-made handshake is adopted first',
    story: aStory({ agentStatus: 'contracted' }),
    memory: opened(),
    world: seen(),
    expected: 'adopt',
  },
  {
    behaviour: 'of somebody else’s claim is theirs',
    story: ourStory({ assignedAgentId: 'a-person' }),
    memory: aMemory(),
    world: seen(),
    expected: 'hold stalled_elsewhere',
  },
];

describe('a head that we did not push', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene({ pullRequest, ...scene })).toBe(expected);
  });

  it('by a person is another diff, which needs a review of its own', () => {
    const work = { concerns: ['a test was deleted'], missingDeliverables: ['a'] };
    expect(askScene({ story, memory: approved(), pullRequest, world: seen(work) })).toMatchObject({
      decision: { pullRequest: 11, head: { sha, by: 'human', patchId: 'patch-2', ...work } },
    });
    const adopted = approved({ head: aHead({ sha, patchId: 'patch-2' }) });
    expect(answerScene({ story, memory: adopted, pullRequest })).toBe('want review');
  });

  it('by GitHub’s update keeps what was found and said of the accepted one, from a newer base', () => {
    const update = seen({ patchId: 'patch-1', diffBase: aSha('newer') }, { kind: 'update' });
    const memory = approved({ head: aHead({ concerns: ['CI changes'] }) });
    expect(askScene({ story, memory, pullRequest, world: update })).toMatchObject({
      decision: { head: { sha, by: 'update', patchId: 'patch-1', diffBase: aSha('newer'), concerns: ['CI changes'] } },
    });
    const reported = ourStory({ agentStatus: 'reported_done' });
    expect(answerScene({ story: reported, memory: approved({ head: aHead({ sha }) }), pullRequest })).toBe('merge');
  });

  it('from a fork is held by its number: a name is no proof of whose it is', () => {
    const fork = aPullRequest({ headSha: sha, isFork: true });
    expect(answerScene({ story, memory: opened(), pullRequest: fork, world: seen() })).toBe('hold fork');
    expect(answerScene({ story: aStory(), pullRequest: fork, world: seen() })).toBe('want implement');
  });
});

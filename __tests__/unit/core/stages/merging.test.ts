import { describe, expect, it } from 'vitest';
import type { StoryMemory } from '../../../../src/core/ledger.ts';
import type { MergingFacts, Snapshot } from '../../../../src/core/snapshot.ts';
import { aCheck } from '../../../builders/checks.ts';
import { aHead, approved, minute, noon } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';

const story = ourStory({ agentStatus: 'reported_done' });
const pullRequest = aPullRequest();
const requested: NonNullable<StoryMemory['merging']> = { headSha, baseSha: tip, uuid: 'u-1', at: noon - minute };
const queued = { ...requested, uuid: null };

function seen(kind: MergingFacts['kind'], detail = ''): Partial<Snapshot> {
  return { merging: new Map([[11, { kind, detail }]]) };
}

function unmerged(times: number, notBefore: number): NonNullable<StoryMemory['unmerged']> {
  return { headSha, detail: 'failed checks', times, notBefore };
}

const rows: readonly Row[] = [
  {
    behaviour: 'waits while GitHub is making it',
    memory: approved({ merging: requested }),
    world: seen('pending'),
    expected: 'hold merge_pending',
  },
  {
    behaviour: 'waits while it is in the queue',
    memory: approved({ merging: queued }),
    world: seen('queued'),
    expected: 'hold in_merge_queue',
  },
  {
    behaviour: 'waits in the queue that a person has put it into',
    memory: approved(),
    world: seen('queued'),
    expected: 'hold in_merge_queue',
  },
  {
    behaviour: 'is not asked for twice when nobody has looked',
    memory: approved({ merging: requested }),
    expected: 'hold merge_state_unknown',
  },
  {
    behaviour: 'is dropped when it ended without a merge',
    memory: approved({ merging: queued }),
    world: seen('ended', 'failed checks'),
    expected: 'drop_merge',
  },
  {
    behaviour: 'of an earlier head means nothing for this one',
    memory: approved({ merging: { ...requested, headSha: aSha('earlier') } }),
    expected: 'merge',
  },
  {
    behaviour: 'is waited for although a check has turned red meanwhile: GitHub judges when it merges',
    memory: approved({ merging: queued }),
    pullRequest: aPullRequest({ checks: [aCheck('failure')] }),
    world: seen('queued'),
    expected: 'hold in_merge_queue',
  },
  {
    behaviour: 'is recorded as ours when the queue has merged it',
    memory: approved({ merging: queued }),
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: aSha('m'), mergedBy: 'github-merge-queue' }),
    expected: 'record_merge',
  },
  {
    behaviour: 'is not asked for again at once',
    memory: approved({ unmerged: unmerged(1, noon + minute) }),
    expected: 'hold merge_again',
  },
  {
    behaviour: 'is asked for again after a while',
    memory: approved({ unmerged: unmerged(3, noon) }),
    expected: 'merge',
  },
  {
    behaviour: 'is asked for again at once for another head',
    memory: approved({ unmerged: { ...unmerged(4, noon + minute), headSha: aSha('earlier') } }),
    expected: 'merge',
  },
  {
    behaviour: 'is handed to a person when GitHub would not make it four times',
    memory: approved({ unmerged: unmerged(4, noon) }),
    expected: 'escalate merge_refused',
  },
  {
    behaviour: 'is not asked for again while the gate says no, whatever was said before',
    memory: approved({ unmerged: unmerged(4, noon) }),
    pullRequest: aPullRequest({ isDraft: true }),
    expected: 'hold draft',
  },
];

describe('a merge that was asked for', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene({ story, pullRequest, ...scene })).toBe(expected);
  });

  it('says when it is dropped what GitHub said', () => {
    const memory = approved({ merging: queued });
    const step = askScene({ story, memory, pullRequest, world: seen('ended', 'failed checks') });
    expect(step).toMatchObject({
      decision: { because: '#11 was not merged: failed checks', headSha, detail: 'failed checks' },
    });
  });

  it.each([
    { by: 'the queue, which had it from us', mergedBy: 'github-merge-queue', merging: queued, expected: null },
    {
      by: 'the queue, which had it from somebody',
      mergedBy: 'github-merge-queue',
      merging: null,
      expected: 'github-merge-queue',
    },
    { by: 'a person, past the queue', mergedBy: 'ada', merging: queued, expected: 'ada' },
    { by: 'us', mergedBy: 'orchestrate-app', merging: requested, expected: null },
  ])('is known as merged by $by', ({ mergedBy, merging, expected }) => {
    const merged = aPullRequest({ state: 'MERGED', mergeSha: aSha('m'), mergedBy });
    const step = askScene({ story, memory: approved({ merging }), pullRequest: merged });
    expect(step).toMatchObject({ decision: { kind: 'record_merge', merged: { by: expected } } });
  });

  it('goes through the queue where the rules have one, whatever the methods of the repository', () => {
    const memory = approved({ head: aHead() });
    const step = askScene({
      story,
      memory,
      pullRequest,
      world: { rules: someRules({ requiresMergeQueue: true, mergeMethods: ['squash'] }) },
    });
    expect(step).toMatchObject({ kind: 'merge', decision: { kind: 'merge', way: 'queue', pullRequestId: 'PR_11' } });
  });
});

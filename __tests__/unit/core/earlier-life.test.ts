import { describe, expect, it } from 'vitest';
import { noteEarlierLife } from '../../../src/core/earlier-life.ts';
import { recall, type StoryMemory } from '../../../src/core/ledger.ts';
import type { PullRequestFacts, StoryFacts } from '../../../src/core/snapshot.ts';
import { aHead, aLedger, aMemory } from '../../builders/ledger.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

interface Row {
  readonly when: string;
  readonly story?: StoryFacts;
  readonly pullRequests: readonly Partial<PullRequestFacts>[];
  readonly memory?: Partial<StoryMemory>;
  /** Null: nothing is noted. */
  readonly noted: Partial<StoryMemory> | null;
}

const merged = { state: 'MERGED', mergedBy: 'orchestrate-app' } as const;
const rejected = aStory({ verifiedStatus: 'rejected' });

const rows: readonly Row[] = [
  {
    when: 'its pull request, when nothing else is known',
    pullRequests: [{}],
    noted: { generation: 1, pullRequest: 11 },
  },
  {
    when: 'the newest of the highest generation',
    pullRequests: [
      { number: 20, headRef: 'orchestrate/1.1-2' },
      { number: 22, headRef: 'orchestrate/1.1-3' },
      { number: 21, headRef: 'orchestrate/1.1-3' },
      { number: 30 },
    ],
    noted: { generation: 3, pullRequest: 22 },
  },
  {
    when: 'a later generation than an old ledger knows of',
    pullRequests: [{ number: 20, headRef: 'orchestrate/1.1-2' }],
    memory: { agreement: 'criteria-1.1' },
    noted: { agreement: 'criteria-1.1', generation: 2, pullRequest: 20 },
  },
  { when: 'nothing of an earlier generation', pullRequests: [{}], memory: { generation: 2 }, noted: null },
  { when: 'nothing when its head is known', pullRequests: [{}], memory: { head: aHead() }, noted: null },
  { when: 'nothing when another one is known', pullRequests: [{}], memory: { pullRequest: 5 }, noted: null },
  { when: "nothing of a fork's", pullRequests: [{ isFork: true }], noted: null },
  { when: "nothing of somebody's branch", pullRequests: [{ headRef: 'feature' }], noted: null },
  {
    when: 'nothing of a story that is done',
    story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }),
    pullRequests: [merged],
    noted: null,
  },
  {
    when: 'a new generation, when it was rejected after our merge',
    story: rejected,
    pullRequests: [merged],
    noted: { generation: 2, pullRequest: null },
  },
  {
    when: 'the pull request that a person merged, also of what was rejected',
    story: rejected,
    pullRequests: [{ ...merged, mergedBy: 'ann' }],
    noted: { generation: 1, pullRequest: 11 },
  },
  {
    when: 'the merge of what is reported',
    story: ourStory({ agentStatus: 'reported_done' }),
    pullRequests: [merged],
    noted: { generation: 1, pullRequest: 11 },
  },
];

describe('what pull requests tell of a story of whose work nothing is known', () => {
  it.each(rows)('$when', ({ story = ourStory(), pullRequests, memory, noted }) => {
    const ledger = aLedger(memory === undefined ? {} : { '1.1': aMemory(memory) });
    const world = aSnapshot([story], { pullRequests: pullRequests.map((change) => aPullRequest(change)) });
    const after = noteEarlierLife(ledger, world);
    expect(after).toEqual(noted === null ? ledger : { ...ledger, stories: { '1.1': aMemory(noted) } });
    expect(noteEarlierLife(after, world)).toEqual(after);
    expect(recall(after, '1.2')).toEqual(aMemory());
  });
});

import { describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../../../src/core/snapshot.ts';
import { aCheck } from '../../../builders/checks.ts';
import { inShort } from '../../../builders/context.ts';
import { approved, minute, noon } from '../../../builders/ledger.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const reported = ourStory({ agentStatus: 'reported_done' });
const merged = { sha: aSha('merge'), headSha, baseBefore: aSha('before'), by: null, at: noon };
const memory = approved({ merged });
const base = { branch: 'main', sha: tip, checks: [aCheck('pending')] };

const rows: readonly Row[] = [
  { behaviour: 'a merge on a proven base is verified', story: reported, memory, expected: 'verify' },
  {
    behaviour: 'a merge recorded from GitHub is verified by the proof of the tip as well',
    story: reported,
    memory: approved({ merged: { ...merged, baseBefore: null } }),
    expected: 'verify',
  },
  {
    behaviour: 'a merge on a base that is not proven yet waits',
    story: reported,
    memory,
    world: { base },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a merge on a red base waits',
    story: reported,
    memory,
    world: { base: { ...base, checks: [aCheck('failure')] } },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a look at the base that still shows the tip before the merge proves nothing of it',
    story: reported,
    memory: approved({ merged: { ...merged, baseBefore: tip } }),
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a merge that a proven tip does not contain is not verified by it',
    story: reported,
    memory: approved({ merged: { ...merged, at: noon - 20 * minute } }),
    world: { missingMerges: new Set([merged.sha]) },
    expected: 'hold base_rewound',
  },
  {
    behaviour: 'a merge that the tip does not show yet waits',
    story: reported,
    memory,
    world: { missingMerges: new Set([merged.sha]) },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a person’s merge that the tip does not contain is not recorded',
    story: reported,
    memory: approved({ merged: { ...merged, baseBefore: null, by: 'ada', at: noon - 20 * minute } }),
    world: { missingMerges: new Set([merged.sha]) },
    expected: 'hold base_rewound',
  },
  {
    behaviour: 'a merge that the base was put back to before waits for nothing that comes by itself',
    story: reported,
    memory: approved({ merged: { ...merged, baseBefore: tip, at: noon - 20 * minute } }),
    expected: 'hold base_rewound',
  },
  {
    behaviour: 'a merge of a story that loopctl does not have as reported is left to a person',
    story: ourStory(),
    memory,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a verified story moves no more',
    story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }),
    memory,
    expected: 'hold project_done',
  },
  {
    behaviour: 'a merge is verified though a person was asked before it',
    story: reported,
    memory: approved({ merged, sticky: { code: 'reviews_exhausted', detail: '', since: noon } }),
    expected: 'verify',
  },
];

const ancestor = aSha('merge');
const redTip = { ...base, checks: [aCheck('failure')] };
const reverted = approved({ merged, reverted: { redSha: ancestor, failures: ['test: not ok 1'], by: null } });

const proofRows: readonly Row[] = [
  {
    behaviour: 'is verified by the merge’s own checks though the tip is pending',
    story: reported,
    memory,
    world: { base, mergeChecks: new Map([[ancestor, [aCheck()]]]) },
    expected: 'verify',
  },
  {
    behaviour: 'is verified by them though the tip is red by now',
    story: reported,
    memory,
    world: { base: redTip, mergeChecks: new Map([[ancestor, [aCheck()]]]) },
    expected: 'verify',
  },
  {
    behaviour: 'waits while they run',
    story: reported,
    memory,
    world: { base, mergeChecks: new Map([[ancestor, [aCheck(), aCheck('pending', { name: 'lint' })]]]) },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'is not proven by the checks of another merge',
    story: reported,
    memory,
    world: { base, mergeChecks: new Map([[aSha('other'), [aCheck()]]]) },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'is not proven by having none',
    story: reported,
    memory,
    world: { base, mergeChecks: new Map([[ancestor, []]]) },
    expected: 'hold merged_unverified',
  },
];

const revertedRows: readonly Row[] = [
  {
    behaviour: 'is rejected once the base is proven without it',
    story: reported,
    memory: reverted,
    expected: 'reject',
  },
  {
    behaviour: 'waits for that proof, whatever its own checks say',
    story: reported,
    memory: reverted,
    world: { base, mergeChecks: new Map([[ancestor, [aCheck()]]]) },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'is remembered as rejected where the rejection was made and not remembered',
    story: aStory({ verifiedStatus: 'rejected' }),
    memory: reverted,
    expected: 'reject',
  },
  {
    behaviour: 'is left to a person where loopctl does not have it as reported',
    story: ourStory(),
    memory: reverted,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'is rejected though only GitHub tells of the revert',
    story: reported,
    memory,
    world: { reverts: new Map([[11, 21]]) },
    expected: 'reject',
  },
  {
    behaviour: 'waits for the proof of the base though only GitHub tells of the revert',
    story: reported,
    memory,
    world: { base, mergeChecks: new Map([[ancestor, [aCheck()]]]), reverts: new Map([[11, 21]]) },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'is told apart from one whose neighbour was',
    story: reported,
    memory,
    world: { reverts: new Map([[12, 21]]) },
    expected: 'verify',
  },
];

describe('a merge that is no longer the tip', () => {
  it.each(proofRows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('names the commit that proves it', () => {
    const world = { base, mergeChecks: new Map([[ancestor, [aCheck()]]]) };
    expect(askScene({ story: reported, memory, world })).toMatchObject({ decision: { provenSha: ancestor } });
  });
});

describe('a merge that was reverted', () => {
  it.each(revertedRows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('tells the next author what failed with it', () => {
    expect(askScene({ story: reported, memory: reverted })).toMatchObject({
      decision: { feedback: { kind: 'reverted', items: expect.arrayContaining(['test: not ok 1']) } },
    });
  });
});

it('names the revert that GitHub tells of', () => {
  const step = askScene({ story: reported, memory, world: { reverts: new Map([[11, 21]]) } });
  expect(step).toMatchObject({ decision: { reason: expect.stringContaining('it was reverted by #21') } });
});

describe('merged', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('verifies with the review’s words, the merge and the tip that proves it', () => {
    expect(askScene({ story: reported, memory })).toMatchObject({
      decision: { mergeSha: merged.sha, provenSha: tip, summary: 'Every criterion is met.' },
    });
  });
});

/** Reported, and rejected before or since. */
function rejectedStory(moments: Pick<StoryFacts, 'rejectedAt' | 'reportedDoneAt'>): StoryFacts {
  return ourStory({ agentStatus: 'reported_done', verifiedStatus: 'rejected', ...moments });
}

const byHand = { ...merged, baseBefore: null, by: 'ada' };
const landed = approved({ merged: byHand });

const handRows: readonly Row[] = [
  {
    behaviour: 'waits for the proof of the base like any other',
    story: ourStory(),
    memory: landed,
    world: { base },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'is reported where we were at it',
    story: ourStory(),
    memory: landed,
    expected: 'record_human_merge report',
  },
  {
    behaviour: 'is completed where it was reported',
    story: reported,
    memory: landed,
    expected: 'record_human_merge complete',
  },
  {
    behaviour: 'is completed where the story was reported anew after a rejection',
    story: rejectedStory({ rejectedAt: '1', reportedDoneAt: '2' }),
    memory: landed,
    expected: 'record_human_merge complete',
  },
  {
    behaviour: 'gives a claim back that was rejected and never reset',
    story: rejectedStory({ rejectedAt: '2', reportedDoneAt: '1' }),
    memory: landed,
    expected: 'unclaim',
  },
  { behaviour: 'is backfilled where nobody had the story', memory: landed, expected: 'record_human_merge backfill' },
  {
    behaviour: 'is marked complete where the story was rejected, since a rejection cannot be backfilled',
    story: aStory({ verifiedStatus: 'rejected' }),
    memory: landed,
    expected: 'record_human_merge mark_complete',
  },
  {
    behaviour: 'is marked complete where the handshake was made and nothing else',
    story: aStory({ agentStatus: 'contracted' }),
    memory: landed,
    expected: 'record_human_merge mark_complete',
  },
  {
    behaviour: 'gives a claim back on which nothing was started',
    story: ourStory({ agentStatus: 'assigned' }),
    memory: landed,
    expected: 'unclaim',
  },
  {
    behaviour: 'is left to whoever else has claimed the story',
    story: ourStory({ assignedAgentId: 'a-person' }),
    memory: landed,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'is left to whoever else made the handshake',
    story: aStory({ agentStatus: 'contracted' }),
    memory: { ...landed, agreement: null },
    world: { contractedBy: new Map([['1.1', 'a-person']]) },
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'tells nothing of a story that was verified and taken back',
    story: aStory({ verifiedStatus: 'verified' }),
    memory: landed,
    expected: 'hold stalled_elsewhere',
  },
];

describe('a merge by a person', () => {
  it.each(handRows)('$behaviour', ({ expected, ...scene }) => {
    const step = askScene(scene);
    const how = step.kind === 'act' && step.decision.kind === 'record_human_merge' ? ` ${step.decision.how}` : '';
    expect(`${inShort(step)}${how}`).toBe(expected);
  });

  it('is recorded with the person, the pull request and the commit', () => {
    expect(askScene({ story: ourStory(), memory: landed })).toMatchObject({
      decision: { pullRequest: 11, person: 'ada', mergeSha: merged.sha },
    });
  });
});

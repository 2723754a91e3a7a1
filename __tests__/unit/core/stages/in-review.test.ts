import { describe, expect, it } from 'vitest';
import { aHead, approved, aVerdict, minute, noon, opened } from '../../../builders/ledger.ts';
import { aFailedReview } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { ourStory } from '../../../builders/story.ts';

const story = ourStory();
const reported = ourStory({ agentStatus: 'reported_done' });
const pullRequest = aPullRequest();
const failed = aVerdict({ review: aFailedReview() });

const rows: readonly Row[] = [
  {
    behaviour: 'a passing verdict is told to loopctl first',
    story,
    memory: opened({ verdict: aVerdict() }),
    pullRequest,
    expected: 'report_pass',
  },
  {
    behaviour: 'a failing verdict rejects',
    story,
    memory: opened({ verdict: failed }),
    pullRequest,
    expected: 'report_fail',
  },
  {
    behaviour: 'a reported pass goes through the gate',
    story: reported,
    memory: approved(),
    pullRequest,
    expected: 'merge',
  },
  {
    behaviour:
      'a verdict that loopctl was told of in vain, since its claim was taken away, is told again before a merge',
    story,
    memory: approved(),
    pullRequest,
    expected: 'report_pass',
  },
  {
    behaviour: 'a verdict about another diff does not count',
    story: reported,
    memory: approved({ head: aHead({ patchId: 'patch-9' }) }),
    pullRequest,
    expected: 'want review',
  },
  {
    behaviour: 'a verdict about other criteria does not count',
    story: reported,
    memory: approved({ verdict: aVerdict({ criteriaHash: 'criteria-of-yesterday' }) }),
    pullRequest,
    expected: 'want review',
  },
  {
    behaviour: 'a verdict survives a head that brings the same diff',
    story: reported,
    memory: approved({ head: aHead({ sha: aSha('updated') }) }),
    pullRequest: aPullRequest({ headSha: aSha('updated') }),
    expected: 'merge',
  },
  {
    behaviour: 'a second reviewer is sent when the first gave no verdict',
    story,
    memory: opened({ reviews: { headSha, count: 1 } }),
    pullRequest,
    expected: 'want review',
  },
  {
    behaviour: 'two reviews of one head without a verdict hand the story to a person',
    story,
    memory: opened({ reviews: { headSha, count: 2 } }),
    pullRequest,
    expected: 'escalate reviews_exhausted',
  },
  {
    behaviour: 'the reviews of an earlier head do not count against this one',
    story,
    memory: opened({ reviews: { headSha: aSha('earlier'), count: 2 } }),
    pullRequest,
    expected: 'want review',
  },
  {
    behaviour: 'a reviewer that lost its machine is waited for',
    story,
    memory: opened({ infrastructure: { failures: 1, notBefore: noon + minute } }),
    pullRequest,
    expected: 'hold backing_off',
  },
  {
    behaviour: 'a review needs no author: the limit of author runs does not forbid it',
    story,
    memory: opened({ authorRuns: 99 }),
    pullRequest,
    expected: 'want review',
  },
];

describe('in review', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('asks for a review of exactly the accepted head', () => {
    expect(askScene({ story, memory: opened(), pullRequest })).toMatchObject({
      want: { role: 'review', startSha: headSha, claims: false },
    });
  });

  it('rejects with the findings, which the next author gets', () => {
    expect(askScene({ story, memory: opened({ verdict: failed }), pullRequest })).toMatchObject({
      decision: {
        verdict: failed,
        feedback: {
          kind: 'review_failed',
          summary: 'The error case is missing.',
          items: ['HIGH AC-1 (src/a.js): No test of the error case.'],
          headSha,
        },
      },
    });
  });

  it('accounts for the findings that were closed since the last report', () => {
    const memory = opened({ verdict: aVerdict(), openFindings: 4 });
    expect(askScene({ story, memory, pullRequest })).toMatchObject({ decision: { closedFindings: 4 } });
  });

  it('merges exactly the head that was judged into exactly the tip that was proven', () => {
    const step = askScene({
      story: reported,
      memory: approved(),
      pullRequest,
      policy: { merge: { mode: 'auto', method: 'squash', exceptions: [] } },
    });
    expect(step).toMatchObject({
      decision: { kind: 'merge', pullRequest: 11, headSha, baseSha: tip, method: 'squash' },
    });
  });
});

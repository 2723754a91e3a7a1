import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../../src/core/assignment.ts';
import { aMemory, aVerdict, opened } from '../../../builders/ledger.ts';
import { aFailedReview } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { aStory } from '../../../builders/story.ts';

const findings: Feedback = {
  kind: 'review_failed',
  summary: 'The error case is missing.',
  items: ['HIGH AC-1: No test of the error case.'],
  headSha,
};

const rejected = aStory({ verifiedStatus: 'rejected' });
const redone = opened({ agreement: null, rejections: 1, openFindings: 1, feedback: [findings] });

const rows: readonly Row[] = [
  { behaviour: 'a ready story wants an implementer', expected: 'want implement' },
  {
    behaviour: 'a story without criteria is held, since nobody can be held to it',
    story: aStory({ criteria: [] }),
    expected: 'hold no_criteria',
  },
  {
    behaviour: 'a story that waits for others is held with their names',
    world: { ready: new Set(), blockers: new Map([['1.1', ['1.0']]]) },
    expected: 'hold blocked',
  },
  {
    behaviour: 'a story that waits only for what the backlog does not name any more is held for a person',
    world: {
      ready: new Set(),
      blockers: new Map([['1.1', ['1.0', '0.9']]]),
      drift: new Map([['1.1', ['0.9', '1.0', '0.1']]]),
    },
    expected: 'hold backlog_drift',
  },
  {
    behaviour: 'a story that waits for something else as well is not held for the drift',
    world: {
      ready: new Set(),
      blockers: new Map([['1.1', ['1.0', '0.9']]]),
      drift: new Map([['1.1', ['0.9']]]),
    },
    expected: 'hold blocked',
  },
  {
    behaviour: 'a story that loopctl lists neither as ready nor as blocked is held, not guessed at',
    world: { ready: new Set() },
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a story whose claim was taken away after its verification is never selected',
    story: aStory({ verifiedStatus: 'verified' }),
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a rejected story wants a fresh author with the findings',
    story: rejected,
    memory: redone,
    pullRequest: aPullRequest(),
    expected: 'want implement',
  },
  {
    behaviour: 'a rejection whose remembering was lost is told again, so that its findings are not',
    story: rejected,
    memory: opened({ verdict: aVerdict({ review: aFailedReview() }) }),
    pullRequest: aPullRequest(),
    expected: 'report_fail',
  },
  {
    behaviour: 'the third rejection hands the story to a person',
    story: rejected,
    memory: { ...redone, rejections: 3 },
    pullRequest: aPullRequest(),
    expected: 'escalate rejections_exhausted',
  },
  {
    behaviour: 'rejections that only loopctl remembers count as well',
    story: rejected,
    world: { rejections: new Map([['1.1', 3]]) },
    expected: 'escalate rejections_exhausted',
  },
  {
    behaviour: 'a person grants one more rejection',
    story: rejected,
    memory: { ...redone, rejections: 3, granted: 1 },
    pullRequest: aPullRequest(),
    expected: 'want implement',
  },
  {
    behaviour: 'a person who closed the pull request of a rejected story is heard',
    story: rejected,
    memory: redone,
    pullRequest: aPullRequest({ state: 'CLOSED' }),
    expected: 'escalate closed_by_human',
  },
  {
    behaviour: 'a person who merged the pull request of a rejected story into another branch is asked',
    story: rejected,
    memory: redone,
    pullRequest: aPullRequest({ state: 'MERGED', baseRef: 'develop', mergeSha: aSha('merge') }),
    expected: 'escalate closed_by_human',
  },
  {
    behaviour: 'a person who merged the pull request of a rejected story is heard, and nobody is sent at it',
    story: rejected,
    memory: redone,
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: aSha('merge') }),
    expected: 'record_merge',
  },
  {
    behaviour: 'a story that was given back since it had changed is done again on its branch',
    memory: opened({ agreement: null }),
    pullRequest: aPullRequest(),
    expected: 'want implement',
  },
  {
    behaviour: 'a story that lost its machine waits until its back-off is over',
    memory: aMemory({ infrastructure: { failures: 1, notBefore: Number.MAX_SAFE_INTEGER } }),
    expected: 'hold backing_off',
  },
];

describe('pending', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('starts a new story from the base, and claims it', () => {
    expect(askScene({})).toMatchObject({ want: { isNew: true, claims: true, startSha: null, feedback: [] } });
  });

  it('starts the fresh attempt from the rejected head, with the findings, and claims again', () => {
    const step = askScene({ story: rejected, memory: redone, pullRequest: aPullRequest() });
    expect(step).toMatchObject({ want: { isNew: false, claims: true, startSha: headSha, feedback: [findings] } });
  });

  it('names the first four blockers and counts the rest', () => {
    const blockers = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];
    const step = askScene({ world: { ready: new Set(), blockers: new Map([['1.1', blockers]]) } });
    expect(step).toMatchObject({ hold: { detail: '1.2, 1.3, 1.4, 1.5 and 2 more', stories: blockers } });
  });

  it('does not speak of rejections where there were none', () => {
    const step = askScene({ memory: opened({ agreement: null }), pullRequest: aPullRequest() });
    expect(step).toMatchObject({ want: { because: expect.not.stringContaining('rejected') } });
  });
});

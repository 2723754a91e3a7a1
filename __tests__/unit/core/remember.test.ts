import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../src/core/assignment.ts';
import type { Decision } from '../../../src/core/decision.ts';
import { recall } from '../../../src/core/ledger.ts';
import { rememberApplied } from '../../../src/core/remember.ts';
import { aFlight, aHead, aLedger, aMemory, approved, aVerdict, minute, noon, opened } from '../../builders/ledger.ts';
import { aFailedReview } from '../../builders/outcome.ts';
import { afterwards, type RememberedRow } from '../../builders/remembered.ts';
import { aSha, headSha, tip } from '../../builders/sha.ts';
import { aStory, ourStory } from '../../builders/story.ts';

const story = ourStory();
const because = 'it is so';
const findings: Feedback = { kind: 'review_failed', summary: 'no', items: [], headSha };
const refusal: Feedback = { kind: 'outcome_refused', summary: 'nothing was committed', items: [], headSha: null };
const guidance: Feedback = { kind: 'guidance', summary: 'guidance by ada', items: ['stream it'], headSha: null };
const failed = aVerdict({ review: aFailedReview() });

const accept: Decision = {
  kind: 'accept',
  story,
  because,
  assignment: '99-3',
  branch: 'orchestrate/1.1',
  head: aHead(),
  expected: null,
};

const keptHead = aHead({ sha: aSha('kept'), patchId: 'patch-3' });
const pushed = aHead({ sha: aSha('person'), by: 'human', patchId: 'patch-2' });
const rows: readonly RememberedRow[] = [
  {
    behaviour: 'an accepted head is remembered with its pull request, as handed over',
    decision: accept,
    applied: { pullRequest: 11 },
    before: aMemory({ authorRuns: 2 }),
    expected: { head: aHead(), pullRequest: 11, handedOver: headSha, authorRuns: 3 },
  },
  {
    behaviour: 'an accepted head answers the findings and proves the machines well',
    decision: accept,
    before: aMemory({ feedback: [findings], infrastructure: { failures: 2, notBefore: noon } }),
    expected: { feedback: [], infrastructure: { failures: 0, notBefore: 0 } },
  },
  {
    behaviour: 'an accepted head keeps the pull request that is known',
    decision: accept,
    before: opened(),
    expected: { pullRequest: 11 },
  },
  {
    behaviour: 'a refusal is an author run, and what the next author must answer',
    decision: { kind: 'refuse', story, because, assignment: '99-3', feedback: refusal },
    expected: { authorRuns: 1, feedback: [refusal] },
  },
  {
    behaviour: 'a refusal of what was kept aside was counted when it was kept, and lets go of it',
    decision: { kind: 'refuse', story, because, assignment: '99-3', feedback: refusal },
    before: aMemory({ authorRuns: 1, kept: { head: aHead(), protectedPaths: ['CODEOWNERS'] } }),
    expected: { authorRuns: 1, feedback: [refusal], kept: null },
  },
  {
    behaviour: 'work whose branch is taken is for the next one, and counts for nothing yet',
    decision: accept,
    applied: { taken: aSha('stranger') },
    before: aMemory({ generation: 2, agreement: 'criteria-1.1', feedback: [guidance] }),
    expected: aMemory({ generation: 3, agreement: 'criteria-1.1', feedback: [guidance] }),
  },
  {
    behaviour: "a refusal keeps a person's guidance for the next author",
    decision: { kind: 'refuse', story, because, assignment: '99-3', feedback: refusal },
    before: aMemory({ feedback: [guidance] }),
    expected: { authorRuns: 1, feedback: [guidance, refusal] },
  },
  {
    behaviour: 'a refusal takes the place of the one before it, and leaves the findings of the review',
    decision: { kind: 'refuse', story, because, assignment: '99-3', feedback: refusal },
    before: aMemory({ feedback: [findings, { ...refusal, summary: 'yesterday' }] }),
    expected: { feedback: [findings, refusal] },
  },
  {
    behaviour: 'a lost machine is no author run, and is waited for',
    decision: { kind: 'lose', story, because, assignment: '99-3' },
    expected: { authorRuns: 0, infrastructure: { failures: 1, notBefore: noon + 15_000 } },
  },
  {
    behaviour: 'a machine lost again is waited for eight times longer',
    decision: { kind: 'lose', story, because, assignment: '99-3' },
    before: aMemory({ infrastructure: { failures: 1, notBefore: 0 } }),
    expected: { infrastructure: { failures: 2, notBefore: noon + 2 * minute } },
  },
  {
    behaviour: 'a verdict is remembered, and proves the machines well',
    decision: { kind: 'record_verdict', story, because, assignment: '99-3', verdict: aVerdict(), head: aHead() },
    before: opened({ infrastructure: { failures: 2, notBefore: noon } }),
    expected: { verdict: aVerdict(), infrastructure: { failures: 0, notBefore: 0 } },
  },
  {
    behaviour: 'a reported pass closes the findings',
    decision: { kind: 'report_pass', story, because, verdict: aVerdict(), closedFindings: 3 },
    before: opened({ verdict: aVerdict(), openFindings: 3 }),
    expected: { reported: '91-2', openFindings: 0 },
  },
  {
    behaviour: 'a rejection is counted, its findings stay open, its head stays, its verdict and agreement go',
    decision: { kind: 'report_fail', story, because, verdict: failed, feedback: findings },
    before: opened({ verdict: failed, rejections: 1, openFindings: 2 }),
    expected: {
      rejections: 2,
      openFindings: 3,
      verdict: null,
      reported: null,
      agreement: null,
      feedback: [findings],
      head: aHead(),
    },
  },
  {
    behaviour: "a rejection keeps a person's guidance that no author has answered yet",
    decision: { kind: 'report_fail', story, because, verdict: failed, feedback: findings },
    before: opened({ verdict: failed, feedback: [guidance] }),
    expected: { feedback: [findings, guidance] },
  },
  {
    behaviour: 'a claim given back leaves no agreement, and no hold where none was asked for',
    decision: { kind: 'unclaim', story, because, assignment: '99-3', sticky: null, closes: null },
    before: opened(),
    expected: { agreement: null, sticky: null, head: aHead() },
  },
  {
    behaviour: 'a claim given back with questions is held from now on',
    decision: {
      kind: 'unclaim',
      story,
      because,
      assignment: null,
      sticky: { code: 'declined', detail: 'which?' },
      closes: null,
    },
    expected: { agreement: null, sticky: { code: 'declined', detail: 'which?', since: noon } },
  },
  {
    behaviour: 'a refusal proves the machines well',
    decision: { kind: 'refuse', story, because, assignment: '99-3', feedback: refusal },
    before: aMemory({ infrastructure: { failures: 2, notBefore: noon } }),
    expected: { infrastructure: { failures: 0, notBefore: 0 } },
  },
  {
    behaviour: 'work that is kept is an author run, and neither a head nor an answer to the findings',
    decision: { kind: 'keep', story, because, assignment: '99-3', head: keptHead, protectedPaths: ['CODEOWNERS'] },
    before: opened({ feedback: [findings], infrastructure: { failures: 2, notBefore: noon } }),
    expected: {
      kept: { head: keptHead, protectedPaths: ['CODEOWNERS'] },
      head: aHead(),
      feedback: [findings],
      authorRuns: 2,
      infrastructure: { failures: 0, notBefore: 0 },
    },
  },
  {
    behaviour: 'kept work that is accepted was counted before, and is not kept any more',
    decision: { ...accept, head: keptHead },
    before: opened({ kept: { head: keptHead, protectedPaths: ['CODEOWNERS'] }, authorRuns: 2 }),
    expected: { head: keptHead, kept: null, authorRuns: 2 },
  },
  {
    behaviour: 'work that GitHub would not take is gone and was an author run, and a person is asked',
    decision: accept,
    applied: { refusal: 'no workflows permission' },
    before: opened({ feedback: [findings] }),
    expected: {
      head: aHead(),
      authorRuns: 2,
      sticky: { code: 'push_refused', detail: 'no workflows permission', since: noon },
      feedback: [
        findings,
        {
          kind: 'outcome_refused',
          summary: 'GitHub would not take the work: no workflows permission',
          items: ['no workflows permission'],
          headSha: null,
        },
      ],
    },
  },
  {
    behaviour: 'work that could not be kept is not kept',
    decision: { kind: 'keep', story, because, assignment: '99-3', head: keptHead, protectedPaths: ['CODEOWNERS'] },
    applied: { refusal: 'no workflows permission' },
    expected: {
      kept: null,
      authorRuns: 1,
      sticky: { code: 'push_refused', detail: 'no workflows permission', since: noon },
    },
  },
  {
    behaviour: 'kept work that GitHub would not take on its branch stays kept, to be pushed again',
    decision: { ...accept, head: keptHead },
    applied: { refusal: 'a rule' },
    before: opened({ kept: { head: keptHead, protectedPaths: ['CODEOWNERS'] }, approvedHead: keptHead.sha }),
    expected: {
      kept: { head: keptHead, protectedPaths: ['CODEOWNERS'] },
      approvedHead: keptHead.sha,
      authorRuns: 1,
      sticky: { code: 'push_refused', detail: 'a rule', since: noon },
    },
  },
  {
    behaviour: 'kept work goes with the claim',
    decision: { kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null },
    before: opened({ kept: { head: keptHead, protectedPaths: [] }, approvedHead: keptHead.sha }),
    expected: { kept: null, approvedHead: null },
  },
  {
    behaviour: 'an adopted head is the accepted one, its pull request ours, and kept work makes way for it',
    decision: { kind: 'adopt', story, because, pullRequest: 12, head: pushed, verdict: null },
    before: opened({ kept: { head: keptHead, protectedPaths: [] }, verdict: aVerdict(), feedback: [findings] }),
    expected: { head: pushed, pullRequest: 12, kept: null, verdict: aVerdict(), feedback: [findings], authorRuns: 1 },
  },
  {
    behaviour: 'a claim whose agreement was forgotten is agreed on as it reads when its head is adopted',
    decision: { kind: 'adopt', story, because, pullRequest: 12, head: pushed, verdict: null },
    expected: { agreement: 'criteria-1.1' },
  },
  {
    behaviour: 'a story that nobody has is agreed on by nobody when its head is adopted',
    decision: { kind: 'adopt', story: aStory(), because, pullRequest: 12, head: pushed, verdict: null },
    expected: { agreement: null },
  },
  {
    behaviour: 'a story that is started over begins on the next branch with nothing but its counters',
    decision: { kind: 'unclaim', story, because, assignment: null, sticky: null, closes: 11 },
    before: approved({ startOver: true, generation: 2, rejections: 3, granted: 3, feedback: [findings] }),
    expected: aMemory({ generation: 3, authorRuns: 1, rejections: 3, granted: 3 }),
  },
  {
    behaviour: 'a merge by a person that was told changes nothing: loopctl remembers it',
    decision: {
      kind: 'record_human_merge',
      story,
      because,
      how: 'complete',
      pullRequest: 11,
      person: 'ada',
      mergeSha: aSha('merge'),
    },
    before: approved(),
    expected: approved(),
  },
  {
    behaviour: 'an escalation is held from now on',
    decision: { kind: 'escalate', story, because, hold: { code: 'rejections_exhausted', detail: 'three' } },
    expected: { sticky: { code: 'rejections_exhausted', detail: 'three', since: noon } },
  },
  {
    behaviour: 'what is discarded counts for nothing',
    decision: { kind: 'discard', story, because, assignment: '99-3' },
    before: opened(),
    expected: opened(),
  },
  {
    behaviour: 'a verification changes nothing: loopctl remembers it',
    decision: { kind: 'verify', story, because, mergeSha: aSha('merge'), provenSha: tip, summary: '' },
    before: approved(),
    expected: approved(),
  },
];

describe('what is remembered of an applied decision', () => {
  it.each(rows)('$behaviour', ({ expected, ...row }) => {
    expect(recall(afterwards(row), '1.1')).toMatchObject(expected);
  });

  it('leaves every other story as it is', () => {
    const ledger = aLedger({ '1.2': opened() }, { flights: { '99-3': aFlight() } });
    for (const { decision } of rows) {
      expect(rememberApplied(ledger, decision, {}, noon).stories['1.2']).toBe(ledger.stories['1.2']);
    }
  });

  it('knows that everything is done', () => {
    expect(rememberApplied(aLedger(), { kind: 'finish', because }, {}, noon).finished).toBe(true);
  });
});

const landing: readonly Decision[] = rows
  .map(({ decision }) => decision)
  .filter((decision) => 'assignment' in decision && decision.assignment !== null);

describe('flights', () => {
  it.each(landing.map((decision) => [decision.kind, decision] as const))('end with %s', (_, decision) => {
    expect(afterwards({ decision }).flights).toEqual({});
  });

  it('go on while their settling is run again, which is counted', () => {
    const decision: Decision = { kind: 'rerun_settle', story, because, assignment: '99-3', jobId: 5 };
    expect(afterwards({ decision }).flights).toEqual({ '99-3': aFlight({ settleReruns: 1 }) });
  });

  it('are left alone by the end of an assignment nobody knows', () => {
    const decision: Decision = { kind: 'discard', story, because, assignment: 'unknown' };
    expect(afterwards({ decision }).flights).toEqual({ '99-3': aFlight() });
  });
});

const review = aFlight({ id: '100-1', role: 'review', startSha: headSha });

function dispatch(flight = review, claims = false): Decision {
  const { id, run, attempt, branch, startSha } = flight;
  const common = {
    version: 1 as const,
    id,
    run,
    attempt,
    notAfter: noon,
    base: { branch: 'main', sha: tip },
    startSha,
    branch,
  };
  return {
    kind: 'dispatch',
    story: aStory(),
    because,
    claims,
    assignment: { ...common, role: 'repair', redSha: tip, failures: [], feedback: [] },
    flight,
  };
}

describe('a dispatch', () => {
  it('takes its assignment into flight', () => {
    expect(afterwards({ decision: dispatch() }).flights).toEqual({ '99-3': aFlight(), '100-1': review });
  });

  it('counts the reviews of one head', () => {
    expect(recall(afterwards({ decision: dispatch(), before: opened() }), '1.1').reviews).toEqual({
      headSha,
      count: 1,
    });
    const second = afterwards({ decision: dispatch(), before: opened({ reviews: { headSha, count: 1 } }) });
    expect(recall(second, '1.1').reviews).toEqual({ headSha, count: 2 });
  });

  it('counts the reviews of another head from one', () => {
    const before = opened({ reviews: { headSha: aSha('old'), count: 2 } });
    expect(recall(afterwards({ decision: dispatch(), before }), '1.1').reviews).toEqual({ headSha, count: 1 });
  });

  it('does not count a review whose machine was lost', () => {
    const before = opened({ reviews: { headSha, count: 1 } });
    const decision: Decision = { kind: 'lose', story, because, assignment: '100-1' };
    expect(recall(afterwards({ decision, before }, review), '1.1').reviews).toEqual({ headSha, count: 0 });
  });

  it('that claims again leaves the verdict and the kept work of the attempt before it behind', () => {
    const fresh = dispatch(aFlight({ id: '100-1' }), true);
    const before = approved({ kept: { head: keptHead, protectedPaths: [] } });
    expect(recall(afterwards({ decision: fresh, before }), '1.1')).toMatchObject({
      verdict: null,
      reported: null,
      kept: null,
      head: aHead(),
    });
  });
});

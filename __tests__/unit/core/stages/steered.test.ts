import { describe, expect, it } from 'vitest';
import { aCheck } from '../../../builders/checks.ts';
import { inShort } from '../../../builders/context.ts';
import { aFlight, aMemory, approved, aVerdict, minute, noon, opened } from '../../../builders/ledger.ts';
import { aFailedReview, aReview, settled } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const cancelled = { code: 'cancelled', detail: 'by ada', since: noon };
const released = { ...cancelled, code: 'released' };
const pullRequest = aPullRequest();
const story = ourStory();

const left: readonly Row[] = [
  {
    behaviour: 'what is cancelled is given back and closed',
    story,
    memory: opened({ sticky: cancelled }),
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'what is released is given back',
    story,
    memory: opened({ sticky: released }),
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'what is cancelled and nobody’s is closed',
    memory: opened({ sticky: cancelled }),
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'what is cancelled waits once it is closed',
    memory: opened({ sticky: cancelled }),
    pullRequest: aPullRequest({ state: 'CLOSED' }),
    expected: 'hold cancelled',
  },
  {
    behaviour: 'what is released waits once it is given back',
    memory: opened({ sticky: released }),
    pullRequest,
    expected: 'hold released',
  },
  {
    behaviour: 'what is released and merged by its person is recorded',
    memory: opened({ sticky: released }),
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: aSha('merge'), mergedBy: 'ada' }),
    expected: 'record_merge',
  },
  {
    behaviour: 'what is cancelled and claimed by somebody else is left alone',
    story: aStory({ agentStatus: 'implementing', assignedAgentId: 'somebody' }),
    memory: opened({ sticky: cancelled }),
    pullRequest,
    expected: 'hold cancelled',
  },
  {
    behaviour: 'an agent at work on what is cancelled goes on to its end',
    story,
    memory: opened({ sticky: cancelled }),
    flight: aFlight(),
    pullRequest,
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'what an agent makes of a story that was cancelled meanwhile is thrown away',
    story,
    memory: opened({ sticky: cancelled }),
    flight: aFlight(),
    world: { outcome: settled() },
    pullRequest,
    expected: 'discard',
  },
  {
    behaviour: 'what an agent makes of a story that was handed to a person meanwhile is accepted',
    story,
    memory: aMemory({ agreement: 'criteria-1.1', sticky: { ...cancelled, code: 'escalated' } }),
    flight: aFlight(),
    world: { outcome: settled() },
    expected: 'accept',
  },
  {
    behaviour: 'what was handed to a person waits, however ready it is',
    story: ourStory({ agentStatus: 'reported_done' }),
    memory: approved({ sticky: { ...cancelled, code: 'escalated' } }),
    pullRequest,
    expected: 'hold escalated',
  },
];

const rejected = aVerdict({ review: aFailedReview(), by: 'ada' });
const red = aPullRequest({ checks: [aCheck('failure')] });
const rerun = { headSha, at: noon - minute };

const judged: readonly Row[] = [
  {
    behaviour: 'a person’s no is told at once, whatever the checks say',
    story,
    memory: opened({ verdict: rejected }),
    pullRequest: aPullRequest({ checks: [aCheck('pending')] }),
    expected: 'report_fail',
  },
  {
    behaviour: 'an agent’s no waits for nothing either, once the checks are green',
    story,
    memory: opened({ verdict: aVerdict({ review: aFailedReview() }) }),
    pullRequest,
    expected: 'report_fail',
  },
  {
    behaviour: 'a person’s no about another diff says nothing of this one',
    story,
    memory: opened({ verdict: { ...rejected, patchId: 'other' } }),
    pullRequest,
    expected: 'want review',
  },
  {
    behaviour: 'a review that was under way when a person said no is thrown away',
    story,
    memory: opened({ verdict: rejected }),
    flight: aFlight({ role: 'review', startSha: headSha }),
    world: { outcome: settled({ review: aReview() }) },
    pullRequest,
    expected: 'discard',
  },
  {
    behaviour: 'red checks that a person had run again send nobody while they begin',
    story,
    memory: opened({ rerun }),
    pullRequest: red,
    expected: 'hold ci_pending',
  },
  {
    behaviour: 'red checks of another head do',
    story,
    memory: opened({ rerun: { ...rerun, headSha: aSha('old') } }),
    pullRequest: red,
    expected: 'want fix',
  },
  {
    behaviour: 'red checks that were run again a while ago do',
    story,
    memory: opened({ rerun: { ...rerun, at: noon - 3 * minute } }),
    pullRequest: red,
    expected: 'want fix',
  },
];

const human = aVerdict({ review: aReview({ acs_verified: [], acs_human: ['AC-1'] }) });
const vouched = { criterion: 'AC-1', by: 'ada', criteriaHash: 'criteria-1.1', patchId: 'patch-1', at: noon };
const reported = ourStory({ agentStatus: 'reported_done' });

const people: readonly Row[] = [
  {
    behaviour: 'a pass that leaves a criterion to people waits for one of them',
    story: reported,
    memory: approved({ verdict: human }),
    pullRequest,
    expected: 'hold criteria_need_person',
  },
  {
    behaviour: 'it merges when a person has seen it met',
    story: reported,
    memory: approved({ verdict: human, vouched: [vouched] }),
    pullRequest,
    expected: 'merge',
  },
  {
    behaviour: 'it waits on where that was said of another diff',
    story: reported,
    memory: approved({ verdict: human, vouched: [{ ...vouched, patchId: 'other' }] }),
    pullRequest,
    expected: 'hold criteria_need_person',
  },
  {
    behaviour: 'it waits on where that was said of another text',
    story: reported,
    memory: approved({ verdict: human, vouched: [{ ...vouched, criteriaHash: 'other' }] }),
    pullRequest,
    expected: 'hold criteria_need_person',
  },
];

describe.each([
  ['what a person took out of our hands', left],
  ['what a person says of work', judged],
  ['what only a person can judge', people],
])('%s', (_what, rows) => {
  it.each(rows)('$behaviour', (row) => {
    expect(answerScene(row)).toBe(row.expected);
  });
});

it('closes what is cancelled, and leaves open what is released', () => {
  const closing = askScene({ story, memory: opened({ sticky: cancelled }), pullRequest });
  expect(closing).toMatchObject({
    decision: { kind: 'unclaim', closes: 11, sticky: null, because: 'cancelled by ada' },
  });
  const leaving = askScene({ story, memory: opened({ sticky: released }), pullRequest });
  expect([inShort(leaving), leaving]).toMatchObject(['unclaim', { decision: { closes: null } }]);
});

it('tells the next author who said no', () => {
  const step = askScene({ story, memory: opened({ verdict: rejected }), pullRequest });
  expect(step).toMatchObject({ decision: { feedback: { kind: 'review_failed', by: 'ada' } } });
});

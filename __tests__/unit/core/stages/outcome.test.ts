import { describe, expect, it } from 'vitest';
import type { OutcomeFacts } from '../../../../src/core/snapshot.ts';
import { aFlight, aMemory, minute, noon, opened } from '../../../builders/ledger.ts';
import { anOutcome, aReview, settled, someWork } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const story = ourStory();
const flight = aFlight();
const memory = aMemory({ agreement: 'criteria-1.1' });
const restated = anOutcome().restatement;

interface OutcomeRow extends Row {
  readonly outcome: OutcomeFacts;
}

const rows: readonly OutcomeRow[] = [
  { behaviour: 'work that stands is accepted', outcome: settled(), expected: 'accept' },
  {
    behaviour: 'the fix of a reported story is accepted as well',
    story: ourStory({ agentStatus: 'reported_done' }),
    outcome: settled(),
    expected: 'accept',
  },
  {
    behaviour: 'an artifact that cannot be read is lost, not the agent’s fault',
    outcome: { kind: 'unusable', assignment: '99-3', detail: 'no outcome.json' },
    expected: 'lose',
  },
  { behaviour: 'an outcome of another run is lost', outcome: settled({ run: 98 }), expected: 'lose' },
  { behaviour: 'an outcome of another attempt is lost', outcome: settled({ attempt: 2 }), expected: 'lose' },
  { behaviour: 'an agent that refused to start late is lost', outcome: settled({ kind: 'expired' }), expected: 'lose' },
  { behaviour: 'a phase that broke is lost', outcome: settled({ kind: 'crashed' }), expected: 'lose' },
  { behaviour: 'an agent that failed is refused', outcome: settled({ kind: 'failed' }), expected: 'refuse' },
  { behaviour: 'an agent whose time ran out is refused', outcome: settled({ kind: 'timed_out' }), expected: 'refuse' },
  {
    behaviour: 'an agent with questions gives its story back',
    outcome: settled({ kind: 'declined' }),
    expected: 'unclaim',
  },
  { behaviour: 'work without a restatement is refused', outcome: settled({ restatement: null }), expected: 'refuse' },
  {
    behaviour: 'work whose restatement leaves a criterion out is refused',
    outcome: settled({ restatement: { understood: true, summary: '', criteria: [], questions: [] } }),
    expected: 'refuse',
  },
  { behaviour: 'an outcome without a commit is refused', outcome: settled({}, { work: null }), expected: 'refuse' },
  {
    behaviour: 'work that does not descend from its start is refused',
    outcome: settled({}, { work: someWork({ descends: false }) }),
    expected: 'refuse',
  },
  {
    behaviour: 'work that changes nothing is refused',
    outcome: settled({}, { work: someWork({ isEmpty: true }) }),
    expected: 'refuse',
  },
  {
    behaviour: 'work with something in its tree that must not be pushed is refused',
    outcome: settled({}, { work: someWork({ refusals: ['link.js is a symbolic link'] }) }),
    expected: 'refuse',
  },
  {
    behaviour: 'work that stands and touches protected paths is kept for a person',
    outcome: settled({}, { work: someWork({ protectedPaths: ['.github/workflows/ci.yml'] }) }),
    expected: 'keep',
  },
  {
    behaviour: 'work on protected paths that does not stand is refused, nobody is asked about it',
    outcome: settled({}, { work: someWork({ protectedPaths: ['CODEOWNERS'], refusals: ['a.bin is too large'] }) }),
    expected: 'refuse',
  },
  {
    behaviour: 'work on protected paths that was approved before is accepted',
    memory: { ...memory, approvedHead: aSha('work') },
    outcome: settled({}, { work: someWork({ protectedPaths: ['CODEOWNERS'] }) }),
    expected: 'accept',
  },
  {
    behaviour: 'later work on protected paths is kept anew: an approval is for one head',
    memory: opened({ approvedHead: headSha }),
    outcome: settled({}, { work: someWork({ protectedPaths: ['CODEOWNERS'] }) }),
    expected: 'keep',
  },
  {
    behaviour: 'work for a pull request that a person merged meanwhile is discarded',
    memory: opened(),
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: aSha('merge') }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'work for a merge that is recorded is discarded, and no machine is blamed',
    memory: opened({ merged: { sha: aSha('merge'), headSha, baseBefore: null, by: 'ada', at: noon } }),
    outcome: settled({ kind: 'crashed' }),
    expected: 'discard',
  },
  {
    behaviour: 'work for a pull request that a person closed meanwhile is discarded, and none is opened again',
    memory: opened(),
    pullRequest: aPullRequest({ state: 'CLOSED' }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'work that started from a head on which somebody pushed meanwhile is discarded',
    memory: opened(),
    pullRequest: aPullRequest({ headSha: aSha('person') }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'work that was pushed before, and that was forgotten, is accepted once more',
    memory: opened(),
    pullRequest: aPullRequest({ headSha: aSha('work') }),
    outcome: settled(),
    expected: 'accept',
  },
  {
    behaviour: 'work for a story that a person has started over is discarded',
    memory: opened({ startOver: true }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'work for the branch before the one the story is on now is discarded',
    memory: aMemory({ generation: 2 }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'missing deliverables are remembered with the head, not refused',
    outcome: settled({}, { work: someWork({ missingDeliverables: ['docs/api.md'] }) }),
    expected: 'accept',
  },
  {
    behaviour: 'a story that was changed meanwhile is given back, whatever the work',
    story: ourStory({ criteriaHash: 'criteria-of-today' }),
    outcome: settled(),
    expected: 'unclaim',
  },
  {
    behaviour: 'the work for a story that was given back meanwhile is discarded',
    story: aStory(),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'the work for a story that somebody else took over is discarded',
    story: ourStory({ assignedAgentId: 'a-person' }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'a claim that somebody else took over is not given back in their name, though the story changed as well',
    story: ourStory({ assignedAgentId: 'a-person', criteriaHash: 'criteria-of-today' }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'the work for a story that was verified meanwhile is discarded',
    story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }),
    outcome: settled(),
    expected: 'discard',
  },
  {
    behaviour: 'a refusal is made whole by the story of its own flight only',
    outcome: settled({ assignment: '99-4' }),
    expected: 'hold agent_at_work',
  },
];

describe('the outcome of an author', () => {
  it.each(rows)('$behaviour', ({ expected, outcome, ...scene }) => {
    expect(answerScene({ story, flight, memory, ...scene, world: { outcome } })).toBe(expected);
  });

  it('takes the head as the quarantine saw it, not as the outcome claims', () => {
    const work = someWork({ concerns: ['a test was deleted'], missingDeliverables: ['docs/api.md'] });
    const outcome = settled({ head: aSha('claim') }, { work });
    expect(askScene({ story, flight, memory, world: { outcome } })).toMatchObject({
      decision: {
        branch: 'orchestrate/1.1',
        expected: null,
        head: {
          sha: work.head,
          by: 'agent',
          patchId: 'patch-2',
          concerns: work.concerns,
          at: noon,
          assignment: '99-3',
        },
      },
    });
  });

  it('expects the branch where the head accepted before left it', () => {
    const step = askScene({ story, flight, memory: opened(), world: { outcome: settled() } });
    expect(step).toMatchObject({ decision: { kind: 'accept', expected: headSha } });
  });

  it('tells the next author every fault of the work at once', () => {
    const work = someWork({ descends: false, refusals: ['a.bin is too large'] });
    expect(askScene({ story, flight, memory, world: { outcome: settled({}, { work }) } })).toMatchObject({
      decision: {
        feedback: {
          kind: 'outcome_refused',
          items: ['the work does not descend from the commit it was to start from', 'a.bin is too large'],
        },
      },
    });
  });

  it('keeps its head with the paths a person must allow', () => {
    const work = someWork({ protectedPaths: ['.github/ci.yml'], concerns: ['CI changes'] });
    expect(askScene({ story, flight, memory, world: { outcome: settled({}, { work }) } })).toMatchObject({
      decision: {
        kind: 'keep',
        assignment: '99-3',
        head: { sha: aSha('work'), patchId: 'patch-2', concerns: ['CI changes'] },
        protectedPaths: ['.github/ci.yml'],
      },
    });
  });

  it('is kept at the moment that GitHub told, whatever the clock of the machine says', () => {
    const work = someWork({ protectedPaths: ['.github/ci.yml'] });
    const world = { outcome: settled({}, { work }), clock: noon - minute };
    expect(askScene({ story, flight, memory, world })).toMatchObject({ decision: { head: { at: noon - minute } } });
  });

  it('tells no more of it than the ledger can hold', () => {
    const outcome = settled({ kind: 'failed', detail: 'x'.repeat(8000) });
    expect(askScene({ story, flight, memory, world: { outcome } })).toMatchObject({
      decision: { feedback: { items: [expect.stringMatching(/^the agent failed: x{1981}…$/)] } },
    });
    const questions = Array.from({ length: 50 }, () => 'y'.repeat(2000));
    const restatement = restated && { ...restated, understood: false, questions };
    const declined = askScene({
      story,
      flight,
      memory,
      world: { outcome: settled({ kind: 'declined', restatement }) },
    });
    expect(declined).toMatchObject({ decision: { sticky: { detail: expect.stringMatching(/^y{1999}…$/) } } });
  });

  it('hands the questions of an agent to a person', () => {
    const restatement = restated && { ...restated, understood: false, questions: ['Which table?', 'Which locale?'] };
    const step = askScene({ story, flight, memory, world: { outcome: settled({ kind: 'declined', restatement }) } });
    expect(step).toMatchObject({
      decision: { assignment: '99-3', sticky: { code: 'declined', detail: 'Which table? · Which locale?' } },
    });
  });

  it('gives a changed story back without holding it', () => {
    const changed = ourStory({ criteriaHash: 'criteria-of-today' });
    const step = askScene({ story: changed, flight, memory, world: { outcome: settled() } });
    expect(step).toMatchObject({ decision: { kind: 'unclaim', sticky: null, assignment: '99-3' } });
  });
});

const review = aFlight({ role: 'review', startSha: headSha, diffBase: aSha('root') });

const reviewRows: readonly OutcomeRow[] = [
  {
    behaviour: 'a review that stands is recorded',
    outcome: settled({ review: aReview() }),
    expected: 'record_verdict',
  },
  {
    behaviour: 'a review of a head that is gone is discarded',
    flight: { ...review, startSha: tip },
    outcome: settled({ review: aReview() }),
    expected: 'discard',
  },
  {
    behaviour: 'a review of a story that has no head any more is discarded',
    memory,
    outcome: settled({ review: aReview() }),
    expected: 'discard',
  },
  {
    behaviour: 'a review against criteria that changed meanwhile is discarded',
    story: ourStory({ criteriaHash: 'criteria-of-today' }),
    outcome: settled({ review: aReview() }),
    expected: 'discard',
  },
  { behaviour: 'a reviewer without a review is discarded', outcome: settled({ review: null }), expected: 'discard' },
  {
    behaviour: 'a review by an agent that failed is discarded',
    outcome: settled({ kind: 'failed', review: aReview() }),
    expected: 'discard',
  },
  {
    behaviour: 'a review that leaves a criterion out is discarded, whatever its result',
    outcome: settled({ review: aReview({ acs_verified: [] }) }),
    expected: 'discard',
  },
  {
    behaviour: 'a review is recorded though the base was merged into its branch meanwhile: the diff may be the same',
    pullRequest: aPullRequest({ headSha: aSha('update') }),
    outcome: settled({ review: aReview() }),
    expected: 'record_verdict',
  },
  {
    behaviour: 'a review of what a person has merged is discarded',
    pullRequest: aPullRequest({ state: 'MERGED' }),
    outcome: settled({ review: aReview() }),
    expected: 'discard',
  },
  { behaviour: 'a reviewer that started too late is lost', outcome: settled({ kind: 'expired' }), expected: 'lose' },
  {
    behaviour: 'a review of a story that was verified meanwhile is discarded',
    story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }),
    outcome: settled({ review: aReview() }),
    expected: 'discard',
  },
];

describe('the outcome of a reviewer', () => {
  it.each(reviewRows)('$behaviour', ({ expected, outcome, ...scene }) => {
    expect(answerScene({ story, flight: review, memory: opened(), ...scene, world: { outcome } })).toBe(expected);
  });

  it('is of the moment that GitHub told: what GitHub says was done about it afterwards is not earlier', () => {
    const world = { outcome: settled({ review: aReview() }), clock: noon - minute };
    const step = askScene({ story, flight: review, memory: opened(), world });
    expect(step).toMatchObject({ decision: { verdict: { at: noon - minute } } });
  });

  it('is bound to the diff, the criteria and the reviewer’s own identity', () => {
    const step = askScene({
      story,
      flight: review,
      memory: opened(),
      world: { outcome: settled({ review: aReview() }) },
    });
    expect(step).toMatchObject({
      decision: {
        verdict: { patchId: 'patch-1', criteriaHash: 'criteria-1.1', headSha, reviewer: 'reviewer', run: 99 },
      },
    });
  });
});

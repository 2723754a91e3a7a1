import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/decision.ts';
import { noteAttempt } from '../../../src/core/note-attempt.ts';
import { aFlight, aHead, aLedger, aVerdict, noon, opened } from '../../builders/ledger.ts';
import { aFailedReview } from '../../builders/outcome.ts';
import { ourStory } from '../../builders/story.ts';

const story = ourStory();
const flight = aFlight();
const because = 'implement: 3 files changed';
const ofFlight = { story, because, assignment: flight.id };
const accept = { ...ofFlight, kind: 'accept', branch: 'orchestrate/1.1', head: aHead(), expected: null } as const;
const feedback = { kind: 'outcome_refused' as const, summary: 'no', items: [], headSha: null };
const unclaim = { ...ofFlight, kind: 'unclaim', closes: null } as const;

const rows: readonly (readonly [string, Decision])[] = [
  ['accepted', accept],
  ['kept', { ...ofFlight, kind: 'keep', head: aHead(), protectedPaths: ['a'] }],
  ['refused', { ...ofFlight, kind: 'refuse', feedback }],
  ['passed', { ...ofFlight, kind: 'record_verdict', verdict: aVerdict(), head: aHead() }],
  ['failed', { ...ofFlight, kind: 'record_verdict', verdict: aVerdict({ review: aFailedReview() }), head: aHead() }],
  ['discarded', { ...ofFlight, kind: 'discard' }],
  ['lost', { ...ofFlight, kind: 'lose' }],
  ['declined', { ...unclaim, sticky: { code: 'declined', detail: '' } }],
  ['discarded', { ...unclaim, sticky: null }],
];

describe('an attempt', () => {
  const before = aLedger({ '1.1': opened() }, { flights: { [flight.id]: flight } });

  it.each(rows)('is noted with its story: %s', (ended, decision) => {
    expect(noteAttempt(before, { before, decision, applied: {} }, noon).stories['1.1']?.attempts).toEqual([
      { assignment: flight.id, role: 'implement', run: 99, since: flight.since, at: noon, ended, said: because },
    ]);
  });

  it('that GitHub would not take was refused', () => {
    const noted = noteAttempt(before, { before, decision: accept, applied: { refusal: 'no' } }, noon);
    expect(noted.stories['1.1']?.attempts).toMatchObject([{ ended: 'refused' }]);
  });

  it('is none that has not ended, was of nobody in flight, or of a story that is gone', () => {
    const rerun: Decision = { ...ofFlight, kind: 'rerun_settle', jobId: 1 };
    expect(noteAttempt(before, { before, decision: rerun, applied: {} }, noon)).toBe(before);
    const grounded = aLedger({ '1.1': opened() });
    expect(noteAttempt(grounded, { before: grounded, decision: accept, applied: {} }, noon)).toBe(grounded);
    const gone = aLedger({}, { flights: { [flight.id]: flight } });
    expect(noteAttempt(gone, { before: gone, decision: accept, applied: {} }, noon)).toBe(gone);
  });

  it('is remembered with the ones before it, twelve at most', () => {
    const noted = Array.from({ length: 20 }).reduce<typeof before>(
      (ledger) => noteAttempt(ledger, { before, decision: accept, applied: {} }, noon),
      before,
    );
    expect(noted.stories['1.1']?.attempts).toHaveLength(12);
  });
});

import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import { parseLedger } from '../../../src/core/ledger.ts';
import { tallySpent, tallyStories } from '../../../src/core/note-tally.ts';
import { emptyTally } from '../../../src/core/tally.ts';
import { aFlight, aLedger, aMemory, noon } from '../../builders/ledger.ts';
import { anOutcome } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory } from '../../builders/story.ts';

describe('what is counted over all stories', () => {
  test('stories that leave since they are verified, with their attempts and rejections', () => {
    const leaving = [aMemory({ authorRuns: 1 }), aMemory({ authorRuns: 4, rejections: 3 }), aMemory({ rejections: 2 })];
    expect(tallyStories(emptyTally, leaving)).toEqual({
      ...emptyTally,
      verified: 3,
      attempts: 7,
      rejections: 5,
      manyAttempts: 1,
    });
  });

  test('a story that no agent worked on says nothing of agents', () => {
    expect(tallyStories(emptyTally, [aMemory()])).toBe(emptyTally);
  });

  test('a verified story is counted when it leaves the ledger, and never again', () => {
    const done = aStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' });
    const world = aSnapshot([done, aStory({ number: '1.2' })]);
    const first = decide(world, aLedger({ '1.1': aMemory({ authorRuns: 2 }) }), aPolicy(), noon);
    expect(first.ledger.tally).toMatchObject({ verified: 1, attempts: 2 });
    expect(decide(world, first.ledger, aPolicy(), noon).ledger.tally).toEqual(first.ledger.tally);
  });

  test('a story that was deleted is not counted', () => {
    const ledger = aLedger({ '9.9': aMemory({ authorRuns: 2 }) });
    expect(decide(aSnapshot([aStory()]), ledger, aPolicy(), noon).ledger.tally).toEqual(emptyTally);
  });
});

describe('what agents say that they spent', () => {
  const flight = aFlight();
  const usage = { inputTokens: 100, outputTokens: 20, model: 'm', costMillicents: 5000 };
  const outcome = anOutcome({ run: flight.run, attempt: flight.attempt, usage });
  const before = aLedger({}, { flights: { [flight.id]: flight } });
  const settled = aLedger();
  const facts = { kind: 'outcome', assignment: flight.id, outcome, work: null, workFault: null } as const;

  test('is counted by the pass that settled it', () => {
    expect(tallySpent(before, settled, facts).tally).toEqual({
      ...emptyTally,
      told: 1,
      costMillicents: 5000,
      tokens: 120,
    });
  });

  test.each([
    ['it is still in flight', before, before, facts],
    ['it was settled before', settled, settled, facts],
    ['nothing was told', before, settled, { ...facts, outcome: { ...outcome, usage: null } }],
    ['there is no outcome', before, settled, null],
  ])('is not counted when %s', (_, first, then, seen) => {
    expect(tallySpent(first, then, seen)).toBe(then);
  });

  test('never makes a ledger that cannot be read again, whatever an agent says', () => {
    const boast = { ...usage, inputTokens: Number.MAX_SAFE_INTEGER, costMillicents: Number.MAX_SAFE_INTEGER };
    const told = { ...facts, outcome: { ...outcome, usage: boast } };
    const once = tallySpent(before, settled, told);
    const twice = tallySpent({ ...before, tally: once.tally }, once, told);
    expect(parseLedger(JSON.parse(JSON.stringify(twice)))).toMatchObject({ kind: 'ledger' });
  });
});

import { describe, expect, test } from 'vitest';
import { countHeldBack } from '../../../src/core/held-back.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import { recommend } from '../../../src/core/recommend.ts';
import { emptyTally } from '../../../src/core/tally.ts';
import { aFlight, aLedger, aMemory } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory } from '../../builders/story.ts';

function advise(
  holds: Readonly<Record<string, Hold['code']>>,
  { blockers = {}, ledger = aLedger() }: { blockers?: Record<string, string[]>; ledger?: Ledger } = {},
): string {
  const world = aSnapshot(
    Object.keys(holds).map((number) => aStory({ number })),
    { blockers: new Map(Object.entries(blockers)) },
  );
  const plan = {
    holds: new Map(Object.entries(holds).map(([story, code]) => [story, { code, detail: '' }])),
    line: null,
  };
  return recommend({ world, plan, ledger, policy: aPolicy() }).join('\n');
}

describe('what would help most', () => {
  test('the answer that sets most free comes first', () => {
    const blockers = { '1.3': ['1.1'], '1.4': ['1.3'], '1.5': ['1.2'] };
    const holds = { '1.1': 'declined', '1.2': 'draft', '1.3': 'blocked', '1.4': 'blocked', '1.5': 'blocked' } as const;
    expect(advise(holds, { blockers }).split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^\*\*Begin with 1\.1\*\*.*2 stories wait behind it/),
      expect.stringMatching(/^\*\*Begin with 1\.2\*\*.*1 story waits behind it/),
    ]);
  });

  test('that nothing goes on by itself is said, unless an agent is at work or the project is paused', () => {
    const holds = { '1.1': 'declined', '1.2': 'blocked' } as const;
    const still = /Nothing goes on by itself/;
    expect(advise(holds)).toMatch(still);
    expect(advise({ ...holds, '1.3': 'ci_pending' })).not.toMatch(still);
    expect(advise(holds, { ledger: aLedger({}, { flights: { '99-3': aFlight() } }) })).not.toMatch(still);
    expect(advise(holds, { ledger: aLedger({}, { paused: { by: 'ada', at: 0, cause: 'person' } }) })).not.toMatch(
      still,
    );
  });

  test.each([
    [
      'three stories with one reason',
      { '1.1': 'draft', '1.2': 'draft', '1.3': 'draft' },
      {},
      /3 stories wait for the same/,
    ],
    [
      'a story with many attempts',
      { '1.1': 'ci_pending' },
      { '1.1': aMemory({ authorRuns: 3 }) },
      /1\.1 \(3\) took 3 attempts/,
    ],
    [
      'machines that fail',
      { '1.1': 'backing_off', '1.2': 'backing_off' },
      {
        '1.1': aMemory({ infrastructure: { failures: 2, notBefore: 0 } }),
        '1.2': aMemory({ infrastructure: { failures: 1, notBefore: 0 } }),
      },
      /Machines failed 3 times for 1\.1, 1\.2/,
    ],
    [
      'too little room',
      { '1.1': 'no_room', '1.2': 'no_room', '1.3': 'no_room', '1.4': 'no_room' },
      {},
      /4 stories are ready and 2 agents/,
    ],
  ] as const)('%s', (_, holds, stories, said) => {
    expect(advise(holds, { ledger: aLedger(stories) })).toMatch(said);
    expect(advise({ '1.1': 'ci_pending' })).not.toMatch(said);
  });

  test.each([
    ['many attempts on average', { verified: 5, attempts: 13 }, /2\.6 attempts on average/],
    ['reviews that mostly fail', { verified: 5, attempts: 5, rejections: 6 }, /55 % of reviews fail/],
  ])('%s', (_, tally, said) => {
    const ledger = (change: object): Ledger => aLedger({}, { tally: { ...emptyTally, ...change } });
    expect(advise({ '1.1': 'ci_pending' }, { ledger: ledger(tally) })).toMatch(said);
    expect(advise({ '1.1': 'ci_pending' }, { ledger: ledger({ ...tally, verified: 4 }) })).not.toMatch(said);
  });

  test('a project without trouble is not advised', () => {
    expect(advise({ '1.1': 'agent_at_work', '1.2': 'no_room' }, { ledger: aLedger({ '1.1': aMemory() }) })).toBe('');
  });
});

test('a story that is waited for in several ways is counted once, circles included', () => {
  const blockers = new Map([
    ['2', ['1']],
    ['3', ['1', '2']],
    ['4', ['3']],
    ['1', ['4']],
  ]);
  expect(countHeldBack({ blockers })('1')).toBe(3);
});

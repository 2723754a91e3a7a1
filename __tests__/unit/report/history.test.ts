import { describe, expect, it } from 'vitest';
import { tellHistory } from '../../../report/history/history.ts';
import { type Move, stepsOf } from '../../../report/history/story-state.ts';
import { minute, noon } from '../../builders/ledger.ts';
import { projectRecords, someRecords } from '../../builders/records.ts';

const move = (minutes: number, change: Partial<Move>): Move => ({
  at: noon + minutes * minute,
  story: '1.1',
  ...change,
});

describe('the states of a story', () => {
  it.each<readonly [string, readonly Move[], readonly string[]]>([
    ['begins as not begun', [], ['waiting']],
    [
      'is under way from its contract on, whatever follows',
      [move(1, { agentStatus: 'contracted' }), move(2, { agentStatus: 'implementing' })],
      ['waiting', 'under_way'],
    ],
    [
      'is verified once it is reported and verified',
      [
        move(1, { agentStatus: 'implementing' }),
        move(2, { agentStatus: 'reported_done' }),
        move(3, { verifiedStatus: 'verified' }),
      ],
      ['waiting', 'under_way', 'reviewed', 'verified'],
    ],
    [
      'is not done where its claim was taken away after all',
      [
        move(1, { agentStatus: 'reported_done', verifiedStatus: 'verified' }),
        move(2, { agentStatus: 'pending', verifiedStatus: 'rejected' }),
      ],
      ['waiting', 'verified', 'waiting'],
    ],
  ])('%s', (_, moves, states) => {
    expect(stepsOf(noon, moves).map(({ state }) => state)).toEqual(states);
  });
});

describe('the history of a project', () => {
  it('goes from the first thing that is known to the last', () => {
    const { from, until } = tellHistory(
      someRecords({
        ledgerSeen: { from: noon, until: noon + minute },
        spendings: [{ at: noon + 2 * minute, story: '1.1', phase: 'review', costMillicents: 1, tokens: 1 }],
      }),
    );
    expect([from, until]).toEqual([noon, noon + 2 * minute]);
  });

  it('counts as attempts whoever wrote, and gives each story what is its own', () => {
    const { stories } = tellHistory(projectRecords({ stories: 6, verified: 4 }));
    expect(stories.map(({ number, state, attempts, tokens }) => [number, state, attempts, tokens])).toEqual([
      ['1.1', 'verified', 1, 90_000],
      ['1.2', 'verified', 1, 90_001],
      ['1.3', 'verified', 2, 90_002],
      ['1.4', 'verified', 1, 90_003],
      ['1.5', 'under_way', 1, 0],
      ['1.6', 'under_way', 1, 0],
    ]);
  });
});

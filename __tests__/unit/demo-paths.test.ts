import { describe, expect, it } from 'vitest';
import { shownPaths } from '../../sandbox/demo/paths.ts';
import type { Happening } from '../../sandbox/github/world/events.ts';
import { boardOf } from '../builders/demo-board.ts';
import { aPull, head } from '../builders/happenings.ts';

const merge: Happening = {
  kind: 'merge',
  number: 7,
  method: 'merge',
  headSha: head,
  expectedSha: null,
  sha: 'c'.repeat(40),
  base: 'main',
  baseBefore: 'b'.repeat(40),
  by: 'ada',
  tokenKind: 'user',
};

describe('the paths that were shown', () => {
  it.each<[string, readonly string[], readonly Happening[]]>([
    ['CI failed', ['▸ dispatch (fix) 1.1 — CI failed: test'], []],
    ['review failed', ['▸ report_fail 1.1 — review failed (1): no test'], []],
    ['promised file missing', ['▸ dispatch (fix) 1.1 — promised files are missing: docs/x.md'], []],
    ['asked a question', ['▸ unclaim 1.1 — declined: Which?'], []],
    ['protected path', ['▸ keep 1.1 — implement: it stands, and changes AGENTS.md'], []],
    ['rejected too often', ['▸ escalate 1.1 — rejected 3 times'], []],
    ['merged by hand', [], [aPull(), merge]],
    ['closed by hand', [], [aPull(), aPull({ action: 'closed', by: 'ada' })]],
    ['lost with its machine', ['▸ lose 1.1 — run 7 ended with its agent job cancelled'], []],
    ['red once merged', ['▸ merge 1.1 — all green', '▸ dispatch (repair) repair-1234567 — test failed'], []],
  ])('%s', (name, lines, happenings) => {
    const board = boardOf(lines, happenings);
    expect(shownPaths(board)).toEqual([expect.objectContaining({ name, stories: ['1.1'], isGood: false })]);
  });

  it('are none where everything went straight', () => {
    const lines = [
      '▸ dispatch (implement) 1.1 — ready',
      '▸ unclaim 1.1 — the story was changed after it was agreed on',
    ];
    expect(shownPaths(boardOf(lines, [aPull(), { ...merge, by: 'app[bot]' }]))).toEqual([]);
  });

  it('end well when each of their stories is verified, and the base was repaired', () => {
    const board = boardOf([
      '▸ report_fail 1.1 — review failed (1): no test',
      '▸ report_fail 1.2 — review failed (1): no test',
      '▸ merge 1.1 — all green',
      '▸ dispatch (repair) repair-1234567 — test failed',
    ]);
    const verify = (...numbers: readonly string[]): void =>
      board.learn(new Map(numbers.map((number) => [number, { number, agentStatus: 'x', verifiedStatus: 'verified' }])));
    verify('1.1');
    expect(shownPaths(board).map(({ isGood }) => isGood)).toEqual([false, false]);
    verify('1.1', '1.2');
    expect(shownPaths(board).map(({ isGood }) => isGood)).toEqual([true, false]);
    board.hear(
      { kind: 'decision', decision: 'merge', role: null, story: 'repair-1234567', because: '' },
      { job: 1, run: 1 },
    );
    expect(shownPaths(board).map(({ isGood }) => isGood)).toEqual([true, true]);
  });
});

import { describe, expect, it } from 'vitest';
import { approveRuns, startFirstCi } from '../../sandbox/demo/errands.ts';
import type { Happening } from '../../sandbox/github/world/events.ts';
import { reasons } from '../../src/core/reasons.ts';
import { boardOf } from '../builders/demo-board.ts';
import { aCheckRun, aPull, head } from '../builders/happenings.ts';

const base = 'd'.repeat(40);
const push: Happening = {
  kind: 'push',
  ref: 'refs/heads/main',
  before: '',
  after: base,
  by: 'ada',
  tokenKind: 'user',
  viaMerge: null,
};

describe('the CI of a base that has had none', () => {
  it('is started before anybody works on it', () => {
    expect(startFirstCi(boardOf([], [push]))).toEqual({ kind: 'start_ci' });
  });

  it.each<[string, readonly Happening[]]>([
    ['there is no base', []],
    ['it has run', [push, aCheckRun({ sha: base })]],
    ['there are pull requests, whose CI shows the loop what to start', [push, aPull()]],
  ])('is left alone where %s', (_, happenings) => {
    expect(startFirstCi(boardOf([], happenings))).toBeNull();
  });
});

describe('the runs of a pull request', () => {
  const parked = `‖ 1.1 — ${reasons.runs_parked.title}: CI. Approve them.`;

  it('are let start where its story waits for that', () => {
    expect(approveRuns(boardOf([parked], [aPull()]))).toEqual({ kind: 'approve_runs', head });
  });

  it.each<[string, readonly string[], readonly Happening[]]>([
    ['its story waits for something else', ['‖ 1.1 — waits for its checks'], [aPull()]],
    ['they have started', [parked], [aPull(), aCheckRun({ status: 'in_progress', conclusion: null })]],
    ['it is closed', [parked], [aPull(), aPull({ action: 'closed' })]],
  ])('are left alone where %s', (_, lines, happenings) => {
    expect(approveRuns(boardOf(lines, happenings))).toBeNull();
  });
});

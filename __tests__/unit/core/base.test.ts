import { describe, expect, it } from 'vitest';
import { findFailures, judgeBase, noteBase } from '../../../src/core/base.ts';
import { emptyLedger, type Ledger } from '../../../src/core/ledger.ts';
import type { BaseFacts, CheckFacts } from '../../../src/core/snapshot.ts';
import { aCheck } from '../../builders/checks.ts';
import { aLedger, approved, minute, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSha, headSha, tip } from '../../builders/sha.ts';

function baseWith(...checks: readonly CheckFacts[]): BaseFacts {
  return { branch: 'main', sha: tip, checks };
}

function judge(base: BaseFacts, ledger: Ledger = emptyLedger, now = noon): string {
  const proof = judgeBase(base, ledger, aPolicy(), now);
  return proof.kind === 'proven' ? 'proven' : proof.hold.code;
}

function look(ledger: Ledger, base: BaseFacts, now = noon): Ledger {
  return noteBase(ledger, base, judgeBase(base, ledger, aPolicy(), now), now);
}

const rows: readonly {
  readonly behaviour: string;
  readonly checks: readonly CheckFacts[];
  readonly expected: string;
}[] = [
  { behaviour: 'a green tip is proven', checks: [aCheck()], expected: 'proven' },
  { behaviour: 'a tip whose checks run is pending', checks: [aCheck(), aCheck('pending')], expected: 'base_pending' },
  { behaviour: 'a tip without a check is pending at first', checks: [], expected: 'base_pending' },
  { behaviour: 'a red tip is red', checks: [aCheck('failure')], expected: 'base_red' },
  {
    behaviour: 'a cancelled tip is not known yet: it is started again',
    checks: [aCheck('cancelled')],
    expected: 'base_pending',
  },
  {
    behaviour: 'a tip that waits for a person to act is neither red nor proven',
    checks: [aCheck('action_required')],
    expected: 'runs_parked',
  },
  {
    behaviour: 'a cancelled check that is no job of a run cannot be started again',
    checks: [aCheck('cancelled', { appSlug: 'another', workflowRunId: null })],
    expected: 'check_refused',
  },
  {
    behaviour: 'our own checks prove nothing',
    checks: [aCheck('success', { name: 'orchestrate/gate' })],
    expected: 'base_pending',
  },
  {
    behaviour: 'a forged check proves nothing',
    checks: [aCheck('success', { workflowRunId: null })],
    expected: 'base_pending',
  },
];

describe('the base', () => {
  it.each(rows)('$behaviour', ({ checks, expected }) => {
    expect(judge(baseWith(...checks))).toBe(expected);
  });

  it('without any check for a quarter of an hour is told to a person', () => {
    const watching = look(emptyLedger, baseWith());
    expect(judge(baseWith(), watching, noon + 15 * minute - 1)).toBe('base_pending');
    expect(judge(baseWith(), watching, noon + 15 * minute)).toBe('base_no_run');
  });

  it('gives a new tip a quarter of an hour of its own', () => {
    const watching = look(emptyLedger, { branch: 'main', sha: aSha('old'), checks: [] });
    expect(judge(baseWith(), watching, noon + 60 * minute)).toBe('base_pending');
  });

  it('is not proven by the tip before a merge of ours, which GitHub may still show', () => {
    const merged = { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon };
    expect(judge(baseWith(aCheck()), aLedger({ '1.1': approved({ merged }) }))).toBe('base_pending');
  });

  it('that stays at the tip before a merge of ours was put back there, which is for a person to say', () => {
    const merged = { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon };
    const ledger = aLedger({ '1.1': approved({ merged }) });
    expect(judge(baseWith(aCheck()), ledger, noon + 14 * minute)).toBe('base_pending');
    expect(judge(baseWith(aCheck()), ledger, noon + 15 * minute)).toBe('base_rewound');
  });

  it('names the checks that failed', () => {
    const proof = judgeBase(baseWith(aCheck('failure', { name: 'lint' })), emptyLedger, aPolicy(), noon);
    expect(proof).toMatchObject({ hold: { detail: expect.stringContaining('lint') } });
  });
});

describe('the base whose CI we started', () => {
  const started = { sha: tip, at: noon, isRefused: false };

  it('is pending while what was cancelled may still answer, and then a matter for a person', () => {
    const cancelled = baseWith(aCheck('cancelled'));
    const ledger = aLedger({}, { started });
    expect(judge(cancelled, ledger, noon + 15 * minute - 1)).toBe('base_pending');
    expect(judge(cancelled, ledger, noon + 15 * minute)).toBe('check_refused');
  });

  it('is a matter for a person at once where GitHub refused', () => {
    const ledger = aLedger({}, { started: { ...started, isRefused: true } });
    expect(judge(baseWith(aCheck('cancelled')), ledger)).toBe('check_refused');
  });

  it('has a quarter of an hour more to show a first check', () => {
    const watching = { ...look(emptyLedger, baseWith(), noon - 60 * minute), started };
    expect(judge(baseWith(), watching, noon + 15 * minute - 1)).toBe('base_pending');
    expect(judge(baseWith(), watching, noon + 15 * minute)).toBe('base_no_run');
    expect(judge(baseWith(), { ...watching, started: { ...started, isRefused: true } })).toBe('base_no_run');
  });

  it('was started for one commit only', () => {
    const ledger = aLedger({}, { started: { sha: aSha('old'), at: noon - 60 * minute, isRefused: true } });
    expect(judge(baseWith(aCheck('cancelled')), ledger)).toBe('base_pending');
  });
});

describe('a base that somebody else moved while we merged', () => {
  const merged = { sha: aSha('merge'), headSha, baseBefore: aSha('before'), by: null, at: noon };
  const ledger = aLedger({ '1.1': approved({ merged }) });

  it('is raced until its checks have ended, and then what they say', () => {
    expect(judge(baseWith(aCheck('pending')), ledger)).toBe('base_raced');
    expect(judge(baseWith(), ledger)).toBe('base_raced');
    expect(judge(baseWith(aCheck('failure')), ledger)).toBe('base_red');
    expect(judge(baseWith(aCheck()), ledger)).toBe('proven');
  });

  it('is only pending where the tip is a merge of ours', () => {
    expect(judge({ ...baseWith(aCheck('pending')), sha: merged.sha }, ledger)).toBe('base_pending');
  });

  it('is only pending where a person made the merge that we know of', () => {
    const byHand = aLedger({ '1.1': approved({ merged: { ...merged, baseBefore: null, by: 'ada' } }) });
    expect(judge(baseWith(aCheck('pending')), byHand)).toBe('base_pending');
  });
});

describe('what fails on the base', () => {
  const lint = aCheck('failure', { name: 'lint' });

  it('is every failed job, once all others have ended', () => {
    const found = findFailures(baseWith(aCheck('failure'), lint, aCheck('success', { name: 'build' })), aPolicy());
    expect(found.map(({ name }) => name)).toEqual(['test', 'lint']);
  });

  it('is not known while anything still runs', () => {
    expect(findFailures(baseWith(lint, aCheck('pending')), aPolicy())).toEqual([]);
  });

  it('is nothing where the base is not red', () => {
    expect(findFailures(baseWith(aCheck('cancelled')), aPolicy())).toEqual([]);
  });
});

describe('what is noted of the base', () => {
  it('is the newest proof and when it was made', () => {
    expect(look(emptyLedger, baseWith(aCheck())).base).toEqual({ proven: { sha: tip, at: noon }, watched: null });
  });

  it('is the tip that is waited for, beside the last proof', () => {
    const proven = look(emptyLedger, { branch: 'main', sha: aSha('old'), checks: [aCheck()] });
    expect(look(proven, baseWith(), noon + minute).base).toEqual({
      proven: { sha: aSha('old'), at: noon },
      watched: { sha: tip, since: noon + minute },
    });
  });

  it('is the very same ledger while nothing changes', () => {
    const proven = look(emptyLedger, baseWith(aCheck()));
    expect(look(proven, baseWith(aCheck()), noon + minute)).toBe(proven);
    const watching = look(emptyLedger, baseWith());
    expect(look(watching, baseWith(aCheck('pending')), noon + minute)).toBe(watching);
  });

  it('forgets that a tip was waited for once it is proven, though it had been proven before', () => {
    const again = look(look(look(emptyLedger, baseWith(aCheck())), baseWith(aCheck('pending'))), baseWith(aCheck()));
    expect(again.base.watched).toBeNull();
  });

  it('takes a proof back when the proven commit itself turns red', () => {
    const proven = look(emptyLedger, baseWith(aCheck()));
    expect(look(proven, baseWith(aCheck('failure'))).base.proven).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { judgeBase, noteBase } from '../../../src/core/base.ts';
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
  { behaviour: 'a cancelled tip is neither red nor proven', checks: [aCheck('cancelled')], expected: 'check_refused' },
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

  it('names the checks that failed', () => {
    const proof = judgeBase(baseWith(aCheck('failure', { name: 'lint' })), emptyLedger, aPolicy(), noon);
    expect(proof).toMatchObject({ hold: { detail: expect.stringContaining('lint') } });
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

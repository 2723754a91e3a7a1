import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lease } from '../../src/core/ledger.ts';
import { LeaseOver } from '../../src/pass/lease-over.ts';
import { isLeased } from '../../src/pass/state.ts';
import { requireTime } from '../../src/pass/under-lease.ts';
import { minute, noon } from '../builders/ledger.ts';

const us = { run: 2, attempt: 1, holder: 'plan', canDispatch: true };

function leased(change: Partial<Lease> = {}): Lease {
  return { run: 1, attempt: 1, holder: 'plan', until: noon, ...change };
}

function mayStart(lease: Lease, at: number): boolean {
  return !isLeased(lease, { facts: us, now: () => at });
}

function mayAct(until: number, at: number): boolean {
  try {
    requireTime(until, { now: () => at });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(LeaseOver);
    return false;
  }
}

describe('a lease', () => {
  it('lets its holder act until it runs out, and not at that moment', () => {
    expect(mayAct(noon, noon - 1)).toBe(true);
    expect(mayAct(noon, noon)).toBe(false);
  });

  it('keeps others waiting for five minutes longer than its holder may act', () => {
    expect(mayStart(leased(), noon + 5 * minute - 1)).toBe(false);
    expect(mayStart(leased(), noon + 5 * minute)).toBe(true);
  });

  it('keeps nobody waiting who holds it', () => {
    expect(mayStart(leased(us), noon - minute)).toBe(true);
  });

  it.each([
    { behaviour: 'another job of the same run', lease: { ...us, holder: 'settle 2-1' } },
    { behaviour: 'another attempt of the same job', lease: { ...us, attempt: 2 } },
    { behaviour: 'the same job of another run', lease: { ...us, run: 3 } },
  ])('keeps waiting: $behaviour', ({ lease }) => {
    expect(mayStart(leased(lease), noon - minute)).toBe(false);
  });

  it('never lets two act at one moment whose clocks are up to five minutes apart', () => {
    const skew = fc.integer({ min: -5 * minute, max: 5 * minute });
    const moment = fc.integer({ min: -20 * minute, max: 20 * minute });
    fc.assert(
      fc.property(skew, moment, (ahead, since) => {
        // The holder's clock shows `noon` at its lease's end, and the other's shows so much more or less.
        const holders = noon + since;
        expect(mayAct(noon, holders) && mayStart(leased(), holders + ahead)).toBe(false);
      }),
    );
  });
});

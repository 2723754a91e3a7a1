import { describe, expect, it } from 'vitest';
import { checks } from '../../src/doctor/examine.ts';
import type { DoctorFacts } from '../../src/doctor/facts.ts';
import { healthyFacts } from './doctor-facts.ts';

export type Check = keyof typeof checks;

/** What is other than in a healthy repository, and what the check says of it. */
export type Row = readonly [
  behaviour: string,
  change: Partial<DoctorFacts>,
  verdict: 'pass' | 'fail' | 'cannot_tell',
  says: RegExp,
];

/** One test per row: the verdict, its words, and that whatever is not well says what to do. */
export function judgeChecks(table: Readonly<Partial<Record<Check, readonly Row[]>>>): void {
  for (const [check, rows] of Object.entries(table)) {
    describe(check, () => {
      it.each(rows)('judges %s', (_behaviour, change, verdict, says) => {
        const outcomes = checks[check as Check](healthyFacts(change));
        expect(outcomes.map((one) => ({ verdict: one.verdict, text: one.detail }))).toContainEqual({
          verdict,
          text: expect.stringMatching(says),
        });
        for (const one of outcomes) expect(one.remedy === '').toBe(one.verdict === 'pass');
        if (verdict === 'pass') expect(outcomes.map((one) => one.verdict)).toEqual(outcomes.map(() => 'pass'));
      });
    });
  }
}

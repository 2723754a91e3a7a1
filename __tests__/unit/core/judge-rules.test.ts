import { describe, expect, it } from 'vitest';
import { judgeRules } from '../../../src/core/judge-rules.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import type { RulesFacts } from '../../../src/core/snapshot.ts';
import { aPolicy } from '../../builders/policy.ts';
import { someRules } from '../../builders/snapshot.ts';

interface Row {
  readonly behaviour: string;
  readonly rules: Partial<RulesFacts>;
  readonly policy?: Partial<Policy>;
  readonly hold: Hold | null;
}

const accept = { base: { start: 'proven', unprotected: 'accept', revert: false } } as const;
const never = { mode: 'never', method: 'merge', exceptions: [] } as const;
const squash = { mergeMethods: ['squash'] } as const;
const refused: Hold = { code: 'merge_method_refused', detail: 'merge; allowed: squash' };

const rows: readonly Row[] = [
  { behaviour: 'are worked under where they ask for a pull request and a check', rules: {}, hold: null },
  {
    behaviour: 'are refused where they ask for no check',
    rules: { requiredChecks: [] },
    hold: { code: 'base_unprotected', detail: 'no status check is required' },
  },
  {
    behaviour: 'are refused with all that they lack',
    rules: { requiresPullRequest: false, requiredChecks: [] },
    hold: { code: 'base_unprotected', detail: 'no rule demands a pull request, no status check is required' },
  },
  {
    behaviour: 'are worked under where the team accepts by name that there are none',
    rules: { requiresPullRequest: false, requiredChecks: [] },
    policy: accept,
    hold: null,
  },
  {
    behaviour: 'are refused where our token can pass over them, whatever the team accepts',
    rules: { bypass: 'possible' },
    policy: accept,
    hold: { code: 'bypass_possible', detail: '' },
  },
  { behaviour: 'are left to the gate where nobody can say who passes', rules: { bypass: 'unknown' }, hold: null },
  { behaviour: 'are refused where they forbid the way of merging', rules: squash, hold: refused },
  {
    behaviour: 'are refused where they contradict one another about it',
    rules: { mergeMethods: [] },
    hold: { code: 'merge_method_refused', detail: 'merge; allowed: none' },
  },
  { behaviour: 'leave the way to a merge queue', rules: { ...squash, requiresMergeQueue: true }, hold: null },
  { behaviour: 'are no matter where people merge', rules: squash, policy: { merge: never }, hold: null },
  {
    behaviour: 'are refused where people merge, and not everything',
    rules: squash,
    policy: { merge: { ...never, exceptions: [{ mode: 'auto', epics: [1], paths: [] }] } },
    hold: refused,
  },
];

describe('the rules of a base', () => {
  it.each(rows)('$behaviour', ({ rules, policy = {}, hold }) => {
    expect(judgeRules(someRules(rules), aPolicy(policy))).toEqual(hold);
  });
});

import { describe, expect, it } from 'vitest';
import { type CheckPolicy, judgeChecks } from '../../../src/core/checks.ts';
import type { CheckFacts, CheckState, RulesFacts } from '../../../src/core/snapshot.ts';
import { aCheck, actionsApp } from '../../builders/checks.ts';
import { aPolicy } from '../../builders/policy.ts';

interface Row {
  readonly behaviour: string;
  readonly checks: readonly CheckFacts[];
  readonly required?: RulesFacts['requiredChecks'];
  readonly policy?: Partial<CheckPolicy>;
  readonly expected: string;
}

const test = [{ name: 'test', appId: actionsApp }];
const lint = { name: 'lint' };
const status = { kind: 'status', appId: null, appSlug: null, workflowRunId: null, workflow: null } as const;

const rows: readonly Row[] = [
  { behaviour: 'a required check with success is green', checks: [aCheck()], expected: 'green' },
  { behaviour: 'zero checks is none, even where none is required', checks: [], required: [], expected: 'none' },
  {
    behaviour: 'a required check that has not reported is missing',
    checks: [aCheck('success', lint)],
    expected: 'missing test',
  },
  {
    behaviour: 'a check of the right name by another app is missing',
    checks: [aCheck('success', { appId: 9, appSlug: 'other' })],
    expected: 'missing test (reported, but not by app 15368)',
  },
  {
    behaviour: 'a check of the right name by any app does where the rule names none',
    checks: [aCheck('success', { appId: 9, appSlug: 'other', workflowRunId: null })],
    required: [{ name: 'test', appId: null }],
    expected: 'green',
  },
  {
    behaviour: 'a commit status does where the rule names no app',
    checks: [aCheck('success', status)],
    required: [{ name: 'test', appId: null }],
    expected: 'green',
  },
  {
    behaviour: 'a commit status does not do for an app’s check',
    checks: [aCheck('success', status)],
    expected: 'missing test (reported, but not by app 15368)',
  },
  {
    behaviour: 'a check of GitHub Actions that is no job of a run is forged, and counts for nothing',
    checks: [aCheck('success', { workflowRunId: null })],
    expected: 'none',
  },
  {
    behaviour: 'a forged check does not stand in for the missing one',
    checks: [aCheck('success', { workflowRunId: null }), aCheck('success', lint)],
    expected: 'missing test (reported, but not by a job of a workflow run)',
  },
  {
    behaviour: 'another app’s check needs no workflow run',
    checks: [aCheck(), aCheck('success', { name: 'scan', appId: 9, appSlug: 'scanner', workflowRunId: null })],
    expected: 'green',
  },
  {
    behaviour: 'our own checks are left out, red or green',
    checks: [aCheck(), aCheck('failure', { name: 'orchestrate/gate' })],
    expected: 'green',
  },
  {
    behaviour: 'our own checks alone are none',
    checks: [aCheck('success', { name: 'orchestrate/review' })],
    expected: 'none',
  },
  {
    behaviour: 'the jobs of our own workflow are left out, red, pending or green',
    checks: (['failure', 'pending', 'success'] as const).map((state) =>
      aCheck(state, { name: 'plan', workflow: 'orchestrate.yml' }),
    ),
    expected: 'none',
  },
  {
    behaviour: 'a job of our own workflow cannot stand in for a required check',
    checks: [aCheck('success', { workflow: 'orchestrate.yml' }), aCheck('success', lint)],
    expected: 'missing test (reported by our own workflow)',
  },
  {
    behaviour: 'our own check is not waited for where the rules require it',
    checks: [aCheck()],
    required: [...test, { name: 'orchestrate/gate', appId: null }],
    expected: 'green',
  },
  {
    behaviour: 'a red check that is not required is red all the same',
    checks: [aCheck(), aCheck('failure', lint)],
    expected: 'red lint',
  },
  { behaviour: 'a check that timed out is red', checks: [aCheck('timed_out')], expected: 'red test' },
  {
    behaviour: 'an ignored check is left out, red or not',
    checks: [aCheck(), aCheck('failure', lint), aCheck('pending', lint)],
    policy: { ignore: ['lint'] },
    expected: 'green',
  },
  {
    behaviour: 'a required check cannot be ignored away',
    checks: [aCheck('failure'), aCheck('success', lint)],
    policy: { ignore: ['test'] },
    expected: 'missing test (`checks.ignore` leaves it out)',
  },
  {
    behaviour: 'a skipped check that is not required is no obstacle',
    checks: [aCheck(), aCheck('skipped', lint)],
    expected: 'green',
  },
  {
    behaviour: 'a neutral check that is not required is no obstacle',
    checks: [aCheck(), aCheck('neutral', lint)],
    expected: 'green',
  },
  { behaviour: 'a required check that was skipped is refused', checks: [aCheck('skipped')], expected: 'refused test' },
  { behaviour: 'a required check that is neutral is refused', checks: [aCheck('neutral')], expected: 'refused test' },
  {
    behaviour: 'a required check may be skipped where the configuration names it',
    checks: [aCheck('skipped')],
    policy: { allowSkipped: ['test'] },
    expected: 'green',
  },
  {
    behaviour: 'a check that may be skipped may not be cancelled',
    checks: [aCheck('cancelled')],
    policy: { allowSkipped: ['test'] },
    expected: 'refused test',
  },
  {
    behaviour: 'red comes before pending: nobody waits for the rest',
    checks: [aCheck('failure'), aCheck('pending', lint)],
    expected: 'red test',
  },
  {
    behaviour: 'pending comes before missing: what runs may yet bring it',
    checks: [aCheck('pending', lint)],
    expected: 'pending lint',
  },
  {
    behaviour: 'pending comes before refused',
    checks: [aCheck('cancelled'), aCheck('pending', lint)],
    expected: 'pending lint',
  },
  {
    behaviour: 'the same check red in another run is red',
    checks: [aCheck(), aCheck('failure', { workflowRunId: 8 })],
    expected: 'red test',
  },
  {
    behaviour: 'only skipped and neutral ones, with nothing required, are no answer',
    checks: [aCheck('skipped'), aCheck('neutral', lint)],
    required: [],
    expected: 'none',
  },
  {
    behaviour: 'of two required checks both are needed',
    checks: [aCheck()],
    required: [...test, { name: 'lint', appId: null }],
    expected: 'missing lint',
  },
];

const unanswered: readonly CheckState[] = ['cancelled', 'stale', 'action_required', 'startup_failure'];

function judge({ checks, required = test, policy }: Omit<Row, 'behaviour' | 'expected'>): string {
  const verdict = judgeChecks(checks, required, { ...aPolicy().checks, ...policy });
  switch (verdict.kind) {
    case 'none':
    case 'green':
      return verdict.kind;
    case 'pending':
    case 'missing':
      return `${verdict.kind} ${verdict.names.join(' ')}`;
    case 'red':
      return `red ${verdict.failed.map(({ name }) => name).join(' ')}`;
    case 'refused':
      return `refused ${verdict.checks.map(({ name }) => name).join(' ')}`;
  }
}

describe('checks', () => {
  it.each(rows)('$behaviour', ({ expected, ...row }) => {
    expect(judge(row)).toBe(expected);
  });

  it.each(unanswered)('a check that is %s has not answered, required or not', (state) => {
    expect(judge({ checks: [aCheck(state)] })).toBe('refused test');
    expect(judge({ checks: [aCheck(), aCheck(state, lint)] })).toBe('refused lint');
  });
});

import { describe, it } from 'vitest';
import type { PullRequestFacts, RulesFacts } from '../../../../src/core/snapshot.ts';
import { type RollupContext, rollupContextSchema, toCheckFacts } from '../../../../src/github/check-facts.ts';
import { aCheck, actionsApp } from '../../../builders/checks.ts';
import { expectGate, type GateRow } from '../../../builders/gate.ts';
import { minute, noon } from '../../../builders/ledger.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import type { Scene } from '../../../builders/scene.ts';
import { tip } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';
import { checkRun } from '../../../integration/github-world.ts';

function withChecks(...checks: PullRequestFacts['checks']): Scene {
  return { pullRequest: aPullRequest({ checks }) };
}

function requiring(...requiredChecks: RulesFacts['requiredChecks']): Pick<Scene, 'world'> {
  return { world: { rules: someRules({ requiredChecks }) } };
}

const lint = { name: 'lint' };
const other = { appId: 9, appSlug: 'other', workflowRunId: null, workflow: null };
const status = { kind: 'status', appId: null, appSlug: null, workflowRunId: null, workflow: null } as const;
const anyApp = [{ name: 'test', appId: null }] as const;

const answers: readonly GateRow[] = [
  { behaviour: 'merges when the required check succeeded', ...withChecks(aCheck()), code: null },
  {
    behaviour: 'holds while a required check is missing by name',
    ...withChecks(aCheck('success', lint)),
    code: 'check_missing',
    seen: 'test',
  },
  {
    behaviour: 'holds while a required check is there only by another app',
    ...withChecks(aCheck('success', other)),
    code: 'check_missing',
    seen: 'test (reported, but not by app 15368)',
  },
  {
    behaviour: 'holds where a commit status stands in for an app’s check',
    ...withChecks(aCheck('success', status)),
    code: 'check_missing',
    seen: 'not by app 15368',
  },
  {
    behaviour: 'holds for a check of Actions that is no job of a workflow run: anybody’s workflow can forge it',
    ...withChecks(aCheck('success', { workflowRunId: null }), aCheck('success', lint)),
    code: 'check_missing',
    seen: 'test (reported, but not by a job of a workflow run)',
  },
  {
    behaviour: 'does not count a forged check as one at all',
    ...withChecks(aCheck('success', { workflowRunId: null })),
    code: 'checks_unknown',
  },
  { behaviour: 'waits for a required check', ...withChecks(aCheck('pending')), code: 'ci_pending', seen: 'test' },
  {
    behaviour: 'waits for a check that nobody requires',
    ...withChecks(aCheck(), aCheck('pending', lint)),
    code: 'ci_pending',
    seen: 'lint',
  },
  { behaviour: 'holds for a red check', ...withChecks(aCheck('failure')), code: 'check_refused', seen: 'test failed' },
  {
    behaviour: 'holds for a red check that nobody requires',
    ...withChecks(aCheck(), aCheck('failure', lint)),
    code: 'check_refused',
    seen: 'lint failed',
  },
  {
    behaviour: 'says red before it waits for the rest',
    ...withChecks(aCheck('failure'), aCheck('pending', lint)),
    code: 'check_refused',
    seen: 'test failed',
  },
  {
    behaviour: 'holds for a check that timed out',
    ...withChecks(aCheck('timed_out')),
    code: 'check_refused',
    seen: 'test failed',
  },
  {
    behaviour: 'holds for a required check that was skipped',
    ...withChecks(aCheck('skipped')),
    code: 'check_refused',
    seen: 'test skipped',
  },
  {
    behaviour: 'merges over a required check that was skipped where the configuration names it',
    ...withChecks(aCheck('skipped')),
    policy: { checks: { ...aPolicy().checks, allowSkipped: ['test'] } },
    code: null,
  },
  {
    behaviour: 'merges over another check that was skipped',
    ...withChecks(aCheck(), aCheck('skipped', lint)),
    code: null,
  },
  {
    behaviour: 'holds for a required check that is neutral',
    ...withChecks(aCheck('neutral')),
    code: 'check_refused',
    seen: 'test neutral',
  },
  {
    behaviour: 'merges over a required check that is neutral where the configuration names it',
    ...withChecks(aCheck('neutral')),
    policy: { checks: { ...aPolicy().checks, allowSkipped: ['test'] } },
    code: null,
  },
  {
    behaviour: 'merges over another check that is neutral',
    ...withChecks(aCheck(), aCheck('neutral', lint)),
    code: null,
  },
  ...(['cancelled', 'stale', 'unreadable', 'startup_failure'] as const).flatMap((state): readonly GateRow[] => [
    {
      behaviour: `holds for a required check that is ${state}`,
      ...withChecks(aCheck(state)),
      code: state === 'unreadable' ? 'checks_unreadable' : 'check_refused',
      seen: state === 'unreadable' ? '' : `test ${state}`,
    },
    {
      behaviour: `holds for another check that is ${state}`,
      ...withChecks(aCheck(), aCheck(state, lint)),
      code: state === 'unreadable' ? 'checks_unreadable' : 'check_refused',
      seen: state === 'unreadable' ? '' : `lint ${state}`,
    },
  ]),
  {
    behaviour: 'holds for a workflow run that waits for a person to let it start',
    ...withChecks(aCheck(), aCheck('action_required', lint)),
    code: 'runs_parked',
    seen: 'lint',
  },
  {
    behaviour: 'holds for a required check of an app that asks for an action',
    ...withChecks(aCheck('action_required', { appId: 9, appSlug: 'licences', workflowRunId: null })),
    code: 'check_refused',
    seen: 'test action_required',
  },
  { behaviour: 'holds where there is no check at all', ...withChecks(), code: 'checks_unknown' },
  {
    behaviour: 'holds where everything was skipped and nothing is required: nothing was tried',
    ...withChecks(aCheck('skipped')),
    ...requiring(),
    policy: { base: { start: 'proven', unprotected: 'accept', revert: false } },
    now: noon + 60 * minute,
    code: 'checks_unknown',
  },
  {
    behaviour: 'merges where one was skipped, the other succeeded and nothing is required',
    ...withChecks(aCheck(), aCheck('skipped', lint)),
    ...requiring(),
    policy: { base: { start: 'proven', unprotected: 'accept', revert: false } },
    code: null,
  },
];

const duplicates: readonly GateRow[] = [
  {
    behaviour: 'names the forged one of two that do not count',
    ...withChecks(aCheck('success', { workflowRunId: null }), aCheck('success', other)),
    code: 'check_missing',
    seen: 'test (reported, but not by a job of a workflow run)',
  },
  {
    behaviour: 'names our own workflow’s of two that do not count',
    ...withChecks(aCheck('success', { workflow: 'orchestrate.yml' }), aCheck('success', other)),
    code: 'check_missing',
    seen: 'test (reported by our own workflow)',
  },
  {
    behaviour: 'holds where one of two apps that report one name says red',
    ...withChecks(aCheck(), aCheck('failure', other)),
    code: 'check_refused',
  },
  {
    behaviour: 'waits for the second of two apps that report one name',
    ...withChecks(aCheck(), aCheck('pending', other)),
    code: 'ci_pending',
  },
  {
    behaviour: 'holds where any app’s check is required and one of two skipped it',
    ...withChecks(aCheck(), aCheck('skipped', other)),
    ...requiring(...anyApp),
    code: 'check_refused',
    seen: 'test skipped',
  },
  {
    behaviour: 'merges where the required app’s check succeeded and another app skipped one of its name',
    ...withChecks(aCheck(), aCheck('skipped', other)),
    code: null,
  },
  {
    behaviour: 'holds where a check run succeeded and the status of its name failed: both are required',
    ...withChecks(aCheck(), aCheck('failure', status)),
    ...requiring(...anyApp),
    code: 'check_refused',
  },
  {
    behaviour: 'waits for the status of a name whose check run succeeded',
    ...withChecks(aCheck(), aCheck('pending', status)),
    ...requiring(...anyApp),
    code: 'ci_pending',
  },
  {
    behaviour: 'merges where check run and status of one name succeeded',
    ...withChecks(aCheck(), aCheck('success', status)),
    ...requiring(...anyApp),
    code: null,
  },
  {
    behaviour: 'holds while one of two required checks is missing',
    ...withChecks(aCheck()),
    ...requiring({ name: 'test', appId: actionsApp }, { name: 'lint', appId: null }),
    code: 'check_missing',
    seen: 'lint',
  },
];

function ran(change: Readonly<Record<string, unknown>>): RollupContext {
  return rollupContextSchema.parse(checkRun({ detailsUrl: null, title: null, summary: null, ...change }));
}

const first = { databaseId: 1, startedAt: '2026-10-01T10:00:00Z' };
const again = { databaseId: 2, startedAt: '2026-10-01T11:00:00Z' };

const reruns: readonly GateRow[] = [
  {
    behaviour: 'merges when the run again of a red check succeeded',
    ...withChecks(...toCheckFacts([ran({ ...again }), ran({ ...first, conclusion: 'FAILURE' })])),
    code: null,
  },
  {
    behaviour: 'holds when the run again of a green check is red',
    ...withChecks(...toCheckFacts([ran({ ...first }), ran({ ...again, conclusion: 'FAILURE' })])),
    code: 'check_refused',
  },
  {
    behaviour: 'waits for a run again that has not started',
    ...withChecks(
      ...toCheckFacts([ran({ ...first }), ran({ ...again, startedAt: null, status: 'QUEUED', conclusion: null })]),
    ),
    code: 'ci_pending',
  },
];

/** The head of these scenes was pushed half an hour before noon; the deadline is 45 minutes. */
const deadline = noon + 15 * minute;

const deadlines: readonly GateRow[] = [
  {
    behaviour: 'waits for a required check that has not reported until its deadline',
    ...withChecks(aCheck('success', lint)),
    now: deadline - 1,
    code: 'check_missing',
  },
  {
    behaviour: 'hands a required check that never reported to a person, with its name and the deadline',
    ...withChecks(aCheck('success', lint)),
    now: deadline,
    code: 'check_never_reported',
    seen: 'test: 45 minutes after the push',
  },
  {
    behaviour: 'says why what there is of a name does not count, after the deadline too',
    ...withChecks(aCheck('success', other)),
    now: deadline,
    code: 'check_never_reported',
    seen: 'test (reported, but not by app 15368): 45 minutes after the push',
  },
  {
    behaviour: 'takes the deadline from the configuration',
    ...withChecks(aCheck('success', lint)),
    policy: { checks: { ...aPolicy().checks, deadlineMinutes: 30 } },
    code: 'check_never_reported',
    seen: 'test: 30 minutes after the push',
  },
  {
    behaviour: 'names every required check where nothing reported at all until the deadline',
    ...withChecks(),
    ...requiring({ name: 'test', appId: actionsApp }, { name: 'lint', appId: null }),
    now: deadline,
    code: 'check_never_reported',
    seen: 'test, lint: 45 minutes after the push',
  },
  {
    behaviour: 'has no deadline for what is under way',
    ...withChecks(aCheck('pending')),
    now: deadline,
    code: 'ci_pending',
  },
  {
    behaviour: 'has no deadline where nothing is required',
    ...withChecks(),
    ...requiring(),
    policy: { base: { start: 'proven', unprotected: 'accept', revert: false } },
    now: deadline,
    code: 'checks_unknown',
  },
];

const ours: readonly GateRow[] = [
  {
    behaviour: 'leaves our own check out while it is pending, which makes a pull request unstable',
    pullRequest: aPullRequest({
      mergeState: 'UNSTABLE',
      checks: [aCheck(), aCheck('pending', { name: 'orchestrate/gate' })],
    }),
    code: null,
  },
  {
    behaviour: 'holds for another’s red check, which makes a pull request unstable',
    pullRequest: aPullRequest({ mergeState: 'UNSTABLE', checks: [aCheck(), aCheck('failure', { name: 'coverage' })] }),
    code: 'check_refused',
    seen: 'coverage failed',
  },
  {
    behaviour: 'leaves another’s red check out that `checks.ignore` names',
    pullRequest: aPullRequest({ mergeState: 'UNSTABLE', checks: [aCheck(), aCheck('failure', { name: 'coverage' })] }),
    policy: { checks: { ...aPolicy().checks, ignore: ['coverage'] } },
    code: null,
  },
  {
    behaviour: 'does not let `checks.ignore` take a required check away',
    ...withChecks(aCheck('failure'), aCheck('success', lint)),
    policy: { checks: { ...aPolicy().checks, ignore: ['test'] } },
    world: { base: { branch: 'main', sha: tip, checks: [aCheck('success', lint)] } },
    code: 'check_missing',
    seen: '`checks.ignore` leaves it out',
  },
  {
    behaviour: 'does not wait for our own gate where the rules require it, which blocks until we complete it',
    pullRequest: aPullRequest({ mergeState: 'BLOCKED' }),
    ...requiring({ name: 'test', appId: actionsApp }, { name: 'orchestrate/gate', appId: null }),
    code: null,
  },
  {
    behaviour: 'does not take our own red gate for evidence where nobody requires it',
    ...withChecks(aCheck(), aCheck('failure', { name: 'orchestrate/gate' })),
    code: null,
  },
  {
    behaviour: 'does not take our own checks for evidence where they are alone',
    ...withChecks(aCheck('success', { name: 'orchestrate/review' })),
    code: 'checks_unknown',
  },
  {
    behaviour: 'leaves the jobs of our own workflow out, red as they may be',
    ...withChecks(aCheck(), aCheck('failure', { name: 'plan', workflow: 'orchestrate.yml' })),
    code: null,
  },
  {
    behaviour: 'does not let a job of our own workflow stand in for a required check',
    ...withChecks(aCheck('success', { workflow: 'orchestrate.yml' }), aCheck('success', lint)),
    code: 'check_missing',
    seen: 'reported by our own workflow',
  },
];

const tables: readonly (readonly [string, readonly GateRow[]])[] = [
  ['of the checks of a head', answers],
  ['of checks of one name', duplicates],
  ['of a check that ran again', reruns],
  ['of a required check that never reported', deadlines],
  ['of our own checks and of ignored ones', ours],
];

describe.each(tables)('the gate, %s', (_, rows) => {
  it.each(rows)('$behaviour', expectGate);
});

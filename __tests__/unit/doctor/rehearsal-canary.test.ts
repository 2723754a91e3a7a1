import { describe, expect, it } from 'vitest';
import type { CheckFacts } from '../../../src/core/snapshot.ts';
import { type CanaryFacts, judgeCanary, standingOf } from '../../../src/doctor/rehearsal/judge-canary.ts';
import { type CanaryPatience, watchCanary } from '../../../src/doctor/rehearsal/watch-canary.ts';
import { unreadableCheck } from '../../../src/github/check-facts.ts';
import { aCheck, actionsApp } from '../../builders/checks.ts';
import { seen, unseen } from '../../builders/doctor-facts.ts';
import { aPullRequest } from '../../builders/pull-request.ts';

const demands: Omit<CanaryFacts, 'checks'> = {
  base: 'main',
  required: seen([{ name: 'test', appId: actionsApp }]),
  allowSkipped: [],
};
const parked = aCheck('action_required', { name: 'CI' });
const forged = aCheck('success', { workflowRunId: null });
const other = aCheck('success', { name: 'lint' });

/** What a canary with these checks shows, as `check: verdict` and the detail. */
function judge(checks: readonly CheckFacts[], change: Partial<CanaryFacts> = {}): readonly string[] {
  const found = judgeCanary({ ...demands, checks, ...change }, 5);
  return found.map(({ check, verdict, detail }) => `${check.replace('rehearsal_', '')}: ${verdict}: ${detail}`);
}

describe('a canary', () => {
  it.each<[string, readonly CheckFacts[], Partial<CanaryFacts>, string, string]>([
    [
      'of which all is reported',
      [aCheck()],
      {},
      'ci: pass: CI started by itself: test',
      'checks: pass: test reported success',
    ],
    ['whose required check failed', [aCheck('failure')], {}, 'ci: pass', 'checks: fail: test ended as failure'],
    [
      'whose required check was cancelled',
      [aCheck('cancelled')],
      {},
      'ci: pass',
      'checks: fail: test ended as cancelled',
    ],
    [
      'whose required check goes on',
      [aCheck('pending')],
      {},
      'ci: pass',
      'checks: cannot_tell: test began, and had not ended after 5 minutes',
    ],
    ['whose required check was skipped', [aCheck('skipped')], {}, 'ci: pass', 'checks: cannot_tell: test was skipped'],
    [
      'whose check may be skipped',
      [aCheck('skipped')],
      { allowSkipped: ['test'] },
      'ci: pass',
      'checks: pass: test was skipped',
    ],
    [
      'one of two namesakes of which is red',
      [aCheck(), aCheck('failure', { workflow: 'b.yml' })],
      {},
      'ci: pass',
      'checks: fail',
    ],
    [
      'whose required check never came',
      [other],
      {},
      'ci: pass',
      'checks: fail: test was never reported: only lint ended, 5 minutes after',
    ],
    [
      'whose required check has still to come',
      [aCheck('pending', { name: 'CI' })],
      {},
      'ci: pass',
      'checks: cannot_tell: test had not reported',
    ],
    [
      'whose check another app reported',
      [aCheck('success', { appId: 9, appSlug: 'ci' })],
      {},
      'ci: pass',
      'checks: fail: test is required of the app 15368, and was reported by the app 9',
    ],
    [
      'whose check came as a status',
      [aCheck('success', { appId: null, appSlug: null, kind: 'status' })],
      {},
      'ci: pass',
      'checks: fail: test is required of the app 15368, and was reported as a commit status',
    ],
    [
      'whose check was forged',
      [forged],
      {},
      'ci: fail: no check began',
      'checks: fail: test was never reported: nothing was',
    ],
    [
      'on which nothing began',
      [],
      {},
      'ci: fail: no check began in 5 minutes',
      'checks: fail: test was never reported: nothing was',
    ],
    ['on which only we reported', [aCheck('success', { name: 'orchestrate/gate' })], {}, 'ci: fail', 'checks: fail'],
    [
      'of which nothing is required',
      [aCheck()],
      { required: seen([]) },
      'ci: pass',
      'checks: pass: main requires no check',
    ],
    [
      'of which only ours is required',
      [aCheck()],
      { required: seen([{ name: 'orchestrate/gate', appId: 1 }]) },
      'ci: pass',
      'checks: pass: main requires no check',
    ],
    [
      'whose rules are out of sight',
      [aCheck()],
      { required: unseen() },
      'ci: pass',
      'checks: cannot_tell: which checks main requires',
    ],
  ])('%s', (_, checks, change, ...expected) => {
    const found = judge(checks, change);
    expect(found).toHaveLength(2);
    for (const [index, beginning] of expected.entries()) expect(found[index]?.startsWith(beginning)).toBe(true);
  });

  it('whose checks are not shown to us says that, and nothing of names', () => {
    expect(judge([aCheck(), unreadableCheck])).toEqual([
      'ci: fail: what was reported on the canary is not shown to the App',
    ]);
  });

  it('whose runs are parked says so, and nothing of names that cannot report', () => {
    expect(judge([parked])).toEqual(['ci: fail: CI waits for somebody to approve it: CI']);
  });
});

describe('the waiting for a canary', () => {
  it.each<[string, readonly CheckFacts[], string]>([
    ['is over when all that is required is there', [aCheck()], 'complete'],
    ['is over when runs are parked', [parked, aCheck('pending', { name: 'other' })], 'parked'],
    ['is over where what was reported is not shown', [unreadableCheck, aCheck('pending')], 'parked'],
    ['goes on while anything is under way', [aCheck(), aCheck('pending', { name: 'CI' })], 'under_way'],
    ['is patient while nothing began', [], 'quiet'],
    ['is patient while a required check is away', [other], 'quiet'],
  ])('%s', (_, checks, standing) => {
    expect(standingOf({ ...demands, checks })).toBe(standing);
  });

  const patience: CanaryPatience = { workMinutes: 10, quietMinutes: 3, pauseMs: 60_000 };

  /** Watches a canary that shows these checks minute by minute, the last for ever; what was found, and after how long. */
  async function watch(...minutes: readonly (readonly CheckFacts[])[]) {
    let at = 0;
    const findings = await watchCanary({
      look: async () => aPullRequest({ checks: minutes[Math.min(at / 60_000, minutes.length - 1)] ?? [] }),
      demands,
      patience,
      now: () => at,
      pause: async (milliseconds) => {
        at += milliseconds;
      },
    });
    return { minutes: at / 60_000, verdicts: findings.map(({ verdict }) => verdict) };
  }

  it('ends as soon as everything has been reported', async () => {
    const end = await watch([], [aCheck('pending')], [aCheck()]);
    expect(end).toEqual({ minutes: 2, verdicts: ['pass', 'pass', 'pass'] });
  });

  it('ends after a while in which nothing was under way', async () => {
    const end = await watch([], [aCheck('pending', { name: 'lint' })], [other]);
    expect(end).toEqual({ minutes: 5, verdicts: ['pass', 'pass', 'fail'] });
  });

  it('ends while CI is still at work', async () => {
    const end = await watch([aCheck('pending')]);
    expect(end).toEqual({ minutes: 10, verdicts: ['pass', 'pass', 'cannot_tell'] });
  });

  it.each([
    ['is gone', null, 'fail', /the canary is gone/],
    ['was merged', aPullRequest({ state: 'MERGED', mergedBy: 'ada' }), 'fail', /ada merged the canary/],
    ['was closed', aPullRequest({ state: 'CLOSED' }), 'cannot_tell', /closed before its checks were seen/],
  ] as const)('says of a canary that %s that it saw nothing', async (_, found, verdict, says) => {
    const pause = async (): Promise<void> => undefined;
    const findings = await watchCanary({ look: async () => found, demands, patience, now: () => 0, pause });
    expect(findings).toEqual([
      { check: 'rehearsal_canary', verdict, detail: expect.stringMatching(says), remedy: expect.any(String) },
    ]);
  });
});

import {
  actionsApp,
  ciText,
  day,
  now,
  seen,
  unseen,
  withCi,
  withHeads,
  withRule,
} from '../../builders/doctor-facts.ts';
import { judgeChecks } from '../../builders/judge-checks.ts';

judgeChecks({
  required_checks: [
    ['one that was reported on a pull request', {}, 'pass', /test was reported/],
    [
      'one of another app',
      withHeads([{ name: 'test', appId: 9, workflow: null }]),
      'fail',
      /was reported by the app 9/,
    ],
    [
      'one that came as a status',
      withHeads([{ name: 'test', appId: null, workflow: null }]),
      'cannot_tell',
      /as a commit status/,
    ],
    ['one that only the base sees', withHeads([]), 'fail', /on the base, and on no pull request/],
    [
      'one that nobody reports, and the nearest name',
      { ...withHeads([{ name: 'tests', appId: actionsApp, workflow: 'ci.yml' }]), baseCommits: seen([]) },
      'fail',
      /nobody reported test/,
    ],
    [
      'no pull request of late',
      { pullRequestHeads: seen([{ at: now - 20 * day, checks: [] }]), baseCommits: seen([]) },
      'cannot_tell',
      /no pull request in the last 14 days/,
    ],
    [
      'ours alone',
      withRule({ type: 'required_status_checks', rulesetId: 1, checks: [{ name: 'orchestrate/gate', appId: 77 }] }),
      'pass',
      /nobody but us|anybody but us/,
    ],
    ['reports out of sight', { pullRequestHeads: unseen() }, 'cannot_tell', /which checks report/],
  ],
  base_ci: [
    ['a tip with checks', {}, 'pass', /its tip among them/],
    ['a tip without', { baseCommits: seen([{ at: now - day, checks: [] }]) }, 'fail', /the tip of main has no check/],
    [
      'a tip with nothing but our own runs',
      {
        baseCommits: seen([
          { at: now - day, checks: [{ name: 'plan', appId: actionsApp, workflow: 'orchestrate.yml' }] },
        ]),
      },
      'fail',
      /has no check/,
    ],
    ['a young tip without', { baseCommits: seen([{ at: now - 60_000, checks: [] }]) }, 'cannot_tell', /it is young/],
    [
      'CI that cancels itself there',
      withCi(`${ciText}concurrency: { group: ci, cancel-in-progress: true }\n`),
      'fail',
      /cancels itself on main/,
    ],
    [
      'CI that cancels itself on pull requests only',
      withCi(`${ciText}concurrency: { group: ci, cancel-in-progress: "\${{ github.ref != 'refs/heads/main' }}" }\n`),
      'pass',
      /its tip among them/,
    ],
    ['commits out of sight', { baseCommits: unseen() }, 'cannot_tell', /CI on main/],
  ],
  ci_starts: [
    ['a run that went', {}, 'pass', /was not parked/],
    [
      'a run that waits for approval',
      {
        agentRuns: seen([
          { conclusion: 'action_required', at: now },
          { conclusion: 'success', at: 1 },
        ]),
      },
      'fail',
      /waits for somebody/,
    ],
    [
      'an old run that waited',
      {
        agentRuns: seen([
          { conclusion: 'action_required', at: 1 },
          { conclusion: null, at: now },
        ]),
      },
      'pass',
      /not parked/,
    ],
    ['no run yet', { agentRuns: seen([]) }, 'cannot_tell', /yet/],
    ['runs out of sight', { agentRuns: unseen() }, 'cannot_tell', /403/],
  ],
});

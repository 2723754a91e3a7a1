import type { DoctorFacts } from '../../../src/doctor/facts.ts';
import {
  aWorkflow,
  ciText,
  exampleWorkflow,
  now,
  own,
  seen,
  unseen,
  withCi,
  withOwn,
  withRule,
} from '../../builders/doctor-facts.ts';
import { judgeChecks } from '../../builders/judge-checks.ts';

judgeChecks({
  workflows: [
    ['the examples, pinned', {}, 'pass', /plan, agent and settle/],
    ['the examples without the one for comments', {}, 'pass', /comments wait for the next run/],
    ['the example for comments beside them', withCi(ciText, comments()), 'pass', /orchestrate-comments\.yml follows/],
    [
      'the example for comments, with the action by a name that can be moved',
      withCi(
        ciText,
        comments((text) => text.replace(/orchestrate@a+/, 'orchestrate@v1')),
      ),
      'fail',
      /v1 gets the App's token/,
    ],
    ['a phase that nothing runs', { workflows: [own[0] as never] }, 'fail', /phase settle/],
    ['no workflow at all', { workflows: [] }, 'fail', /phase plan/],
    [
      'a trusted action by a name that can be moved',
      withOwn((text) => text.replaceAll(/orchestrate@a+/g, 'orchestrate@v1')),
      'fail',
      /v1 gets the App's token/,
    ],
  ],
  wake_ups: [
    ['names that exist', {}, 'pass', /woken by CI/],
    [
      'a name that no workflow has',
      withCi(ciText.replace('name: CI', 'name: Tests')),
      'fail',
      /names CI, and no workflow/,
    ],
    [
      'a workflow that judges pull requests unheard',
      withCi(ciText, aWorkflow('lint.yml', 'name: Lint\non: pull_request\njobs: {}')),
      'fail',
      /the end of Lint/,
    ],
    [
      'a name that may be in a file that cannot be read',
      withCi('name: ['),
      'cannot_tell',
      /no workflow that can be read/,
    ],
    [
      'CI elsewhere',
      {
        workflows: own.map((one) =>
          one.kind === 'workflow' ? { ...one, workflow: { ...one.workflow, triggers: new Map() } } : one,
        ),
      },
      'pass',
      /CI elsewhere/,
    ],
    ['no workflow of ours', { workflows: [] }, 'cannot_tell', /what wakes/],
  ],
  called_permissions: [
    ['what is granted', {}, 'pass', /no more than is granted/],
    [
      'a called job that asks for more',
      withOwn((text) => text.replace('contents: read # the agent job', 'contents: none # the agent job')),
      'fail',
      /contents: read, which job assignment/,
    ],
    [
      'a called workflow that is not there',
      { workflows: [exampleWorkflow('orchestrate.yml')] },
      'fail',
      /orchestrate-assignment\.yml, which is not there/,
    ],
    ['no workflow of ours', { workflows: [] }, 'fail', /no readable/],
  ],
  merge_queue: [
    ['no queue', {}, 'pass', /no merge queue/],
    [
      'a queue that CI does not run for',
      withRule({ type: 'bare', rulesetId: 1, name: 'merge_queue' }),
      'fail',
      /ci\.yml reports test/,
    ],
    [
      'the same told from its jobs',
      { ...withRule({ type: 'bare', rulesetId: 1, name: 'merge_queue' }), pullRequestHeads: seen([]) },
      'fail',
      /ci\.yml reports test/,
    ],
    [
      'a queue that CI runs for',
      {
        ...withRule({ type: 'bare', rulesetId: 1, name: 'merge_queue' }),
        ...withCi(ciText.replace('on: {', 'on: { merge_group: {},')),
      },
      'pass',
      /groups of the queue/,
    ],
    [
      'a check of another app',
      withRule(
        { type: 'bare', rulesetId: 1, name: 'merge_queue' },
        { type: 'required_status_checks', rulesetId: 1, checks: [{ name: 'buildkite', appId: 9 }] },
      ),
      'cannot_tell',
      /where buildkite comes from/,
    ],
  ],
  cron: [
    ['a schedule that fired', {}, 'pass', /within the last hour/],
    [
      'a schedule that fell silent',
      { ownWorkflow: seen({ state: 'active', lastScheduled: now - 8 * 3_600_000 }) },
      'fail',
      /not fired for 8 h/,
    ],
    [
      'a daily schedule, quiet since yesterday',
      {
        ...withOwn((text) => text.replace("'7,37 * * * *'", "'7 3 * * *'")),
        ownWorkflow: seen({ state: 'active', lastScheduled: now - 30 * 3_600_000 }),
      },
      'pass',
      /30 h ago/,
    ],
    [
      'a schedule that has not fired yet',
      { ownWorkflow: seen({ state: 'active', lastScheduled: null }) },
      'cannot_tell',
      /not fired yet/,
    ],
    [
      'a workflow that is switched off',
      { ownWorkflow: seen({ state: 'disabled_inactivity', lastScheduled: now }) },
      'fail',
      /switched off/,
    ],
    ['no schedule', withOwn((text) => text.replace(/ {2}schedule:\n.*\n/, '')), 'fail', /has no schedule/],
    ['a workflow that GitHub does not know', { ownWorkflow: seen(null) }, 'fail', /knows no workflow/],
    ['runs out of sight', { ownWorkflow: unseen() }, 'cannot_tell', /403/],
  ],
});

function comments(change?: (text: string) => string): DoctorFacts['workflows'][number] {
  return exampleWorkflow('orchestrate-comments.yml', change);
}

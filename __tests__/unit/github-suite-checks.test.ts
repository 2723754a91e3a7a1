import { describe, expect, test } from 'vitest';
import { type Suites, toParkedChecks, toUnfinishedChecks } from '../../src/github/suite-checks.ts';

type Suite = NonNullable<NonNullable<NonNullable<Suites>['nodes']>[number]>;

function suite(change: Partial<Suite> = {}): Suite {
  return {
    status: 'IN_PROGRESS',
    conclusion: null,
    app: { databaseId: 15368, slug: 'github-actions' },
    workflowRun: {
      databaseId: 9,
      event: 'pull_request',
      workflow: { name: 'CI', resourcePath: '/o/r/actions/workflows/ci.yml' },
    },
    ...change,
  };
}

function ofEvent(event: string): Suite['workflowRun'] {
  const { workflowRun } = suite();
  return workflowRun === null ? null : { ...workflowRun, event };
}

describe('workflow runs that are not over', () => {
  test('each is a pending check, whatever its jobs so far said', () => {
    expect(toUnfinishedChecks({ nodes: [suite(), suite({ status: 'QUEUED' })] })).toMatchObject([
      { name: 'CI', state: 'pending', workflow: 'ci.yml', workflowRunId: 9, appSlug: 'github-actions' },
      { name: 'CI', state: 'pending' },
    ]);
  });

  test.each([
    ['a run that is over', suite({ status: 'COMPLETED' })],
    ['a run that a comment started', suite({ workflowRun: ofEvent('issue_comment') })],
    ["a run that an issue's edit started", suite({ workflowRun: ofEvent('issues') })],
    ['a suite of an app that never reports', suite({ status: 'QUEUED', workflowRun: null })],
  ])('%s is none of them', (_, one) => {
    expect(toUnfinishedChecks({ nodes: [one] })).toEqual([]);
  });

  test('a commit without suites has none', () => {
    expect(toUnfinishedChecks({ nodes: [] })).toEqual([]);
  });
});

describe('workflow runs that a person has to let start', () => {
  const parked = suite({ status: 'COMPLETED', conclusion: 'ACTION_REQUIRED' });

  test('each is a check that waits for an action, though it has no job', () => {
    expect(toParkedChecks({ nodes: [parked] })).toMatchObject([
      { name: 'CI', state: 'action_required', workflow: 'ci.yml', workflowRunId: 9 },
    ]);
    expect(toUnfinishedChecks({ nodes: [parked] })).toEqual([]);
  });

  test.each([
    ['a run under way', suite()],
    ['a run that ended', suite({ status: 'COMPLETED', conclusion: 'FAILURE' })],
    ['an app that asks for an action', { ...parked, workflowRun: null }],
  ])('%s is none of them', (_, one) => {
    expect(toParkedChecks({ nodes: [one] })).toEqual([]);
  });
});

test.each<[string, Suites]>([
  ['a suite', { nodes: [null] }],
  ['the list', { nodes: null }],
  ['all of it', null],
])('%s that we may not see is a check that cannot be read, never nothing', (_, suites) => {
  expect(toUnfinishedChecks(suites)).toMatchObject([{ state: 'unreadable' }]);
  expect(toParkedChecks(suites)).toMatchObject([{ state: 'unreadable' }]);
});

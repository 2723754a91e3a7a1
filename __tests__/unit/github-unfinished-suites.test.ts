import { describe, expect, test } from 'vitest';
import { type Suites, toUnfinishedChecks } from '../../src/github/unfinished-suites.ts';

type Suite = NonNullable<NonNullable<NonNullable<Suites>['nodes']>[number]>;

function suite(change: Partial<Suite> = {}): Suite {
  return {
    status: 'IN_PROGRESS',
    app: { databaseId: 15368, slug: 'github-actions' },
    workflowRun: { databaseId: 9, workflow: { name: 'CI', resourcePath: '/o/r/actions/workflows/ci.yml' } },
    ...change,
  };
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
    ['a suite of an app that never reports', suite({ status: 'QUEUED', workflowRun: null })],
    ['a suite we may not see', null],
  ])('%s is none of them', (_, one) => {
    expect(toUnfinishedChecks({ nodes: [one] })).toEqual([]);
  });

  test('a commit without suites has none', () => {
    expect(toUnfinishedChecks(null)).toEqual([]);
  });
});

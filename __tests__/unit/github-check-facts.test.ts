import { describe, expect, test } from 'vitest';
import { type RollupContext, toCheckFacts } from '../../src/github/check-facts.ts';

type CheckRun = Extract<RollupContext, { __typename: 'CheckRun' }>;

const actions = { databaseId: 15368, slug: 'github-actions' };

const ci = { databaseId: 3, resourcePath: '/o/r/actions/workflows/ci.yml' };

function checkRun(change: Partial<CheckRun> = {}): CheckRun {
  return {
    __typename: 'CheckRun',
    databaseId: 1,
    name: 'test',
    status: 'COMPLETED',
    conclusion: 'SUCCESS',
    startedAt: '2026-10-01T10:00:00Z',
    detailsUrl: 'https://github.test/o/r/actions/runs/9/job/1',
    url: 'https://github.test/o/r/runs/1',
    title: null,
    summary: null,
    checkSuite: {
      app: actions,
      workflowRun: {
        databaseId: 9,
        event: 'pull_request',
        workflow: ci,
      },
    },
    ...change,
  };
}

function inWorkflow(workflow: number, event: string): CheckRun['checkSuite'] {
  return {
    app: actions,
    workflowRun: {
      databaseId: 10,
      event,
      workflow: { ...ci, databaseId: workflow },
    },
  };
}

describe('what a check run says', () => {
  test.each([
    ['QUEUED', null, 'pending'],
    ['IN_PROGRESS', null, 'pending'],
    ['WAITING', null, 'pending'],
    ['COMPLETED', 'SUCCESS', 'success'],
    ['COMPLETED', 'FAILURE', 'failure'],
    ['COMPLETED', 'STARTUP_FAILURE', 'startup_failure'],
    ['COMPLETED', 'NEUTRAL', 'neutral'],
    ['COMPLETED', 'SKIPPED', 'skipped'],
    ['COMPLETED', 'CANCELLED', 'cancelled'],
    ['COMPLETED', 'TIMED_OUT', 'timed_out'],
    ['COMPLETED', 'ACTION_REQUIRED', 'action_required'],
    ['COMPLETED', 'STALE', 'stale'],
    ['COMPLETED', null, 'stale'],
    ['COMPLETED', 'INVENTED_LATER', 'stale'],
    ['INVENTED_LATER', 'SUCCESS', 'pending'],
  ])('%s with conclusion %s is %s', (status, conclusion, state) => {
    expect(toCheckFacts([checkRun({ status, conclusion })])).toEqual([expect.objectContaining({ state })]);
  });

  test('keeps its app, the workflow run it is a job of, and what it says', () => {
    expect(toCheckFacts([checkRun({ title: '2 failed', summary: 'parse.test.ts' })])).toEqual([
      {
        name: 'test',
        kind: 'check_run',
        appId: 15368,
        appSlug: 'github-actions',
        state: 'success',
        workflowRunId: 9,
        workflow: 'ci.yml',
        url: 'https://github.test/o/r/actions/runs/9/job/1',
        summary: '2 failed\n\nparse.test.ts',
      },
    ]);
  });

  test('links to its own page when its app names none', () => {
    expect(toCheckFacts([checkRun({ detailsUrl: null })])[0]?.url).toBe('https://github.test/o/r/runs/1');
  });

  test('is no job of a workflow run when no run stands behind it', () => {
    const forged = checkRun({ checkSuite: { app: actions, workflowRun: null } });
    expect(toCheckFacts([forged])).toEqual([expect.objectContaining({ workflowRunId: null, workflow: null })]);
  });

  test('says no more than a summary holds', () => {
    expect(toCheckFacts([checkRun({ summary: 'x'.repeat(60_000) })])[0]?.summary).toHaveLength(2000);
  });
});

describe('what a commit status says', () => {
  test.each([
    ['SUCCESS', 'success'],
    ['FAILURE', 'failure'],
    ['ERROR', 'failure'],
    ['PENDING', 'pending'],
    ['EXPECTED', 'pending'],
    ['INVENTED_LATER', 'stale'],
  ])('%s is %s', (state, expected) => {
    const status = {
      __typename: 'StatusContext',
      context: 'ci/old',
      state,
      targetUrl: null,
      description: 'd',
    } as const;
    expect(toCheckFacts([status])).toEqual([
      expect.objectContaining({ name: 'ci/old', kind: 'status', appId: null, state: expected, summary: 'd' }),
    ]);
  });
});

describe('a check that ran more than once', () => {
  const red = checkRun({ databaseId: 5, conclusion: 'FAILURE' });
  const later = { databaseId: 6, startedAt: '2026-10-01T11:00:00Z' };

  test.each([
    ['a later green run replaces a red one', [red, checkRun(later)], ['success']],
    ['in whichever order they are listed', [checkRun(later), red], ['success']],
    ['of two that began at once the newer id counts', [checkRun({ databaseId: 6 }), red], ['success']],
    [
      'one that was asked for again and has not begun counts as pending',
      [checkRun(), checkRun({ databaseId: 7, status: 'QUEUED', conclusion: null, startedAt: null })],
      ['pending'],
    ],
    [
      'a job of the same name in another workflow is another check',
      [red, checkRun({ ...later, checkSuite: inWorkflow(4, 'pull_request') })],
      ['failure', 'success'],
    ],
    [
      "a push run does not hide the pull request's run",
      [red, checkRun({ ...later, checkSuite: inWorkflow(3, 'push') })],
      ['failure', 'success'],
    ],
    [
      "another app's check of the same name is another check",
      [red, checkRun({ ...later, checkSuite: { app: { databaseId: 99, slug: 'other' }, workflowRun: null } })],
      ['failure', 'success'],
    ],
  ])('%s', (_, contexts, states) => {
    expect(toCheckFacts(contexts).map(({ state }) => state)).toEqual(states);
  });
});

test("what people's words started is no check of the commit that it is shown at, red or not", () => {
  const said = (event: string): CheckRun => checkRun({ conclusion: 'FAILURE', checkSuite: inWorkflow(4, event) });
  expect(toCheckFacts([checkRun(), said('issue_comment'), said('issues')])).toMatchObject([{ state: 'success' }]);
  expect(toCheckFacts([checkRun(), said('schedule')])).toHaveLength(2);
});

import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { ensureRevert, type WantedRevert } from '../../src/github/ensure-revert.ts';
import { readCommitChecks } from '../../src/github/read-commit-checks.ts';
import { rerunRun } from '../../src/github/rerun-run.ts';
import { startWorkflow } from '../../src/github/start-workflow.ts';
import { answerGraphql } from './github-graphql.ts';
import { always, type Handler, inTurn, type Loss, paged, type Reply, serveGitHub } from './github-server.ts';
import { checkRun, rollup, sha } from './github-world.ts';

const lost: readonly (readonly [string, Reply | Loss])[] = [
  ['a 502', { status: 502, body: { message: 'Bad Gateway' } }],
  ['a dropped connection', 'drop'],
];

describe('the checks of commits', () => {
  const suite = {
    status: 'IN_PROGRESS',
    app: { databaseId: 15368, slug: 'github-actions' },
    workflowRun: {
      databaseId: 9,
      event: 'pull_request',
      workflow: { name: 'CI', resourcePath: '/o/r/actions/workflows/ci.yml' },
    },
  };
  const commits: Readonly<Record<string, unknown>> = {
    [sha('a')]: {
      statusCheckRollup: rollup('A', [checkRun()]),
      checkSuites: { nodes: [{ ...suite, status: 'COMPLETED' }] },
    },
    [sha('b')]: { statusCheckRollup: rollup('B', [checkRun()]), checkSuites: { nodes: [suite] } },
    [sha('c')]: { statusCheckRollup: null, checkSuites: { nodes: [] } },
  };
  const found = ({ oid }: { oid: string }): unknown =>
    commits[oid] === undefined ? null : { __typename: 'Commit', oid, ...Object(commits[oid]) };

  test('are read for all of them at once, runs that are not over among them', async () => {
    await using server = await serveGitHub({ 'POST /graphql': answerGraphql({ repository: { object: found } }) });
    const checks = await readCommitChecks(server.github, [sha('a'), sha('b'), sha('c'), sha('d')]);
    expect([...checks].map(([of, found]) => [of, found.map(({ name, state }) => `${name} ${state}`)])).toEqual([
      [sha('a'), ['test success']],
      [sha('b'), ['test success', 'CI pending']],
      [sha('c'), []],
    ]);
    expect(server.exchanges).toHaveLength(1);
  });

  test('are asked for where there are commits to ask about', async () => {
    await using server = await serveGitHub({});
    await expect(readCommitChecks(server.github, [])).resolves.toEqual(new Map());
    expect(server.exchanges).toEqual([]);
  });
});

describe('running a whole run again', () => {
  const ended = always({ body: { id: 30, run_attempt: 1, status: 'completed' } });
  const underWay = always({ body: { id: 30, run_attempt: 2, status: 'queued' } });

  function answers(run: Handler, rerun: Reply | Loss): Readonly<Record<string, Handler>> {
    return { 'GET /actions/runs/30': run, 'POST /actions/runs/30/rerun': always(rerun) };
  }

  test('starts it when it has ended', async () => {
    await using server = await serveGitHub(answers(ended, { status: 201, body: {} }));
    await expect(rerunRun(server.github, 30)).resolves.toEqual({ kind: 'started' });
  });

  test('leaves it alone while it is under way', async () => {
    await using server = await serveGitHub(answers(underWay, { status: 201, body: {} }));
    await expect(rerunRun(server.github, 30)).resolves.toEqual({ kind: 'started' });
    expect(server.sent('POST /actions/runs/30/rerun')).toEqual([]);
  });

  test('is refused where GitHub refuses, or knows no such run', async () => {
    await using server = await serveGitHub(
      answers(ended, { status: 403, body: { message: 'created over a month ago' } }),
    );
    await expect(rerunRun(server.github, 30)).resolves.toEqual({
      kind: 'refused',
      message: 'created over a month ago',
    });
    await expect(rerunRun(server.github, 31)).resolves.toMatchObject({ kind: 'refused' });
  });

  test.each(lost)('looks at the run after %s', async (_, reply) => {
    await using server = await serveGitHub(answers(inTurn(ended, underWay), reply));
    await expect(rerunRun(server.github, 30)).resolves.toEqual({ kind: 'started' });
    await using idle = await serveGitHub(answers(ended, reply));
    await expect(rerunRun(idle.github, 30)).rejects.toThrow(RemoteError);
  });
});

describe('starting the CI of a branch', () => {
  const wanted = { workflow: 'ci.yml', ref: 'main', sha: sha('a') };
  const dispatches = 'POST /actions/workflows/ci.yml/dispatches';
  const runs = (...counts: readonly number[]): Handler =>
    inTurn(...counts.map((total_count) => always({ body: { total_count, workflow_runs: [] } })));

  test('asks for it on the branch, once for a commit', async () => {
    const handlers = { [dispatches]: always({ status: 204 }), 'GET /actions/workflows/ci.yml/runs': runs(0, 1) };
    await using server = await serveGitHub(handlers);
    await expect(startWorkflow(server.github, wanted)).resolves.toEqual({ kind: 'started' });
    await expect(startWorkflow(server.github, wanted)).resolves.toEqual({ kind: 'started' });
    expect(server.sent(dispatches).map(({ body }) => body)).toEqual([{ ref: 'main' }]);
  });

  test('is refused where the workflow has no such trigger', async () => {
    const refusal = { status: 422, body: { message: "Workflow does not have 'workflow_dispatch' trigger" } };
    const handlers = { [dispatches]: always(refusal), 'GET /actions/workflows/ci.yml/runs': runs(0) };
    await using server = await serveGitHub(handlers);
    await expect(startWorkflow(server.github, wanted)).resolves.toMatchObject({ kind: 'refused' });
  });
});

describe('the revert of a merged pull request', () => {
  const wanted: WantedRevert = { pullRequest: 7, pullRequestId: 'PR_7', base: 'main', title: 'Revert', body: 'Red.' };

  function listed(number: number, ref: string, repository: string | null = 'o/r'): unknown {
    const repo = repository === null ? null : { full_name: repository };
    return { number, head: { ref, repo }, base: { ref: 'main', repo: { full_name: 'o/r' } } };
  }

  /** GitHub with these pull requests open, and one more once it was asked for a revert. */
  function answers(
    open: unknown[],
    loss?: Reply | Loss,
  ): { readonly handlers: Readonly<Record<string, Handler>>; readonly asked: unknown[] } {
    const asked: unknown[] = [];
    const revertPullRequest = (args: unknown): unknown => {
      asked.push(args);
      open.push(listed(8, 'revert-7-orchestrate/1.1'));
      return { revertPullRequest: { number: 8 } };
    };
    const graphql = answerGraphql({ revertPullRequest });
    const handlers: Readonly<Record<string, Handler>> = {
      'GET /pulls': (exchange, origin) => paged(open, (items) => items)(exchange, origin),
      'POST /graphql': (exchange, origin) => {
        const answer = graphql(exchange, origin);
        return loss ?? answer;
      },
    };
    return { handlers, asked };
  }

  test('is made by GitHub, once', async () => {
    const { handlers, asked } = answers([]);
    await using server = await serveGitHub(handlers);
    await expect(ensureRevert(server.github, wanted)).resolves.toBe(8);
    await expect(ensureRevert(server.github, wanted)).resolves.toBe(8);
    expect(asked).toEqual([
      { input: expect.objectContaining({ pullRequestId: 'PR_7', title: 'Revert', body: 'Red.' }) },
    ]);
  });

  test.each(lost)('is looked for after %s', async (_, reply) => {
    const { handlers, asked } = answers([], reply);
    await using server = await serveGitHub(handlers);
    await expect(ensureRevert(server.github, wanted)).resolves.toBe(8);
    expect(asked).toHaveLength(1);
  });

  test('is not what a fork calls so, nor the revert of another one', async () => {
    const others = [listed(3, 'revert-7-x', 'eve/r'), listed(4, 'revert-7-x', null), listed(5, 'revert-77-x')];
    const { handlers, asked } = answers(others);
    await using server = await serveGitHub(handlers);
    await expect(ensureRevert(server.github, wanted)).resolves.toBe(8);
    expect(asked).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { ConfigurationError, RemoteError } from '../../src/errors.ts';
import { type ObserveQuestion, observeGitHub } from '../../src/github/observe.ts';
import { connect } from './github-graphql.ts';
import { always, inTurn, serveGitHub } from './github-server.ts';
import { checkRun, observable, pullRequest, rollup, sha } from './github-world.ts';

const question: ObserveQuestion = {
  base: 'main',
  branchPrefix: 'orchestrate/',
  tracked: [],
  workflow: 'orchestrate.yml',
  runs: [],
  newest: 50,
  dashboard: null,
  rulesetCache: null,
};

function numbered(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => pullRequest(index + 1));
}

function review(change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    __typename: 'PullRequestReview',
    state: 'APPROVED',
    submittedAt: '2026-10-01T09:00:00Z',
    authorCanPushToRepository: true,
    author: { __typename: 'User', login: 'ada' },
    commit: { __typename: 'Commit', oid: sha('a') },
    ...change,
  };
}

describe('observing GitHub', () => {
  test('brings the base, the rules, our pull requests and what the repository is', async () => {
    await using server = await serveGitHub(observable({ pullRequests: [pullRequest(7)] }));
    const observed = await observeGitHub(server.github, question);
    expect(observed).toMatchObject({
      base: { branch: 'main', sha: sha('b'), checks: [{ name: 'test', state: 'success', workflowRunId: 9 }] },
      rules: {
        requiredChecks: [{ name: 'test', appId: 15368 }],
        bypass: 'never',
        mergeMethods: ['merge', 'squash'],
      },
      viewer: 'orchestrate',
      repositoryId: 77,
      defaultBranch: 'main',
      queuedRuns: 0,
    });
    expect(observed.pullRequests).toEqual([
      {
        number: 7,
        id: 'PR_7',
        url: 'https://github.test/o/r/pull/7',
        state: 'OPEN',
        headRef: 'orchestrate/7',
        headSha: sha('a'),
        baseRef: 'main',
        isDraft: false,
        isFork: false,
        mergeState: 'CLEAN',
        reviewDecision: null,
        viewerCanMergeAsAdmin: false,
        commentCount: 2,
        unresolvedConversations: 0,
        author: 'orchestrate',
        reviews: [],
        checks: [expect.objectContaining({ name: 'test', state: 'success' })],
        mergeSha: null,
        mergedBy: null,
      },
    ]);
  });

  test("leaves out other people's branches and a fork's branch of our name", async () => {
    const pullRequests = [
      pullRequest(7),
      pullRequest(8, { headRefName: 'feature' }),
      pullRequest(9, { isCrossRepository: true }),
    ];
    await using server = await serveGitHub(observable({ pullRequests }));
    const observed = await observeGitHub(server.github, question);
    expect(observed.pullRequests.map(({ number }) => number)).toEqual([7]);
  });

  test('asks once more for tracked pull requests that are no longer open, and leaves out what never was', async () => {
    const merged = pullRequest(3, {
      state: 'MERGED',
      mergedBy: { __typename: 'Bot', login: 'orchestrate' },
      mergeCommit: { __typename: 'Commit', oid: sha('c') },
    });
    await using server = await serveGitHub(observable({ pullRequests: [pullRequest(7), merged] }));
    const observed = await observeGitHub(server.github, { ...question, tracked: [3, 7, 99] });
    expect(observed.pullRequests).toMatchObject([
      { number: 7, state: 'OPEN', mergeSha: null },
      { number: 3, state: 'MERGED', mergeSha: sha('c'), mergedBy: 'orchestrate' },
    ]);
    expect(server.sent('POST /graphql')).toHaveLength(2);
  });

  test('keeps a tracked pull request that a fork or another name hides', async () => {
    const strange = pullRequest(9, { isCrossRepository: true, headRefName: 'patch-1' });
    await using server = await serveGitHub(observable({ pullRequests: [strange] }));
    const observed = await observeGitHub(server.github, { ...question, tracked: [9] });
    expect(observed.pullRequests).toMatchObject([{ number: 9, isFork: true }]);
    expect(server.sent('POST /graphql')).toHaveLength(1);
  });

  test('counts conversations that are not resolved, beyond the first hundred too', async () => {
    const threads = Array.from({ length: 130 }, (_, index) => ({ isResolved: index < 120 }));
    await using server = await serveGitHub(
      observable({ pullRequests: [pullRequest(7, { reviewThreads: connect(threads) })] }),
    );
    const observed = await observeGitHub(server.github, question);
    expect(observed.pullRequests[0]?.unresolvedConversations).toBe(10);
  });

  test('tells of each reviewer the last word: whose it is, of which commit, since when', async () => {
    const reviews = [
      review({}),
      review({ state: 'CHANGES_REQUESTED', author: { __typename: 'Bot', login: 'linter[bot]' }, commit: null }),
      review({ state: 'DISMISSED', author: null, authorCanPushToRepository: false }),
      review({ state: 'COMMENTED' }),
      review({ state: 'PENDING', submittedAt: null }),
      review({ submittedAt: null }),
    ];
    await using server = await serveGitHub(
      observable({ pullRequests: [pullRequest(7, { author: null, latestOpinionatedReviews: connect(reviews) })] }),
    );
    const told = {
      author: 'ada',
      isPerson: true,
      canWrite: true,
      commit: sha('a'),
      submittedAt: Date.UTC(2026, 9, 1, 9),
    };
    expect((await observeGitHub(server.github, question)).pullRequests).toMatchObject([
      {
        author: null,
        reviews: [
          { ...told, state: 'APPROVED' },
          { ...told, state: 'CHANGES_REQUESTED', author: 'linter', isPerson: false, commit: null },
          { ...told, state: 'DISMISSED', author: null, isPerson: false, canWrite: false },
        ],
      },
    ]);
  });

  test('reads the last words beyond the first hundred reviewers: the one who objects may be the last', async () => {
    const reviews = Array.from({ length: 130 }, (_, index) =>
      review(index === 129 ? { state: 'CHANGES_REQUESTED', author: { __typename: 'User', login: 'zoe' } } : {}),
    );
    await using server = await serveGitHub(
      observable({ pullRequests: [pullRequest(7, { latestOpinionatedReviews: connect(reviews) })] }),
    );
    const [seen] = (await observeGitHub(server.github, question)).pullRequests;
    expect(seen?.reviews).toHaveLength(130);
    expect(seen?.reviews.at(-1)).toMatchObject({ state: 'CHANGES_REQUESTED', author: 'zoe' });
  });

  test('has no reviews where GitHub shows no list of them', async () => {
    await using server = await serveGitHub(
      observable({ pullRequests: [pullRequest(7, { latestOpinionatedReviews: null })] }),
    );
    expect((await observeGitHub(server.github, question)).pullRequests).toMatchObject([{ reviews: [] }]);
  });

  test('reads every check of a commit that has more than a hundred: the red one may be the last', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      checkRun({ databaseId: index, name: `test ${index}`, conclusion: index === 249 ? 'FAILURE' : 'SUCCESS' }),
    );
    const pullRequests = [pullRequest(7, { statusCheckRollup: rollup('ROLLUP_7', many) })];
    await using server = await serveGitHub(observable({ pullRequests, baseChecks: many }));
    const observed = await observeGitHub(server.github, question);
    for (const { checks } of [observed.base, ...observed.pullRequests]) {
      expect(checks).toHaveLength(250);
      expect(checks.filter(({ state }) => state === 'failure').map(({ name }) => name)).toEqual(['test 249']);
    }
  });

  test('says that a commit nothing reported on has no checks', async () => {
    const pullRequests = [pullRequest(7, { statusCheckRollup: null })];
    await using server = await serveGitHub(observable({ pullRequests }));
    expect((await observeGitHub(server.github, question)).pullRequests[0]?.checks).toEqual([]);
  });

  test('tells a merge state of tomorrow as unknown', async () => {
    const answers = observable({ pullRequests: [pullRequest(7)] });
    const { 'POST /graphql': graphql = always('drop') } = answers;
    await using server = await serveGitHub({
      ...answers,
      'POST /graphql': (exchange, origin) =>
        JSON.parse(JSON.stringify(graphql(exchange, origin)).replace('"CLEAN"', '"GLOWING"')),
    });
    expect((await observeGitHub(server.github, question)).pullRequests[0]?.mergeState).toBe('UNKNOWN');
  });
});

describe('what an observation costs', () => {
  test.each([
    ['a quiet repository', 0, 5],
    ['ten pull requests', 10, 5],
    ['a page of pull requests', 50, 5],
    ['a hundred pull requests', 100, 6],
  ])('%s: %i open, %i requests', async (_, open, requests) => {
    await using server = await serveGitHub(observable({ pullRequests: numbered(open) }));
    const observed = await observeGitHub(server.github, question);
    expect(observed.pullRequests).toHaveLength(open);
    expect(server.github.requests()).toBe(requests);
  });

  test('a ruleset that did not change is not asked again', async () => {
    await using server = await serveGitHub(observable({}));
    const { rulesetCache } = await observeGitHub(server.github, question);
    const again = await observeGitHub(server.github, { ...question, rulesetCache });
    expect(again.rules.bypass).toBe('never');
    expect(again.rulesetCache).toEqual(rulesetCache);
    expect(server.sent('GET /rulesets/5')).toHaveLength(1);
  });

  test('a ruleset that changed is asked again, and what it says now counts', async () => {
    await using server = await serveGitHub(observable({ canBypass: 'always' }));
    const stale = {
      viewer: 'orchestrate',
      rulesets: { 5: { updatedAt: '2026-09-01T00:00:00Z', canBypass: 'never' } },
    };
    const { rules } = await observeGitHub(server.github, { ...question, rulesetCache: stale });
    expect(rules.bypass).toBe('possible');
  });
});

describe('the rulesets that are known', () => {
  test('are asked again for another token', async () => {
    await using server = await serveGitHub(observable({ canBypass: 'always' }));
    const others = {
      viewer: 'somebody',
      rulesets: { 5: { updatedAt: '2026-10-01T00:00:00Z', canBypass: 'never' } },
    };
    const { rules, rulesetCache } = await observeGitHub(server.github, { ...question, rulesetCache: others });
    expect(rules.bypass).toBe('possible');
    expect(rulesetCache.viewer).toBe('orchestrate');
  });
});

describe('the runs of our workflow', () => {
  const runs = [
    { id: 30, run_attempt: 1, status: 'queued' },
    { id: 29, run_attempt: 1, status: 'pending' },
    { id: 28, run_attempt: 1, status: 'waiting' },
    { id: 27, run_attempt: 2, status: 'in_progress' },
    { id: 26, run_attempt: 1, status: 'completed' },
  ];

  test('are told by their state, and the queued ones counted', async () => {
    await using server = await serveGitHub(observable({ runs }));
    const observed = await observeGitHub(server.github, { ...question, runs: [27, 26, 28] });
    expect(observed.queuedRuns).toBe(2);
    expect(observed.unfinishedRuns).toEqual([30, 29, 28, 27]);
    expect([...observed.runs.values()]).toEqual([
      { id: 28, attempt: 1, status: 'in_progress' },
      { id: 27, attempt: 2, status: 'in_progress' },
      { id: 26, attempt: 1, status: 'completed' },
    ]);
  });

  test.each([30, 100])('are listed as far back as is asked: %s', async (newest) => {
    await using server = await serveGitHub(observable({ runs }));
    await observeGitHub(server.github, { ...question, newest });
    const [listed] = server.sent('GET /actions/workflows/orchestrate.yml/runs');
    expect(listed?.query).toMatchObject({ per_page: `${newest}` });
  });

  test('that are older than the listed ones are asked for one by one; a deleted one is left out', async () => {
    await using server = await serveGitHub({
      ...observable({ runs }),
      'GET /actions/runs/2': always({ body: { id: 2, run_attempt: 3, status: 'completed' } }),
    });
    const observed = await observeGitHub(server.github, { ...question, runs: [1, 2] });
    expect([...observed.runs.values()]).toEqual([{ id: 2, attempt: 3, status: 'completed' }]);
  });
});

describe('a token that is not enough', () => {
  const parkedRun = {
    status: 'COMPLETED',
    conclusion: 'ACTION_REQUIRED',
    app: { databaseId: 15368, slug: 'github-actions' },
    workflowRun: {
      databaseId: 9,
      event: 'pull_request',
      workflow: { name: 'CI', resourcePath: '/o/r/actions/workflows/ci.yml' },
    },
  };

  function headAt(oid: string): Record<string, unknown> {
    return { headRef: { target: { __typename: 'Commit', oid, checkSuites: { nodes: [parkedRun] } } } };
  }

  test('sees the runs of its pull request that wait for approval', async () => {
    const pullRequests = [pullRequest(7, { statusCheckRollup: null, ...headAt(sha('a')) })];
    await using server = await serveGitHub(observable({ pullRequests }));
    const [seen] = (await observeGitHub(server.github, question)).pullRequests;
    expect(seen?.checks).toMatchObject([{ name: 'CI', state: 'action_required', workflowRunId: 9 }]);
  });

  test('does not take the runs of a later push for those of the head that is shown', async () => {
    const pullRequests = [pullRequest(7, { statusCheckRollup: null, ...headAt(sha('f')) })];
    await using server = await serveGitHub(observable({ pullRequests }));
    expect((await observeGitHub(server.github, question)).pullRequests[0]?.checks).toEqual([]);
  });

  /** The answer of a token that may not see check runs, as GitHub gives it to a fine-grained personal one. */
  function forbid(answers: ReturnType<typeof observable>, errors: readonly unknown[]): ReturnType<typeof observable> {
    const { 'POST /graphql': graphql = always('drop') } = answers;
    return {
      ...answers,
      'POST /graphql': (exchange, origin) => {
        const { body } = JSON.parse(JSON.stringify(graphql(exchange, origin)));
        for (const { statusCheckRollup } of body.data.repository.pullRequests.nodes) {
          statusCheckRollup.contexts.nodes = [null];
        }
        body.data.repository.ref.target.checkSuites = null;
        return { body: { ...body, errors } };
      },
    };
  }
  const message = 'Resource not accessible by personal access token';
  const ofContext = ['repository', 'pullRequests', 'nodes', 0, 'statusCheckRollup', 'contexts', 'nodes', 0];
  const ofSuites = ['repository', 'ref', 'target', 'checkSuites'];

  test('knows of checks that it cannot read, and does not take them for none', async () => {
    const errors = [ofContext, ofSuites].map((path) => ({ type: 'FORBIDDEN', path, message }));
    await using server = await serveGitHub(forbid(observable({ pullRequests: [pullRequest(7)] }), errors));
    const observed = await observeGitHub(server.github, question);
    expect(observed.pullRequests[0]?.checks.map(({ state }) => state)).toEqual(['unreadable']);
    expect(observed.base.checks.map(({ state }) => state)).toContain('unreadable');
  });

  test('that may not see something else observes nothing', async () => {
    const errors = [{ type: 'FORBIDDEN', path: ['repository', 'pullRequests'], message }];
    await using server = await serveGitHub(forbid(observable({ pullRequests: [pullRequest(7)] }), errors));
    await expect(observeGitHub(server.github, question)).rejects.toThrow(message);
  });
});

describe('an Enterprise Server', () => {
  /** Answers a query that asks for these fields as a server does that has not got them. */
  function without(
    fields: readonly string[],
    answers = observable({ pullRequests: [pullRequest(7)] }),
  ): typeof answers {
    const { 'POST /graphql': graphql = always('drop') } = answers;
    return {
      ...answers,
      'POST /graphql': (exchange, origin) => {
        const { query } = exchange.body as { readonly query: string };
        const unknown = fields.filter((field) => new RegExp(`\\b${field}\\b`).test(query));
        if (unknown.length === 0) return graphql(exchange, origin);
        const errors = unknown.map((fieldName) => ({
          path: ['query', 'repository', fieldName],
          extensions: { code: 'undefinedField', typeName: 'Repository', fieldName },
          message: `Field '${fieldName}' doesn't exist on type 'Repository'`,
        }));
        return { body: { errors } };
      },
    };
  }

  test.each([
    ['rulesets in its queries', ['rulesets']],
    ['what may be seen of classic protection', ['refUpdateRule']],
    ['code owners in it', ['requiresCodeOwnerReviews']],
    ['any of them', ['rulesets', 'refUpdateRule', 'requiresCodeOwnerReviews']],
  ])('without %s is observed all the same', async (_, fields) => {
    await using server = await serveGitHub(without(fields));
    const observed = await observeGitHub(server.github, question);
    expect(observed.pullRequests).toHaveLength(1);
    expect(observed.rules).toMatchObject({ requiredChecks: [{ name: 'test' }], bypass: 'never' });
    // What cannot be known for the same is never remembered.
    expect(observed.rulesetCache.rulesets).toEqual(fields.includes('rulesets') ? {} : { 5: expect.anything() });
  });

  test('without something that nothing can take the place of is not, and waiting does not help', async () => {
    await using server = await serveGitHub(without(['rulesets', 'mergeStateStatus']));
    await expect(observeGitHub(server.github, question)).rejects.toMatchObject({
      retryable: false,
      unknownFields: ['rulesets', 'mergeStateStatus'],
    });
    expect(server.sent('POST /graphql')).toHaveLength(1);
  });

  test.each([
    ['does not tell of rules', { 'GET /rules/branches/main': always({ status: 404, body: { message: 'Not Found' } }) }],
    [
      'does not tell which ruleset a rule is of',
      { 'GET /rules/branches/main': always({ body: [{ type: 'deletion' }] }) },
    ],
    ['does not tell who may pass over a ruleset', { 'GET /rulesets/5': always({ body: { id: 5 } }) }],
  ])('that %s leaves open whether our token could', async (_, change) => {
    await using server = await serveGitHub({ ...observable({ pullRequests: [pullRequest(7)] }), ...change });
    expect((await observeGitHub(server.github, question)).rules.bypass).toBe('unknown');
  });
});

describe('what cannot be observed', () => {
  test('a base that is not there is for the user to mend', async () => {
    await using server = await serveGitHub(observable({ hasBase: false }));
    const observing = observeGitHub(server.github, question);
    await expect(observing).rejects.toThrow(ConfigurationError);
    await expect(observing).rejects.toThrow('no branch main');
  });

  test('a workflow that is not there is for the user to mend', async () => {
    await using server = await serveGitHub({
      ...observable({}),
      'GET /actions/workflows/orchestrate.yml/runs': always({ status: 404, body: { message: 'Not Found' } }),
    });
    await expect(observeGitHub(server.github, question)).rejects.toThrow(ConfigurationError);
  });

  test('a ruleset we may not read leaves the bypass unknown', async () => {
    await using server = await serveGitHub({
      ...observable({ pullRequests: [pullRequest(7)] }),
      'GET /rulesets/5': always({ status: 404, body: { message: 'Not Found' } }),
    });
    expect((await observeGitHub(server.github, question)).rules.bypass).toBe('unknown');
  });

  test.each([
    ['an answer of another shape', { body: { data: { repository: { pullRequests: null } } } }, false],
    ['an answer cut short', 'cut' as const, true],
    ['an error of GitHub', { status: 502, body: { message: 'Bad Gateway' } }, true],
  ])('%s is refused', async (_, reply, retryable) => {
    await using server = await serveGitHub({ ...observable({}), 'POST /graphql': inTurn(always(reply)) });
    const error = await observeGitHub(server.github, question).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ retryable });
  });
});

import { answerGraphql, connect } from './github-graphql.ts';
import { always, type Handler, paged } from './github-server.ts';

export function sha(digit: string): string {
  return digit.repeat(40);
}

const actions = { databaseId: 15368, slug: 'github-actions' };

const ci = { databaseId: 3, resourcePath: '/o/r/actions/workflows/ci.yml' };

/** A check run as GitHub's GraphQL shows it: a job of workflow 3. */
export function checkRun(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    __typename: 'CheckRun',
    databaseId: 1,
    name: 'test',
    status: 'COMPLETED',
    conclusion: 'SUCCESS',
    startedAt: '2026-10-01T10:00:00Z',
    url: 'https://github.test/o/r/actions/runs/9/job/1',
    checkSuite: { app: actions, workflowRun: { databaseId: 9, event: 'pull_request', workflow: ci } },
    ...change,
  };
}

export function rollup(id: string, contexts: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { __typename: 'StatusCheckRollup', id, contexts: connect(contexts) };
}

/** An open pull request of ours, as GitHub's GraphQL shows it. */
export function pullRequest(number: number, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    __typename: 'PullRequest',
    id: `PR_${number}`,
    number,
    url: `https://github.test/o/r/pull/${number}`,
    state: 'OPEN',
    isDraft: false,
    isCrossRepository: false,
    headRefName: `orchestrate/${number}`,
    headRefOid: sha('a'),
    baseRefName: 'main',
    mergeStateStatus: 'CLEAN',
    reviewDecision: null,
    viewerCanMergeAsAdmin: false,
    author: { __typename: 'Bot', login: 'orchestrate' },
    mergedBy: null,
    mergeCommit: null,
    comments: { totalCount: 2 },
    latestOpinionatedReviews: connect([]),
    reviewThreads: connect([]),
    statusCheckRollup: rollup(`ROLLUP_${number}`, [checkRun()]),
    ...change,
  };
}

export interface World {
  readonly pullRequests: readonly Record<string, unknown>[];
  readonly baseChecks: readonly unknown[];
  readonly hasBase: boolean;
  readonly rules: readonly unknown[];
  readonly canBypass: string;
  readonly runs: readonly Readonly<Record<string, unknown>>[];
}

const requireTest = {
  type: 'required_status_checks',
  ruleset_id: 5,
  parameters: {
    required_status_checks: [{ context: 'test', integration_id: 15368 }],
    strict_required_status_checks_policy: false,
  },
};

const quietWorld: World = {
  pullRequests: [],
  baseChecks: [checkRun()],
  hasBase: true,
  rules: [requireTest],
  canBypass: 'never',
  runs: [],
};

/** What a repository `o/r` with base `main` and ruleset 5 answers when it is observed. */
export function observable(change: Partial<World>): Readonly<Record<string, Handler>> {
  const world = { ...quietWorld, ...change };
  const baseRef = {
    refUpdateRule: null,
    target: {
      __typename: 'Commit',
      oid: sha('b'),
      statusCheckRollup: rollup('ROLLUP_BASE', world.baseChecks),
      checkSuites: { nodes: [] },
    },
  };
  const open = world.pullRequests.filter(({ state }) => state === 'OPEN');
  const root = {
    repository: {
      databaseId: 77,
      mergeCommitAllowed: true,
      squashMergeAllowed: true,
      rebaseMergeAllowed: false,
      defaultBranchRef: { name: 'main' },
      rulesets: { nodes: [{ databaseId: 5, updatedAt: '2026-10-01T00:00:00Z' }] },
      ref: world.hasBase ? baseRef : null,
      pullRequests: connect(open),
      pullRequest: ({ number }: { number: number }) =>
        world.pullRequests.find((candidate) => candidate['number'] === number) ?? null,
    },
    node: ({ id }: { id: string }) => findNode(id, world),
  };
  return {
    'POST /graphql': answerGraphql(root),
    'GET /rules/branches/main': paged(world.rules, (items) => items),
    'GET /branches/main': always({ body: { protection: { enabled: false } } }),
    'GET /rulesets/5': always({ body: { id: 5, current_user_can_bypass: world.canBypass } }),
    'GET /actions/workflows/orchestrate.yml/runs': paged(world.runs, (workflow_runs) => ({ workflow_runs })),
  };
}

function findNode(id: string, world: World): unknown {
  if (id === 'ROLLUP_BASE') return rollup(id, world.baseChecks);
  const rollups = world.pullRequests.map((candidate) => Object(candidate['statusCheckRollup']));
  return (
    rollups.find((candidate) => candidate.id === id) ?? world.pullRequests.find((candidate) => candidate['id'] === id)
  );
}

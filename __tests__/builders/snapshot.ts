import type { RulesFacts, Snapshot, StoryFacts } from '../../src/core/snapshot.ts';
import { aCheck, actionsApp } from './checks.ts';
import { noon } from './ledger.ts';
import { tip } from './sha.ts';

/** A protected base: pull requests and one check of GitHub Actions. */
export function someRules(change: Partial<RulesFacts> = {}): RulesFacts {
  return {
    requiredChecks: [{ name: 'test', appId: actionsApp }],
    strict: false,
    requiresPullRequest: true,
    requiredApprovals: 0,
    requiresCodeOwners: false,
    requiresLastPushApproval: false,
    dismissesStaleApprovals: false,
    requiresConversationResolution: false,
    requiresMergeQueue: false,
    bypass: 'never',
    mergeMethods: ['merge', 'squash', 'rebase'],
    ...change,
  };
}

/** What plan sees of these stories with a green base; every pending story is ready unless told otherwise. */
export function aSnapshot(stories: readonly StoryFacts[], change: Partial<Snapshot> = {}): Snapshot {
  return {
    stories,
    ready: new Set(stories.filter(({ agentStatus }) => agentStatus === 'pending').map(({ number }) => number)),
    blockers: new Map(),
    drift: new Map(),
    contractedBy: new Map(),
    rejections: new Map(),
    identities: { implementer: 'implementer', reviewer: 'reviewer', orchestrator: 'orchestrator' },
    maxConcurrentAgents: null,
    spending: [],
    base: { branch: 'main', sha: tip, checks: [aCheck()] },
    rules: someRules(),
    viewer: 'orchestrate-app',
    pullRequests: [],
    others: [],
    heads: new Map(),
    mergeChecks: new Map(),
    reverts: new Map(),
    merging: new Map(),
    missingMerges: new Set(),
    runs: new Map(),
    queuedRuns: 0,
    strays: [],
    legs: new Map(),
    outcome: null,
    heard: { comments: [], until: null },
    clock: noon,
    dashboard: null,
    hasReport: false,
    schedule: null,
    rulesetCache: { viewer: 'orchestrate-app', rulesets: {} },
    budgets: [],
    pass: { run: 100, attempt: 1, holder: 'plan', canDispatch: true },
    ...change,
  };
}

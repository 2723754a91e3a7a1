import fc from 'fast-check';
import type { Policy } from '../../src/core/policy.ts';
import type { RulesFacts, Snapshot } from '../../src/core/snapshot.ts';
import { actionsApp } from './checks.ts';
import { minute, noon } from './ledger.ts';
import { mostly } from './mostly.ts';
import { aPolicy } from './policy.ts';
import { someRules } from './snapshot.ts';

/** As whom we act, what GitHub still lets us ask, and what loopctl lets us spend. */
export const token = fc.record({
  viewer: mostly('orchestrate-app', 'github-actions'),
  budgets: mostly<Snapshot['budgets']>(
    [],
    [{ resource: 'core', limit: 1000, remaining: 60, resetsAt: noon + 30 * minute }],
    [{ resource: 'graphql', limit: 5000, remaining: 40, resetsAt: noon + 10 * minute }],
  ),
  spending: mostly<Snapshot['spending']>(
    [],
    [{ of: 'the project', budgetMillicents: 100_000, spentMillicents: 90_000, alertThreshold: 80 }],
  ),
});

/** The rules of the base. */
export const rules: fc.Arbitrary<RulesFacts> = fc
  .record({
    requiredChecks: mostly<RulesFacts['requiredChecks']>(
      [{ name: 'test', appId: actionsApp }],
      [],
      [{ name: 'lint', appId: null }],
    ),
    strict: mostly(false, true),
    requiresPullRequest: mostly(true, false),
    requiredApprovals: mostly(0, 1, 2),
    requiresCodeOwners: mostly(false, true),
    requiresLastPushApproval: mostly(false, true),
    dismissesStaleApprovals: mostly(false, true),
    requiresConversationResolution: fc.boolean(),
    requiresMergeQueue: mostly(false, true),
    bypass: mostly<RulesFacts['bypass']>('never', 'possible', 'unknown'),
    mergeMethods: mostly<RulesFacts['mergeMethods']>(['merge'], ['squash'], []),
  })
  .map(someRules);

/** What the team wants. */
export const policy: fc.Arbitrary<Policy> = fc
  .record({
    concurrency: fc.integer({ min: 1, max: 3 }),
    merge: mostly<Policy['merge']>(
      { mode: 'auto', method: 'merge', exceptions: [] },
      { mode: 'approve', method: 'merge', exceptions: [] },
      { mode: 'never', method: 'merge', exceptions: [] },
      {
        mode: 'approve',
        method: 'merge',
        exceptions: [
          { mode: 'auto', epics: [2], paths: ['docs/**'] },
          { mode: 'never', epics: [], paths: ['migrations/**'] },
        ],
      },
      { mode: 'auto', method: 'merge', exceptions: [{ mode: 'never', epics: [1], paths: [] }] },
      { mode: 'never', method: 'merge', exceptions: [{ mode: 'auto', epics: [1], paths: ['docs/**'] }] },
    ),
    approve: fc.constantFrom<Policy['approve']>('human', 'actions'),
    base: mostly<Policy['base']>(
      { start: 'proven', unprotected: 'refuse', revert: false },
      { start: 'last-proven', unprotected: 'accept', revert: true },
    ),
  })
  .map(aPolicy);

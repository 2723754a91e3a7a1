import { describe, expect, test } from 'vitest';
import { judgeBypass } from '../../src/github/bypass.ts';
import { branchSchema, ruleSchema } from '../../src/github/rule-records.ts';
import { type RuleSources, toRulesFacts } from '../../src/github/rules-facts.ts';

const everyMethod = { mergeCommitAllowed: true, squashMergeAllowed: true, rebaseMergeAllowed: true };
const reviewParameters = {
  required_approving_review_count: 1,
  require_code_owner_review: true,
  require_last_push_approval: false,
  dismiss_stale_reviews_on_push: true,
  required_review_thread_resolution: true,
};

function rule(type: string, parameters?: Readonly<Record<string, unknown>>): RuleSources['rules'][number] {
  return ruleSchema.parse({
    type,
    parameters,
    ruleset_id: 5,
    ruleset_source_type: 'Repository',
    ruleset_source: 'o/r',
  });
}

function requireChecks(
  strict: boolean,
  ...checks: readonly { context: string; integration_id?: number }[]
): Readonly<Record<string, unknown>> {
  return { required_status_checks: checks, strict_required_status_checks_policy: strict };
}

function facts(change: Partial<RuleSources>): ReturnType<typeof toRulesFacts> {
  const sources = { rules: [], branch: branchSchema.parse({ protection: { enabled: false } }), refUpdateRule: null };
  return toRulesFacts({ ...sources, repository: everyMethod, ...change }, 'never');
}

describe('the rules of a base', () => {
  test('a base without any rule asks for nothing', () => {
    expect(facts({})).toEqual({
      requiredChecks: [],
      strict: false,
      requiresPullRequest: false,
      requiredApprovals: 0,
      requiresCodeOwners: false,
      requiresLastPushApproval: false,
      dismissesStaleApprovals: false,
      requiresConversationResolution: false,
      requiresMergeQueue: false,
      bypass: 'never',
      mergeMethods: ['merge', 'squash', 'rebase'],
    });
  });

  test('rulesets ask for checks by name and app, for a pull request, approvals and resolved conversations', () => {
    const rules = [
      rule('required_status_checks', requireChecks(true, { context: 'test', integration_id: 15368 })),
      rule('required_status_checks', requireChecks(false, { context: 'lint' })),
      rule('pull_request', { ...reviewParameters, allowed_merge_methods: ['squash', 'rebase'] }),
      rule('merge_queue', { merge_method: 'SQUASH' }),
      rule('deletion'),
    ];
    expect(facts({ rules })).toEqual({
      requiredChecks: [
        { name: 'test', appId: 15368 },
        { name: 'lint', appId: null },
      ],
      strict: true,
      requiresPullRequest: true,
      requiredApprovals: 1,
      requiresCodeOwners: true,
      requiresLastPushApproval: false,
      dismissesStaleApprovals: true,
      requiresConversationResolution: true,
      requiresMergeQueue: true,
      bypass: 'never',
      mergeMethods: ['squash', 'rebase'],
    });
  });

  test('of two rulesets the stricter one holds', () => {
    const rules = [
      rule('pull_request', { ...reviewParameters, allowed_merge_methods: ['squash', 'merge'] }),
      rule('pull_request', {
        required_approving_review_count: 2,
        require_last_push_approval: true,
        required_review_thread_resolution: false,
        allowed_merge_methods: ['rebase', 'merge'],
      }),
    ];
    expect(facts({ rules })).toMatchObject({
      requiredApprovals: 2,
      requiresCodeOwners: true,
      requiresLastPushApproval: true,
      dismissesStaleApprovals: true,
      requiresConversationResolution: true,
      mergeMethods: ['merge'],
    });
  });

  test.each([
    ['a linear history forbids merge commits', { rules: [rule('required_linear_history')] }, ['squash', 'rebase']],
    [
      'so does a linear history of classic protection',
      { refUpdateRule: classicRule({ requiresLinearHistory: true }) },
      ['squash', 'rebase'],
    ],
    [
      'what the repository switched off is not allowed',
      { repository: { mergeCommitAllowed: true, squashMergeAllowed: false, rebaseMergeAllowed: false } },
      ['merge'],
    ],
  ] as const)('%s', (_, change, methods) => {
    expect(facts(change).mergeMethods).toEqual(methods);
  });

  test.each([
    [
      'checks with their apps, "any app" being -1',
      { contexts: ['test', 'lint'], checks: [check('test', 15368), check('lint', -1)] },
      [
        { name: 'test', appId: 15368 },
        { name: 'lint', appId: null },
      ],
    ],
    ['names alone where there is nothing more', { contexts: ['test'] }, [{ name: 'test', appId: null }]],
    ['nothing while its checks are switched off', { enforcement_level: 'off', contexts: ['test'] }, []],
  ])('classic protection asks for %s', (_, required_status_checks, expected) => {
    const branch = branchSchema.parse({ protection: { enabled: true, required_status_checks } });
    expect(facts({ branch }).requiredChecks).toEqual(expected);
  });

  test('what GraphQL shows of classic protection counts, without naming a check twice', () => {
    const branch = branchSchema.parse({
      protection: { enabled: true, required_status_checks: { contexts: ['test'], checks: [check('test', 15368)] } },
    });
    const refUpdateRule = classicRule({
      requiredApprovingReviewCount: 2,
      requiresCodeOwnerReviews: true,
      requiresConversationResolution: true,
      requiredStatusCheckContexts: ['test', 'extra'],
    });
    expect(facts({ branch, refUpdateRule })).toMatchObject({
      requiredChecks: [
        { name: 'test', appId: 15368 },
        { name: 'extra', appId: null },
      ],
      requiresPullRequest: true,
      requiredApprovals: 2,
      requiresCodeOwners: true,
      requiresConversationResolution: true,
    });
  });

  test('a rule of a known type and an unknown shape is refused, not skipped', () => {
    const changed = { type: 'required_status_checks', ruleset_id: 5, parameters: { checks: ['test'] } };
    expect(ruleSchema.safeParse(changed).success).toBe(false);
  });
});

describe('whether the token could pass over the rules', () => {
  const none = { enabled: false, bindsAdmins: null };
  const classic = { enabled: true, bindsAdmins: null };

  test.each([
    ['never, when every ruleset says so', ['never', 'never'], none, [], 'never'],
    ['possible, when one ruleset says always', ['never', 'always'], none, [false], 'possible'],
    ['possible, when one ruleset lets pull requests through', ['pull_requests_only'], none, [false], 'possible'],
    ['possible, when a ruleset exempts it', ['exempt'], none, [], 'possible'],
    ['possible, when it is an admin on a pull request', ['never'], none, [false, true], 'possible'],
    ['unknown, when a ruleset does not say', ['never', null], none, [false], 'unknown'],
    ['unknown, when nothing says anything', [], none, [], 'unknown'],
    ['unknown, when classic protection is on and unreadable and no pull request is open', [], classic, [], 'unknown'],
    ['never, when classic protection is unreadable and a pull request says no', [], classic, [false], 'never'],
    ['never, when classic protection binds administrators', [], { enabled: true, bindsAdmins: true }, [], 'never'],
    [
      'unknown, when classic protection spares administrators and no pull request is open',
      ['never'],
      { enabled: true, bindsAdmins: false },
      [],
      'unknown',
    ],
  ] as const)('%s', (_, rulesets, classicFacts, pullRequests, expected) => {
    expect(judgeBypass({ rulesets, classic: classicFacts, pullRequests })).toBe(expected);
  });
});

function check(context: string, app_id: number): { context: string; app_id: number } {
  return { context, app_id };
}

function classicRule(change: Partial<NonNullable<RuleSources['refUpdateRule']>>): RuleSources['refUpdateRule'] {
  return {
    requiredApprovingReviewCount: null,
    requiredStatusCheckContexts: null,
    requiresCodeOwnerReviews: false,
    requiresConversationResolution: false,
    requiresLinearHistory: false,
    ...change,
  };
}

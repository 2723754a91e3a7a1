import type { MergeMethod, RulesFacts } from '../core/snapshot.ts';
import type { RefUpdateRule, RepositoryRecord } from './read-open.ts';
import type { BranchRecord, RuleRecord } from './rule-records.ts';

type RequiredCheck = RulesFacts['requiredChecks'][number];

export interface RuleSources {
  readonly rules: readonly RuleRecord[];
  readonly branch: BranchRecord;
  readonly refUpdateRule: RefUpdateRule | null;
  readonly repository: Pick<RepositoryRecord, 'mergeCommitAllowed' | 'squashMergeAllowed' | 'rebaseMergeAllowed'>;
}

/** The rules of the base, rulesets and classic protection taken together: of two that differ the stricter one holds. */
export function toRulesFacts(sources: RuleSources, bypass: RulesFacts['bypass']): RulesFacts {
  const { rules, branch, refUpdateRule } = sources;
  const pullRequest = rules.filter((rule) => rule.type === 'pull_request').map(({ parameters }) => parameters);
  const statusChecks = rules.filter((rule) => rule.type === 'required_status_checks');
  const approvals = pullRequest.map((parameters) => parameters.required_approving_review_count);
  const classicApprovals = refUpdateRule?.requiredApprovingReviewCount ?? null;
  return {
    requiredChecks: listRequiredChecks(sources),
    strict:
      statusChecks.some(({ parameters }) => parameters.strict_required_status_checks_policy) ||
      branch.protection?.required_status_checks?.strict === true,
    requiresPullRequest: pullRequest.length > 0 || classicApprovals !== null,
    requiredApprovals: Math.max(0, ...approvals, classicApprovals ?? 0),
    requiresCodeOwners:
      pullRequest.some((parameters) => parameters.require_code_owner_review) ||
      refUpdateRule?.requiresCodeOwnerReviews === true,
    requiresLastPushApproval: pullRequest.some((parameters) => parameters.require_last_push_approval),
    dismissesStaleApprovals: pullRequest.some((parameters) => parameters.dismiss_stale_reviews_on_push),
    requiresConversationResolution:
      pullRequest.some((parameters) => parameters.required_review_thread_resolution) ||
      refUpdateRule?.requiresConversationResolution === true,
    requiresMergeQueue: rules.some(({ type }) => type === 'merge_queue'),
    bypass,
    mergeMethods: listMergeMethods(sources),
  };
}

function listRequiredChecks({ rules, branch, refUpdateRule }: RuleSources): RequiredCheck[] {
  const fromRulesets = rules
    .filter((rule) => rule.type === 'required_status_checks')
    .flatMap(({ parameters }) => parameters.required_status_checks)
    .map((check) => ({ name: check.context, appId: check.integration_id ?? null }));
  const named = [...fromRulesets, ...listClassicChecks(branch)];
  const visible = (refUpdateRule?.requiredStatusCheckContexts ?? []).filter((name) => name !== null);
  const unnamed = visible.filter((name) => !named.some((check) => check.name === name));
  const all = [...named, ...unnamed.map((name) => ({ name, appId: null }))];
  return [...new Map(all.map((check) => [JSON.stringify([check.name, check.appId]), check])).values()];
}

function listClassicChecks(branch: BranchRecord): RequiredCheck[] {
  const required = branch.protection?.required_status_checks;
  if (required === undefined || required.enforcement_level === 'off') return [];
  const checks = required.checks ?? required.contexts.map((context) => ({ context, app_id: null }));
  // Classic protection writes "any app" as -1.
  return checks.map(({ context, app_id }) => ({ name: context, appId: app_id === -1 ? null : app_id }));
}

function listMergeMethods({ rules, refUpdateRule, repository }: RuleSources): MergeMethod[] {
  const isLinear =
    refUpdateRule?.requiresLinearHistory === true || rules.some(({ type }) => type === 'required_linear_history');
  const allowed: Record<MergeMethod, boolean> = {
    merge: repository.mergeCommitAllowed && !isLinear,
    squash: repository.squashMergeAllowed,
    rebase: repository.rebaseMergeAllowed,
  };
  const limits = rules
    .filter((rule) => rule.type === 'pull_request')
    .flatMap(({ parameters }) =>
      parameters.allowed_merge_methods === undefined ? [] : [parameters.allowed_merge_methods],
    );
  const methods: readonly MergeMethod[] = ['merge', 'squash', 'rebase'];
  return methods.filter((method) => allowed[method] && limits.every((limit) => limit.includes(method)));
}

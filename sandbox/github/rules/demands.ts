import { matchesGlob } from 'node:path';
import { type Caller, roleOf } from '../auth/tokens.ts';
import type { Site } from '../site.ts';
import type { MergeMethod, ProtectionRow, Rule, RulesetRow } from '../world/rows.ts';

export interface DemandedCheck {
  readonly context: string;
  /** The app that must report it; null for any. */
  readonly appId: number | null;
}

/** All that rulesets and classic protection together ask of a branch. */
export interface Demands {
  readonly pullRequest: boolean;
  readonly approvals: number;
  readonly dismissStale: boolean;
  readonly lastPushApproval: boolean;
  readonly threadsResolved: boolean;
  readonly checks: readonly DemandedCheck[];
  readonly strict: boolean;
  readonly noForce: boolean;
  readonly noDelete: boolean;
  readonly noCreate: boolean;
  readonly noUpdate: boolean;
  readonly linear: boolean;
  /** The only methods allowed; null when the rules name none. */
  readonly methods: readonly MergeMethod[] | null;
  /** The method of the merge queue that everything has to go through; null when there is none. */
  readonly queue: MergeMethod | null;
}

const nothing: Demands = {
  pullRequest: false,
  approvals: 0,
  dismissStale: false,
  lastPushApproval: false,
  threadsResolved: false,
  checks: [],
  strict: false,
  noForce: false,
  noDelete: false,
  noCreate: false,
  noUpdate: false,
  linear: false,
  methods: null,
  queue: null,
};

/** What is asked of a branch, of `caller` in particular where somebody may pass over a rule. */
export function demandsOn(
  site: Site,
  branch: string,
  caller: Caller | null,
  when: 'push' | 'merge' = 'merge',
): Demands {
  const rulesets = rulesetsOn(site, branch).filter((ruleset) => !passesOver(bypassOf(site, ruleset, caller), when));
  const fromRulesets = rulesets.flatMap((ruleset) => ruleset.rules.map(demandsOfRule));
  const protection = site.tables.protections.get(branch);
  const classic =
    protection === undefined || isExemptAdmin(site, protection, caller) ? [] : [demandsOfProtection(protection)];
  return [...fromRulesets, ...classic].reduce<Demands>(combine, nothing);
}

const queueMethods = { MERGE: 'merge', SQUASH: 'squash', REBASE: 'rebase' } as const;

/** The method of a branch's merge queue; null where it has none. */
export function queueOn(site: Site, branch: string): MergeMethod | null {
  return demandsOn(site, branch, null).queue;
}

/** The active rulesets whose conditions match a branch. */
export function rulesetsOn(site: Site, branch: string): readonly RulesetRow[] {
  const matches = (pattern: string): boolean => matchesRef(pattern, branch, site.repo().defaultBranch);
  return site.tables.rulesets
    .all()
    .filter((row) => row.enforcement === 'active' && row.include.some(matches) && !row.exclude.some(matches));
}

export type Bypass = 'always' | 'pull_requests_only' | 'never';

/** Whether a caller may pass over a ruleset, as `current_user_can_bypass` tells. */
export function bypassOf(site: Site, ruleset: RulesetRow, caller: Caller | null): Bypass {
  if (caller === null) return 'never';
  const modes = ruleset.bypassActors.filter((actor) => isActor(site, actor, caller)).map((actor) => actor.bypass_mode);
  if (modes.includes('always')) return 'always';
  return modes.includes('pull_request') ? 'pull_requests_only' : 'never';
}

/** GitHub's numbers of the repository roles a ruleset may name. */
const roleIds = { maintain: 2, write: 4, admin: 5 } as const;

function isActor(site: Site, actor: RulesetRow['bypassActors'][number], caller: Caller): boolean {
  if (actor.actor_type === 'Integration') return caller.appId !== null && actor.actor_id === caller.appId;
  if (caller.kind !== 'user') return false;
  if (actor.actor_type === 'User') return actor.actor_id === site.tables.users.get(caller.login)?.id;
  const role = roleOf(site, caller.login);
  if (actor.actor_type === 'OrganizationAdmin') return role === 'admin';
  return (
    actor.actor_type === 'RepositoryRole' && role in roleIds && actor.actor_id === roleIds[role as keyof typeof roleIds]
  );
}

function passesOver(bypass: Bypass, when: 'push' | 'merge'): boolean {
  return bypass === 'always' || (bypass === 'pull_requests_only' && when === 'merge');
}

/** Whether classic protection does not hold this caller: admins, unless they are included. */
export function isExemptAdmin(site: Site, protection: ProtectionRow, caller: Caller | null): boolean {
  if (caller === null || protection.enforceAdmins) return false;
  return caller.kind === 'user' && roleOf(site, caller.login) === 'admin';
}

function matchesRef(pattern: string, branch: string, defaultBranch: string): boolean {
  if (pattern === '~ALL') return true;
  if (pattern === '~DEFAULT_BRANCH') return branch === defaultBranch;
  return matchesGlob(`refs/heads/${branch}`, pattern);
}

function demandsOfRule(rule: Rule): Demands {
  switch (rule.type) {
    case 'pull_request':
      return {
        ...nothing,
        pullRequest: true,
        approvals: rule.parameters.required_approving_review_count,
        dismissStale: rule.parameters.dismiss_stale_reviews_on_push,
        lastPushApproval: rule.parameters.require_last_push_approval,
        threadsResolved: rule.parameters.required_review_thread_resolution,
        methods: rule.parameters.allowed_merge_methods ?? null,
      };
    case 'required_status_checks':
      return {
        ...nothing,
        checks: rule.parameters.required_status_checks.map((check) => ({
          context: check.context,
          appId: check.integration_id ?? null,
        })),
        strict: rule.parameters.strict_required_status_checks_policy,
      };
    case 'merge_queue':
      return { ...nothing, queue: queueMethods[rule.parameters.merge_method] };
    case 'non_fast_forward':
      return { ...nothing, noForce: true };
    case 'deletion':
      return { ...nothing, noDelete: true };
    case 'creation':
      return { ...nothing, noCreate: true };
    case 'update':
      return { ...nothing, noUpdate: true };
    case 'required_linear_history':
      return { ...nothing, linear: true };
  }
}

function demandsOfProtection(row: ProtectionRow): Demands {
  return {
    ...nothing,
    pullRequest: row.reviews !== null,
    approvals: row.reviews?.count ?? 0,
    dismissStale: row.reviews?.dismissStale ?? false,
    lastPushApproval: row.reviews?.lastPush ?? false,
    threadsResolved: row.conversationResolution,
    checks: (row.requiredChecks ?? []).map((check) => ({ context: check.context, appId: check.app_id })),
    strict: row.requiredChecks !== null && row.strict,
    noForce: !row.allowForcePushes,
    noDelete: !row.allowDeletions,
    linear: row.linearHistory,
  };
}

function combine(one: Demands, other: Demands): Demands {
  return {
    pullRequest: one.pullRequest || other.pullRequest,
    approvals: Math.max(one.approvals, other.approvals),
    dismissStale: one.dismissStale || other.dismissStale,
    lastPushApproval: one.lastPushApproval || other.lastPushApproval,
    threadsResolved: one.threadsResolved || other.threadsResolved,
    checks: [...one.checks, ...other.checks.filter((check) => !includesCheck(one.checks, check))],
    strict: one.strict || other.strict,
    noForce: one.noForce || other.noForce,
    noDelete: one.noDelete || other.noDelete,
    noCreate: one.noCreate || other.noCreate,
    noUpdate: one.noUpdate || other.noUpdate,
    linear: one.linear || other.linear,
    methods: commonMethods(one.methods, other.methods),
    queue: one.queue ?? other.queue,
  };
}

function includesCheck(checks: readonly DemandedCheck[], wanted: DemandedCheck): boolean {
  return checks.some((check) => check.context === wanted.context && check.appId === wanted.appId);
}

function commonMethods(
  one: readonly MergeMethod[] | null,
  other: readonly MergeMethod[] | null,
): readonly MergeMethod[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((method) => other.includes(method));
}

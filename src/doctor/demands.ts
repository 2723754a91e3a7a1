import type { BranchProtection, RequiredCheckFacts } from '../core/repository-settings.ts';
import type { MergeMethod } from '../core/snapshot.ts';

/** What rulesets and classic protection together ask of a branch, as far as they can be seen. */
export interface Demands {
  readonly requiresPullRequest: boolean;
  readonly checks: readonly RequiredCheckFacts[];
  readonly approvals: number;
  readonly codeOwners: boolean;
  readonly queue: boolean;
  readonly linear: boolean;
  /** Null: the rules name none. */
  readonly methods: readonly MergeMethod[] | null;
  readonly blocksForcePushes: boolean;
  readonly blocksDeletion: boolean;
  readonly restrictsUpdates: boolean;
}

/** Of two demands the stricter one holds. */
export function demandsOf({ rules, classic, classicChecks }: BranchProtection): Demands {
  const old = classic.kind === 'seen' ? classic.value : null;
  const pullRequest = rules.filter((rule) => rule.type === 'pull_request');
  const fromRules = rules.flatMap((rule) => (rule.type === 'required_status_checks' ? rule.checks : []));
  const isThere = (name: string): boolean => rules.some((rule) => rule.type === 'bare' && rule.name === name);
  const limits = pullRequest.flatMap(({ methods }) => (methods === null ? [] : [methods]));
  const [first, ...others] = limits;
  return {
    requiresPullRequest: pullRequest.length > 0 || old?.requiresPullRequest === true,
    checks: distinct([...fromRules, ...(old?.checks ?? classicChecks)]),
    approvals: Math.max(0, ...pullRequest.map(({ approvals }) => approvals), old?.approvals ?? 0),
    codeOwners: pullRequest.some(({ codeOwners }) => codeOwners) || old?.codeOwners === true,
    queue: isThere('merge_queue'),
    linear: isThere('required_linear_history') || old?.linear === true,
    methods: first?.filter((method) => others.every((limit) => limit.includes(method))) ?? null,
    blocksForcePushes: isThere('non_fast_forward') || old?.allowsForcePushes === false,
    blocksDeletion: isThere('deletion') || old?.allowsDeletions === false,
    restrictsUpdates: isThere('update') || (old !== null && old.pushers !== null),
  };
}

function distinct(checks: readonly RequiredCheckFacts[]): readonly RequiredCheckFacts[] {
  return [...new Map(checks.map((check) => [JSON.stringify([check.name, check.appId]), check])).values()];
}

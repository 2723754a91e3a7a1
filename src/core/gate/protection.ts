import type { Policy } from '../policy.ts';
import type { Hold } from '../reasons.ts';
import type { PullRequestFacts, RulesFacts } from '../snapshot.ts';
import { type GateFacts, when } from './clause.ts';

/** The base asks for pull requests and for at least one check, or the team accepts by name that it does not. */
export function judgeProtection({ context }: GateFacts): Hold | null {
  const { rules, base } = context.world;
  if (context.policy.base.unprotected === 'accept') return null;
  return when(listLacks(rules).length > 0, 'base_unprotected', base.branch);
}

/** What rules have to ask for, and these do not. */
export function listLacks({
  requiresPullRequest,
  requiredChecks,
}: Pick<RulesFacts, 'requiresPullRequest' | 'requiredChecks'>): readonly string[] {
  return [
    ...(requiresPullRequest ? [] : ['no rule demands a pull request']),
    ...(requiredChecks.length > 0 ? [] : ['no status check is required']),
  ];
}

/** Nobody says that our token could pass over a rule. */
export function judgeBypass({ pullRequest, context }: GateFacts): Hold | null {
  return holdOfAdmin(pullRequest) ?? holdOfBypass(context.world.rules.bypass, context.policy);
}

/** GitHub says of this pull request that our token could merge it past every rule. */
export function holdOfAdmin({ viewerCanMergeAsAdmin }: Pick<PullRequestFacts, 'viewerCanMergeAsAdmin'>): Hold | null {
  return when(viewerCanMergeAsAdmin, 'bypass_possible', 'it can merge as an admin');
}

/** What the rulesets say of our token; where nobody can say, the team has accepted that by name, or it is refused. */
export function holdOfBypass(bypass: RulesFacts['bypass'], { base }: Pick<Policy, 'base'>): Hold | null {
  switch (bypass) {
    case 'never':
      return null;
    case 'unknown':
      return when(base.unprotected !== 'accept', 'bypass_possible', 'it cannot be told');
    case 'possible':
      return { code: 'bypass_possible', detail: 'a ruleset names it' };
  }
}

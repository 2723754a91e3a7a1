import type { Hold } from '../reasons.ts';
import { type GateFacts, when } from './clause.ts';

/** The base asks for pull requests and for at least one check, or the team accepts by name that it does not. */
export function judgeProtection({ context }: GateFacts): Hold | null {
  const { rules, base } = context.world;
  if (context.policy.base.unprotected === 'accept') return null;
  return when(!rules.requiresPullRequest || rules.requiredChecks.length === 0, 'base_unprotected', base.branch);
}

/** Nobody says that our token could pass over a rule; where nobody can say, the team has accepted that by name. */
export function judgeBypass({ pullRequest, context }: GateFacts): Hold | null {
  const { bypass } = context.world.rules;
  if (pullRequest.viewerCanMergeAsAdmin) return { code: 'bypass_possible', detail: 'it can merge as an admin' };
  if (bypass === 'never') return null;
  if (bypass === 'unknown' && context.policy.base.unprotected === 'accept') return null;
  return { code: 'bypass_possible', detail: bypass === 'possible' ? 'a ruleset names it' : 'it cannot be told' };
}

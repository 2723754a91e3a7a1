import { permits } from '../auth/permissions.ts';
import { demandsOn } from '../rules/demands.ts';
import type { RulesetRow } from '../world/rows.ts';
import type { GraphqlContext, Node } from './context.ts';

/** A ruleset, as far as everybody may see it. */
export function rulesetNode(row: RulesetRow): Node {
  return {
    __typename: 'RepositoryRuleset',
    id: `RRS_${row.id}`,
    databaseId: row.id,
    name: row.name,
    enforcement: row.enforcement.toUpperCase(),
    target: 'BRANCH',
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** What classic protection asks of a branch, as those see it who do not administer it; null without protection. */
export function refUpdateRuleNode(context: GraphqlContext, branch: string): Node | null {
  const { site, caller } = context;
  const row = site.tables.protections.get(branch);
  if (row === undefined) return null;
  const writes = permits(caller.permissions, { permission: 'contents', level: 'write' });
  return {
    __typename: 'RefUpdateRule',
    pattern: row.branch,
    requiredApprovingReviewCount: row.reviews?.count ?? null,
    requiredStatusCheckContexts: (row.requiredChecks ?? []).map((check) => check.context),
    requiresCodeOwnerReviews: row.reviews?.codeOwners ?? false,
    requiresConversationResolution: row.conversationResolution,
    requiresLinearHistory: row.linearHistory,
    requiresSignatures: false,
    allowsForcePushes: row.allowForcePushes,
    allowsDeletions: row.allowDeletions,
    blocksCreations: false,
    viewerAllowedToDismissReviews: writes,
    viewerCanPush: writes && !demandsOn(site, branch, caller, 'push').pullRequest,
  };
}

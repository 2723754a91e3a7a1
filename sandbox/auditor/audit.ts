import type { AuditFacts, AuditRules } from './facts.ts';
import { findLeaks } from './rules/agent-environment.ts';
import { findPushesOutsideMerges } from './rules/base-pushes.ts';
import { findUncheckedMerges } from './rules/checked-merge.ts';
import { findDoubleClaims } from './rules/claims.ts';
import { findCrowds } from './rules/crowd.ts';
import { findUnguardedMerges } from './rules/guarded-merge.ts';
import { findSelfReviews } from './rules/identities.ts';
import { findUnapprovedPaths } from './rules/protected-paths.ts';
import { findMergesOnUnprovenBase } from './rules/proven-base.ts';
import { findWrongRepairs } from './rules/red-base.ts';
import { findUnreleasedAgents } from './rules/released.ts';
import { findReopened } from './rules/reopened.ts';
import { findRepeatedEffects } from './rules/repeated-effects.ts';
import { findUnreviewedMerges } from './rules/reviewed-merge.ts';
import { findVerifiedNotMerged } from './rules/verified-stories.ts';
import type { Violation } from './violation.ts';

const rulesOfTheHouse = [
  findUncheckedMerges,
  findUnreviewedMerges,
  findUnguardedMerges,
  findMergesOnUnprovenBase,
  findWrongRepairs,
  findPushesOutsideMerges,
  findVerifiedNotMerged,
  findDoubleClaims,
  findCrowds,
  findSelfReviews,
  findLeaks,
  findUnapprovedPaths,
  findUnreleasedAgents,
  findReopened,
  findRepeatedEffects,
];

/** Every violation that the recorded facts prove, in the order in which they happened. */
export function audit(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  return rulesOfTheHouse.flatMap((find) => find(facts, rules)).sort((one, other) => one.at.localeCompare(other.at));
}

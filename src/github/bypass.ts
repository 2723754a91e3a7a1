import type { RulesFacts } from '../core/snapshot.ts';

export interface BypassWitnesses {
  /** `current_user_can_bypass` of every ruleset that matches the base; null where GitHub does not say. */
  readonly rulesets: readonly (string | null)[];
  /** Whether classic protection is on, and whether it also binds administrators (null: cannot be read). */
  readonly classic: { readonly enabled: boolean; readonly bindsAdmins: boolean | null };
  /** `viewerCanMergeAsAdmin` of every pull request seen. */
  readonly pullRequests: readonly boolean[];
}

/**
 * Whether our token could pass over the rules of the base. One witness who says yes is believed; `never` takes a
 * witness for every rule; silence is `unknown`.
 */
export function judgeBypass(witnesses: BypassWitnesses): RulesFacts['bypass'] {
  const { rulesets, classic, pullRequests } = witnesses;
  if (pullRequests.includes(true)) return 'possible';
  if (rulesets.some((answer) => answer !== null && answer !== 'never')) return 'possible';
  if (rulesets.includes(null)) return 'unknown';
  if (pullRequests.length > 0) return 'never';
  if (classic.enabled) return classic.bindsAdmins === true ? 'never' : 'unknown';
  return rulesets.length > 0 ? 'never' : 'unknown';
}

import type { Policy } from '../core/policy.ts';
import { reasons } from '../core/reasons.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { ConfigurationError } from '../errors.ts';

/** Refuses, before anything is written, a base that nothing protects: a merge there would stand on our word alone. */
export function requireProtection({ base, rules }: Pick<Snapshot, 'base' | 'rules'>, policy: Policy): void {
  if (policy.base.unprotected === 'accept') return;
  if (rules.requiresPullRequest && rules.requiredChecks.length > 0) return;
  const lacks = [
    ...(rules.requiresPullRequest ? [] : ['no rule demands a pull request']),
    ...(rules.requiredChecks.length > 0 ? [] : ['no status check is required']),
  ];
  throw new ConfigurationError(`${base.branch}: ${reasons.base_unprotected.title} (${lacks.join(', ')}).`, {
    remedy: reasons.base_unprotected.remedy,
  });
}

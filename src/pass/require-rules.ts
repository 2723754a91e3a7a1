import type { Policy } from '../core/policy.ts';
import { type ReasonCode, reasons } from '../core/reasons.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { ConfigurationError } from '../errors.ts';

type Rules = Pick<Snapshot, 'base' | 'rules'>;

/**
 * Refuses, before anything is written, a base that nothing protects, a token that could pass over what does, and a way
 * of merging that its rules forbid: no work that is done could be merged there on more than our word.
 */
export function requireRules(world: Rules, policy: Policy): void {
  requireProtection(world, policy);
  requireBound(world);
  requireMethod(world, policy);
}

function requireProtection({ base, rules }: Rules, policy: Policy): void {
  if (policy.base.unprotected === 'accept') return;
  if (rules.requiresPullRequest && rules.requiredChecks.length > 0) return;
  const lacks = [
    ...(rules.requiresPullRequest ? [] : ['no rule demands a pull request']),
    ...(rules.requiredChecks.length > 0 ? [] : ['no status check is required']),
  ];
  refuse('base_unprotected', `${base.branch}: ${reasons.base_unprotected.title} (${lacks.join(', ')}).`);
}

/** Where it cannot be told, nothing is merged, which the gate says. */
function requireBound({ base, rules }: Rules): void {
  if (rules.bypass === 'possible') refuse('bypass_possible', `${base.branch}: ${reasons.bypass_possible.title}.`);
}

function requireMethod({ base, rules }: Rules, { merge }: Policy): void {
  const mayMerge = [merge, ...merge.exceptions].some(({ mode }) => mode !== 'never');
  if (!mayMerge || rules.requiresMergeQueue || rules.mergeMethods.includes(merge.method)) return;
  const allowed = rules.mergeMethods.length === 0 ? 'none' : rules.mergeMethods.join(', ');
  const { title } = reasons.merge_method_refused;
  refuse('merge_method_refused', `${base.branch}: ${title} (${merge.method}; allowed: ${allowed}).`);
}

function refuse(code: ReasonCode, message: string): never {
  throw new ConfigurationError(message, { remedy: reasons[code].remedy });
}

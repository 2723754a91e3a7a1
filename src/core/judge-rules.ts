import { holdOfMethod } from './gate/merge-method.ts';
import { listLacks } from './gate/protection.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import type { RulesFacts } from './snapshot.ts';

/**
 * Why no work that is done could be merged on more than our word, whatever it is: a base that nothing protects, a token
 * that could pass over what does, or a way of merging that the rules forbid. Where a bypass cannot be told nothing is
 * merged, which the gate says.
 */
export function judgeRules(rules: RulesFacts, { base, merge }: Pick<Policy, 'base' | 'merge'>): Hold | null {
  const lacks = listLacks(rules);
  if (base.unprotected !== 'accept' && lacks.length > 0) return { code: 'base_unprotected', detail: lacks.join(', ') };
  if (rules.bypass === 'possible') return { code: 'bypass_possible', detail: '' };
  const mayMerge = [merge, ...merge.exceptions].some(({ mode }) => mode !== 'never');
  return mayMerge ? holdOfMethod(merge.method, rules) : null;
}

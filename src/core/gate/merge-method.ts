import type { Hold } from '../reasons.ts';
import type { MergeMethod, RulesFacts } from '../snapshot.ts';
import { when } from './clause.ts';

/** Repository and rules let a pull request merge in this way; what goes through a queue is merged by the queue's own. */
export function holdOfMethod(
  method: MergeMethod,
  { requiresMergeQueue, mergeMethods }: Pick<RulesFacts, 'requiresMergeQueue' | 'mergeMethods'>,
): Hold | null {
  const allowed = mergeMethods.length === 0 ? 'none' : mergeMethods.join(', ');
  const isAllowed = requiresMergeQueue || mergeMethods.includes(method);
  return when(!isAllowed, 'merge_method_refused', `${method}; allowed: ${allowed}`);
}

import { judgeRules } from '../core/judge-rules.ts';
import type { Policy } from '../core/policy.ts';
import { reasons } from '../core/reasons.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { ConfigurationError } from '../errors.ts';

/** Refuses, before anything is written, rules under which nothing could ever be merged. */
export function requireRules({ base, rules }: Pick<Snapshot, 'base' | 'rules'>, policy: Policy): void {
  const hold = judgeRules(rules, policy);
  if (hold === null) return;
  const { title, remedy } = reasons[hold.code];
  const seen = hold.detail === '' ? '' : ` (${hold.detail})`;
  throw new ConfigurationError(`${base.branch}: ${title}${seen}.`, { remedy });
}

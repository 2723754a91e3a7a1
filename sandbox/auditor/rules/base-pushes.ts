import type { AuditFacts, AuditRules } from '../facts.ts';
import type { Violation } from '../violation.ts';

const nothing = /^0+$/;

/** The base, once it is there, moves by merges of pull requests only. */
export function findPushesOutsideMerges(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  return facts.events.flatMap((event) => {
    if (event.kind !== 'push' || event.ref !== `refs/heads/${rules.base}`) return [];
    if (event.viaMerge !== null || nothing.test(event.before)) return [];
    const detail = `${event.by} moved ${rules.base} from ${event.before.slice(0, 7)} to ${event.after.slice(0, 7)}`;
    return [{ code: 'push_outside_merge' as const, detail, at: event.at }];
  });
}

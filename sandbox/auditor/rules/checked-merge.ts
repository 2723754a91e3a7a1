import { groupChecks } from '../checks-of.ts';
import type { AuditFacts, AuditRules } from '../facts.ts';
import { mergesOf, nameMerge } from '../merges.ts';
import type { Violation } from '../violation.ts';

/** Every merged head had each required check as a success, by name and app, before it was merged. */
export function findUncheckedMerges(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const book = groupChecks(facts.events);
  return mergesOf(facts, rules).flatMap((merge) => {
    const { headSha, seq, at } = merge.event;
    const checks = book.checksBefore(headSha, seq);
    return rules.required.flatMap(({ context, app }) => {
      const check = checks.find((one) => one.name === context && one.app === app);
      if (check?.conclusion === 'success') return [];
      const seen = check === undefined ? 'absent' : (check.conclusion ?? check.status);
      const detail = `${nameMerge(merge)}: required check "${context}" of ${app} was ${seen}`;
      return [{ code: 'merge_without_required_check' as const, detail, at }];
    });
  });
}

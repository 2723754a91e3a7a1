import type { AuditFacts, AuditRules } from '../facts.ts';
import { mergesOf } from '../merges.ts';
import type { Violation } from '../violation.ts';

/** A story is verified only after a pull request of its was merged into the base. */
export function findVerifiedNotMerged(
  facts: Pick<AuditFacts, 'events' | 'store'>,
  rules: AuditRules,
): readonly Violation[] {
  const merges = mergesOf(facts, rules);
  return facts.store.flatMap((fact) => {
    if (fact.kind !== 'verified') return [];
    if (merges.some(({ story, event }) => story === fact.story && event.seq < fact.seq)) return [];
    return [{ code: 'verified_not_merged' as const, detail: `story ${fact.story}`, at: fact.at }];
  });
}

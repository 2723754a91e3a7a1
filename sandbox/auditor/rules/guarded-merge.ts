import type { AuditFacts, AuditRules } from '../facts.ts';
import { mergesOfLoop, nameMerge } from '../merges.ts';
import type { Violation } from '../violation.ts';

/** Every merge named the head it was meant for, so that a head that moved would have been refused. */
export function findUnguardedMerges(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  return mergesOfLoop(facts, rules)
    .filter(({ event }) => event.expectedSha !== event.headSha)
    .map((merge) => {
      const sent = merge.event.expectedSha === null ? 'no head' : `head ${merge.event.expectedSha.slice(0, 7)}`;
      return {
        code: 'merge_without_head_sha',
        detail: `${nameMerge(merge)}: the request named ${sent}`,
        at: merge.event.at,
      };
    });
}

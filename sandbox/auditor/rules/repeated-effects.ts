import type { KeptEvent } from '../../github/world/events.ts';
import type { AuditFacts, AuditRules } from '../facts.ts';
import type { Violation } from '../violation.ts';

/** Nothing is done twice: a pull request of one branch, a comment of the same words, a push of the same commit. */
export function findRepeatedEffects(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const seen = new Set<string>();
  return facts.events.flatMap((event) => {
    const effect = effectOf(event, rules);
    if (effect === null) return [];
    const isRepeated = seen.has(effect.key);
    seen.add(effect.key);
    return isRepeated ? [{ code: 'effect_twice' as const, detail: effect.detail, at: event.at }] : [];
  });
}

function effectOf(event: KeptEvent, rules: AuditRules): { readonly key: string; readonly detail: string } | null {
  if (event.kind === 'pull_request' && event.action === 'opened') {
    return {
      key: `open ${event.headRef}`,
      detail: `a pull request of ${event.headRef} was opened again: #${event.number}`,
    };
  }
  if (event.kind === 'comment' && !event.edited) {
    return { key: `comment ${event.number} ${event.body}`, detail: `the same comment on #${event.number}` };
  }
  if (event.kind === 'push' && event.ref.startsWith(`refs/heads/${rules.branchPrefix}`)) {
    const detail = `${event.after.slice(0, 7)} was pushed to ${event.ref} again`;
    return { key: `push ${event.ref} ${event.after}`, detail };
  }
  return null;
}

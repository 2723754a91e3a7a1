import { groupChecks, isGreen } from '../checks-of.ts';
import type { AuditFacts, AuditRules } from '../facts.ts';
import { type Merge, mergesOf, nameMerge } from '../merges.ts';
import type { Violation } from '../violation.ts';

/** Every merge found the tip of the base proven: required checks there, and all checks of that exact commit green. */
export function findMergesOnUnprovenBase(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const book = groupChecks(facts.events);
  const own = ownRuns(facts, rules);
  return mergesOf(facts, rules).flatMap((merge) => {
    const { baseBefore, seq } = merge.event;
    const checks = book.checksBefore(baseBefore, seq).filter(({ runId }) => runId === null || !own.has(runId));
    const statuses = book.statusesBefore(baseBefore, seq);
    const missing = rules.required.filter(
      ({ context, app }) => !checks.some((check) => check.name === context && check.app === app),
    );
    const notGreen = [
      ...missing.map(({ context }) => `"${context}" had not reported`),
      ...checks
        .filter((check) => !isGreen(check))
        .map(({ name, status, conclusion }) => `"${name}" was ${conclusion ?? status}`),
      ...statuses.filter(({ state }) => state !== 'success').map(({ context, state }) => `"${context}" was ${state}`),
    ];
    return notGreen.length === 0 ? [] : [violationOf(merge, notGreen)];
  });
}

function ownRuns(facts: AuditFacts, rules: AuditRules): ReadonlySet<number> {
  const own = new Set<number>();
  for (const event of facts.events) {
    if (event.kind === 'run' && rules.ownWorkflows.includes(event.path)) own.add(event.id);
  }
  return own;
}

function violationOf(merge: Merge, seen: readonly string[]): Violation {
  const base = merge.event.baseBefore.slice(0, 7);
  return {
    code: 'merge_on_unproven_base',
    detail: `${nameMerge(merge)}: on base ${base} ${seen.join(', ')}`,
    at: merge.event.at,
  };
}

import { groupChecks, isGreen } from '../checks-of.ts';
import { type AuditFacts, type AuditRules, isRepairBranch } from '../facts.ts';
import { type Merge, mergesOfLoop, nameMerge } from '../merges.ts';
import type { Violation } from '../violation.ts';

/** Every merge but that of a repair found the tip of the base proven: required checks there, and all checks of that exact commit green. */
export function findMergesOnUnprovenBase(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const book = groupChecks(facts.events);
  const own = ownRuns(facts, rules);
  return mergesOfLoop(facts, rules).flatMap((merge) => {
    if (isOvertaken(merge, facts) || isRepair(merge, rules)) return [];
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

/** What mends a red base has a rule of its own. */
function isRepair({ branch }: Merge, rules: AuditRules): boolean {
  return branch !== null && isRepairBranch(branch, rules.branchPrefix);
}

/** A person merged in the moment before: nothing in GitHub's API guards the base against that. */
function isOvertaken({ event }: Merge, facts: AuditFacts): boolean {
  return facts.events.some(
    (other) =>
      other.kind === 'merge' &&
      other.tokenKind === 'user' &&
      other.sha === event.baseBefore &&
      Date.parse(event.at) - Date.parse(other.at) <= 1000,
  );
}

/** The workflow runs of the loop itself. */
export function ownRuns(facts: AuditFacts, rules: AuditRules): ReadonlySet<number> {
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

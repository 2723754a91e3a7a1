import { groupChecks, isGreen } from '../checks-of.ts';
import { type AuditFacts, type AuditRules, diffKey, isRepairBranch } from '../facts.ts';
import { type Merge, mergesOfLoop, nameMerge } from '../merges.ts';
import type { Violation } from '../violation.ts';
import { ownRuns } from './proven-base.ts';

/**
 * Every repair, and every revert, was merged into a base that was red at that moment, held that very commit, and was the
 * only one that was open.
 */
export function findWrongRepairs(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const book = groupChecks(facts.events);
  const own = ownRuns(facts, rules);
  const repairs = mergesOfLoop(facts, rules).filter(
    ({ branch }) => branch !== null && isRepairBranch(branch, rules.branchPrefix),
  );
  return repairs.flatMap((merge) => {
    const { baseBefore, headSha, seq, number } = merge.event;
    const base = baseBefore.slice(0, 7);
    const isRed = book
      .checksBefore(baseBefore, seq)
      .some(
        (check) => check.status === 'completed' && !isGreen(check) && (check.runId === null || !own.has(check.runId)),
      );
    const others = openBefore(facts, rules, seq).filter((other) => other !== number);
    const faults = [
      ...(isRed ? [] : [`${base} was not red`]),
      ...(facts.mergeBases.get(diffKey(baseBefore, headSha)) === baseBefore ? [] : [`it does not hold ${base}`]),
      ...others.map((other) => `#${other} was open too`),
    ];
    return faults.length === 0 ? [] : [violationOf(merge, faults)];
  });
}

/** The pull requests that mend the base and were open before the event `seq`. */
function openBefore(facts: AuditFacts, rules: AuditRules, seq: number): readonly number[] {
  const open = new Set<number>();
  for (const event of facts.events) {
    if (event.seq >= seq) break;
    if (event.kind !== 'pull_request' || !isRepairBranch(event.headRef, rules.branchPrefix)) continue;
    if (event.action === 'opened' || event.action === 'reopened') open.add(event.number);
    if (event.action === 'closed') open.delete(event.number);
  }
  return [...open];
}

function violationOf(merge: Merge, faults: readonly string[]): Violation {
  return { code: 'repair_of_another_base', detail: `${nameMerge(merge)}: ${faults.join(', ')}`, at: merge.event.at };
}

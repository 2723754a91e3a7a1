import type { Decision, DecisionKind } from '../core/decision.ts';

/**
 * Decisions that the next pass comes to again, and finds done or does then, whatever was not saved of this one; they
 * change nothing of GitHub that anything is decided by, since our own checks are left out of every judgement.
 */
const repeatable: ReadonlySet<DecisionKind> = new Set([
  'refuse',
  'lose',
  'discard',
  'forget',
  'adopt',
  'drop_merge',
  'record_verdict',
  'report_pass',
  'record_merge',
  'verify',
  'escalate',
  'finish',
]);

/** What loopctl alone is told, and what comes of it cannot be seen there: whose claim it is, for what it was rejected. */
const told: ReadonlySet<DecisionKind> = new Set(['dispatch', 'report_fail']);

/** What people alone are told: nothing is decided by it. */
const said: ReadonlySet<DecisionKind> = new Set(['answer']);

/** What frees a branch that somebody may have pushed to: its head is looked at only while no agent is at it. */
const freeing: ReadonlySet<DecisionKind> = new Set(['discard', 'lose']);

/** Whether what led to a decision must be saved before it is applied. */
export function isSavedBefore({ kind }: Decision): boolean {
  return !repeatable.has(kind);
}

/** Whether another look at GitHub may show something else after a decision was applied. */
export function changesGitHub({ kind }: Decision): boolean {
  return freeing.has(kind) || !(repeatable.has(kind) || told.has(kind) || said.has(kind));
}

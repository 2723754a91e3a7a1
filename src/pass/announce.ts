import { type Decision, type Plan, subjectOf } from '../core/decision.ts';
import { describeHold, type Hold } from '../core/reasons.ts';
import { compareStoryNumbers } from '../core/story.ts';
import type { Pass } from './pass.ts';

/** One line for a decision that was rightly not carried out, and why. */
export function announceUndone(decision: Decision, hold: Hold, { log }: Pick<Pass, 'log'>): void {
  const subject = subjectOf(decision);
  log(`! ${decision.kind} ${subject} — not done: ${firstLine(describeHold(hold))}`);
}

/** One line per decision that was applied, with its reason. */
export function announceDecision(decision: Decision, { log }: Pick<Pass, 'log'>): void {
  const subject = subjectOf(decision);
  const role = decision.kind === 'dispatch' ? ` (${decision.assignment.role})` : '';
  log(`▸ ${decision.kind}${role} ${subject} — ${firstLine(decision.because)}`);
}

/** One line per story that does not move and is not done, in the order of their numbers. */
export function announcePlan(plan: Plan, { log }: Pick<Pass, 'log'>): void {
  if (plan.line !== null) log(`‖ - — ${firstLine(describeHold(plan.line))}`);
  for (const note of plan.notes) log(`! - — ${firstLine(describeHold(note))}`);
  const waiting = [...plan.holds].filter(([, hold]) => hold.code !== 'project_done');
  for (const [story, hold] of waiting.toSorted(([left], [right]) => compareStoryNumbers(left, right))) {
    log(`‖ ${story} — ${firstLine(describeHold(hold))}`);
  }
}

/** A runner takes a carriage return for the end of a line as well, and commands from the beginning of any. */
function firstLine(text: string): string {
  return text.split(/[\r\n]/, 1)[0]?.slice(0, 300) ?? '';
}

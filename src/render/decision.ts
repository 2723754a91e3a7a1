import { type Decision, subjectOf } from '../core/decision.ts';
import { sanitiseLine } from './sanitise.ts';

/** A decision as a line of a list: what, about what, and why now. */
export function renderDecision(decision: Decision): string {
  const role = decision.kind === 'dispatch' ? ` (${decision.assignment.role})` : '';
  const subject = subjectOf(decision) === '-' ? '' : ` ${sanitiseLine(subjectOf(decision))}`;
  return `- **${decision.kind.replaceAll('_', ' ')}**${role}${subject}: ${sanitiseLine(decision.because, 300)}`;
}

import type { Approve, WithdrawApproval } from '../core/decision.ts';
import { sanitiseLine } from './sanitise.ts';

/** The words of an approval: on whose verdict it rests, and for what it holds. */
export function renderApproval({ story, verdict, headSha }: Approve): string {
  return [
    `The review of story ${story.number} passed: ${sanitiseLine(verdict.review.summary, 1000)}`,
    '',
    `It holds for ${headSha} and for these criteria, and is taken back when either changes.`,
    '',
    `Reviewed-by-agent: ${verdict.reviewer}`,
    `Criteria-hash: ${verdict.criteriaHash}`,
    `Orchestrate-run: ${verdict.run}`,
  ].join('\n');
}

/** Why an approval is taken back. */
export function renderWithdrawal({ story }: WithdrawApproval): string {
  return `No passing review of story ${story.number} stands behind this approval any more.`;
}

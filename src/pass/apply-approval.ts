import type { Applied } from '../core/applied.ts';
import type { Approve, WithdrawApproval } from '../core/decision.ts';
import type { GitHub } from '../github/client.ts';
import { ensureApproved, ensureUnapproved } from '../github/ensure-approval.ts';
import { renderApproval, renderWithdrawal } from '../render/approval.ts';
import { LeftUndone } from './left-undone.ts';
import type { LeasedPass } from './under-lease.ts';

/** Posts the verdict as an approval of exactly the head that was judged; what GitHub makes of it is seen by looking. */
export async function applyApprove(decision: Approve, pass: LeasedPass): Promise<Applied> {
  const { pullRequest: number, headSha } = decision;
  const answer = await ensureApproved(requireApprover(pass), { number, headSha, body: renderApproval(decision) });
  switch (answer.kind) {
    case 'done':
      return {};
    case 'refused':
      return { refusal: answer.message };
    case 'head_moved':
      throw new LeftUndone({ code: 'head_not_accepted', detail: `#${number} moved before it was approved` });
  }
}

/** Dismisses what stands on a pull request in GitHub Actions' name. */
export async function applyWithdrawApproval(decision: WithdrawApproval, pass: LeasedPass): Promise<Applied> {
  const { pullRequest: number } = decision;
  const answer = await ensureUnapproved(requireApprover(pass), { number, message: renderWithdrawal(decision) });
  return answer.kind === 'refused' ? { refusal: answer.message } : {};
}

function requireApprover({ approver }: LeasedPass): GitHub {
  if (approver !== null) return approver;
  throw new LeftUndone({ code: 'approval_refused', detail: 'this job was given no `approval-token`' });
}

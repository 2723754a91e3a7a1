import type { Applied } from '../core/applied.ts';
import type { UpdateBranch } from '../core/decision.ts';
import { holdOfUpdate } from '../core/gate/update-answer.ts';
import { usualPatience } from '../github/patience.ts';
import { ensureUpdated } from '../github/update-branch.ts';
import { LeftUndone } from './left-undone.ts';
import type { LeasedPass } from './under-lease.ts';

/** Has GitHub merge the base into exactly this head; what comes of it is judged when it is seen. */
export async function applyUpdateBranch(decision: UpdateBranch, pass: LeasedPass): Promise<Applied> {
  const { pullRequest, headSha } = decision;
  const answer = await ensureUpdated(pass.github, { number: pullRequest, headSha }, usualPatience);
  switch (answer.kind) {
    case 'moved':
      return {};
    case 'up_to_date':
      return { isUpToDate: true };
    case 'pending':
    case 'refused':
      throw new LeftUndone(holdOfUpdate(pullRequest, answer));
  }
}

import type { Applied } from '../core/applied.ts';
import type { AcceptRepair } from '../core/decision.ts';
import { renderRepair } from '../render/repair.ts';
import { propose } from './propose.ts';
import type { LeasedPass } from './under-lease.ts';

/** Pushed and proposed; loopctl is told nothing. */
export async function applyAcceptRepair(decision: AcceptRepair, pass: LeasedPass): Promise<Applied> {
  const proposal = await propose(decision, renderRepair(decision.story), pass);
  if (proposal.kind === 'not_proposed') return proposal.applied;
  return { pullRequest: proposal.pullRequest.number, at: proposal.at };
}

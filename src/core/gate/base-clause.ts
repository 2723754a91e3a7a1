import type { Hold } from '../reasons.ts';
import { isRepair } from '../repair.ts';
import type { PullRequestFacts } from '../snapshot.ts';
import { parseBranch } from '../view.ts';
import { type GateFacts, when } from './clause.ts';

/** The base is proven; for a repair it is turned: red at exactly what the repair holds. A revert that a person wants is none. */
export function judgeBaseClause(facts: GateFacts): Hold | null {
  const { proof } = facts.context;
  const isAsked = facts.context.ledger.repair.red?.asked != null;
  if (isRepair(facts.view.story.number) && !(isAsked && proof.kind === 'proven')) return judgeRepaired(facts);
  return proof.kind === 'proven' ? null : proof.hold;
}

/**
 * The one clause that is turned for a repair: the tip is red at exactly the commit that is repaired, the head holds that
 * commit, and no other repair is open.
 */
function judgeRepaired({ view: { memory }, pullRequest: { number }, context }: GateFacts): Hold | null {
  const { world, ledger, proof } = context;
  const tip = world.base.sha;
  if (proof.kind === 'proven')
    return { code: 'base_pending', detail: `${tip.slice(0, 7)} is proven: nothing to repair` };
  if (proof.hold.code !== 'base_red' || ledger.repair.red?.sha !== tip) return proof.hold;
  // The merge base of head and tip, as it was when the head was accepted.
  if (memory.head?.diffBase !== tip) return { code: 'behind', detail: `#${number} does not hold ${tip.slice(0, 7)}` };
  const other = world.pullRequests.find((candidate) => candidate.number !== number && isOpenRepair(candidate));
  return when(other !== undefined, 'not_next', `#${other?.number ?? 0} is a repair too`);
}

function isOpenRepair({ state, headRef }: PullRequestFacts): boolean {
  return state === 'OPEN' && isRepair(parseBranch(headRef)?.story ?? '');
}

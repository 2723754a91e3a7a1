import { listDueMerges, type SeenMerges } from '../core/due-merges.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { readPullRequestsOfBranches } from '../github/read-pull-requests.ts';
import type { Pass } from './pass.ts';

/**
 * Of the merges that are ours and would be verified now, those that were reverted, by the numbers of both pull requests:
 * by a person, or by us when the ledger was another one. Without such merges nothing is asked.
 */
export async function gatherReverts(
  seen: SeenMerges,
  ledger: Ledger,
  { github, policy, now }: Pick<Pass, 'github' | 'policy' | 'now'>,
): Promise<Snapshot['reverts']> {
  const due = listDueMerges(seen, ledger, policy, now());
  if (due.length === 0) return new Map();
  // GitHub's own name for the branch of a revert.
  const branches = new Map(due.map(({ number, headRef }) => [`revert-${number}-${headRef}`, number]));
  const found = await readPullRequestsOfBranches(github, [...branches.keys()]);
  const merged = found.filter(({ state, baseRefName }) => state === 'MERGED' && baseRefName === seen.base.branch);
  return new Map(merged.map(({ headRefName, number }) => [branches.get(headRefName) ?? 0, number]));
}

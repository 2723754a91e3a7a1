import type { Sha } from '../core/assignment.ts';
import type { Ledger } from '../core/ledger.ts';
import { isRepair } from '../core/repair.ts';
import { isAncestor } from '../git/is-ancestor.ts';
import { ensureRepository, fetchInto } from '../git/repository.ts';
import { withGitTrouble } from './git-trouble.ts';
import type { Pass } from './pass.ts';

/**
 * The merges that wait for their proof and that the tip does not contain: somebody has put the base back. Nothing is
 * fetched where the tip is the merge itself, or what it was made into.
 */
export async function gatherMissingMerges(
  tip: Sha,
  ledger: Ledger,
  { history }: Pick<Pass, 'history'>,
): Promise<ReadonlySet<Sha>> {
  const waiting = Object.entries(ledger.stories).flatMap(([number, { merged }]) =>
    merged === null || isRepair(number) || merged.sha === tip || merged.baseBefore === tip ? [] : merged.sha,
  );
  if (waiting.length === 0) return new Set();
  await ensureRepository(history);
  // A tip brings everything along that it contains; one that is gone already is seen anew by the next look.
  if (!(await withGitTrouble(fetchInto(history, { commits: [tip] })))) return new Set(waiting);
  // A merge that was never fetched is in no history that was.
  const found = await Promise.all(waiting.map((merge) => isAncestor(merge, tip, { gitDir: history.directory })));
  return new Set(waiting.filter((_, index) => !found[index]));
}

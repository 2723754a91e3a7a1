import { findFailures, judgeBase } from '../core/base.ts';
import type { Ledger } from '../core/ledger.ts';
import { isRepair } from '../core/repair.ts';
import type { BaseFacts, Snapshot } from '../core/snapshot.ts';
import { readFailureLogs } from '../github/failure-logs.ts';
import { readCommitChecks } from '../github/read-commit-checks.ts';
import type { Pass } from './pass.ts';

/** While the tip is not proven: the checks of the merges that wait for it, each of which its own can prove. */
export async function gatherMergeChecks(
  base: BaseFacts,
  ledger: Ledger,
  { github, policy, now }: Pass,
): Promise<Snapshot['mergeChecks']> {
  if (judgeBase(base, ledger, policy, now()).kind === 'proven') return new Map();
  const merges = Object.entries(ledger.stories).flatMap(([number, { merged }]) =>
    merged === null || isRepair(number) ? [] : merged.sha,
  );
  return await readCommitChecks(
    github,
    [...new Set(merges)].filter((merge) => merge !== base.sha),
  );
}

/** The base with the ends of the logs that say why it is red, for the author who is to mend it; nobody at work on it means it is next. */
export async function explainBase(base: BaseFacts, ledger: Ledger, { github, policy }: Pass): Promise<BaseFacts> {
  const isBusy = Object.values(ledger.flights).some(({ story }) => story !== null && isRepair(story));
  const failed = isBusy ? [] : findFailures(base, policy);
  if (failed.length === 0) return base;
  const others = base.checks.filter((check) => !failed.includes(check));
  return { ...base, checks: [...others, ...(await readFailureLogs(github, failed))] };
}

import { judgeBase } from '../core/base.ts';
import type { Ledger } from '../core/ledger.ts';
import { isRepair } from '../core/repair.ts';
import type { BaseFacts, Snapshot } from '../core/snapshot.ts';
import { readFailureLogs } from '../github/failure-logs.ts';
import { readCommitChecks } from '../github/read-commit-checks.ts';
import type { Pass } from './pass.ts';

export interface BaseLook {
  readonly base: BaseFacts;
  readonly mergeChecks: Snapshot['mergeChecks'];
}

/**
 * The base with the ends of its failed jobs' logs, where nobody is at them yet; and, while its tip is not
 * proven, the checks of the merges that wait for it.
 */
export async function gatherBase(base: BaseFacts, ledger: Ledger, pass: Pass): Promise<BaseLook> {
  const isUnproven = judgeBase(base, ledger, pass.policy, pass.now()).kind === 'unproven';
  if (!isUnproven) return { base, mergeChecks: new Map() };
  const [checks, mergeChecks] = await Promise.all([
    mayRepair(ledger) ? readFailureLogs(pass.github, base.checks) : base.checks,
    readCommitChecks(pass.github, waitingMerges(base, ledger)),
  ]);
  return { base: { ...base, checks }, mergeChecks };
}

function mayRepair({ flights }: Ledger): boolean {
  return !Object.values(flights).some(({ story }) => story !== null && isRepair(story));
}

function waitingMerges({ sha }: BaseFacts, { stories }: Ledger): readonly string[] {
  const merges = Object.entries(stories).flatMap(([number, { merged }]) =>
    merged === null || isRepair(number) ? [] : merged.sha,
  );
  return [...new Set(merges)].filter((merge) => merge !== sha);
}

import type { Sha } from './assignment.ts';
import { type BaseProof, judgeBase } from './base.ts';
import { judgeChecks } from './checks.ts';
import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { PullRequestFacts, Snapshot } from './snapshot.ts';
import { isDone } from './story.ts';
import { parseBranch } from './view.ts';

/** What proves a merge: the tip, or the merge commit itself by its own checks; null while neither does. */
export function findProof(
  mergeSha: Sha,
  proof: BaseProof,
  { base, mergeChecks }: Pick<Snapshot, 'base' | 'mergeChecks'>,
  { checks }: Pick<Policy, 'checks'>,
): Sha | null {
  if (proof.kind === 'proven') return base.sha;
  return judgeChecks(mergeChecks.get(mergeSha) ?? [], [], checks).kind === 'green' ? mergeSha : null;
}

/** What says which merges are due. */
export type SeenMerges = Pick<Snapshot, 'base' | 'viewer' | 'pullRequests' | 'stories' | 'mergeChecks'>;

/** The merges of ours that would be verified now: of stories that wait for it, and proven. */
export function listDueMerges(
  seen: SeenMerges,
  ledger: Ledger,
  policy: Policy,
  now: Instant,
): readonly PullRequestFacts[] {
  const waiting = seen.stories.filter((story) => story.agentStatus === 'reported_done' && !isDone(story));
  const numbers = new Set(waiting.map(({ number }) => number));
  const proof = judgeBase(seen.base, ledger, policy, now);
  return seen.pullRequests.filter((pullRequest) => {
    const { headRef, mergeSha } = pullRequest;
    if (!isOurMerge(pullRequest, seen) || !numbers.has(parseBranch(headRef)?.story ?? '')) return false;
    return findProof(mergeSha ?? '', proof, seen, policy) !== null;
  });
}

function isOurMerge({ state, isFork, baseRef, mergedBy }: PullRequestFacts, { base, viewer }: SeenMerges): boolean {
  return state === 'MERGED' && mergedBy === viewer && !isFork && baseRef === base.branch;
}

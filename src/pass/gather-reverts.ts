import { judgeBase } from '../core/base.ts';
import { judgeChecks } from '../core/checks.ts';
import type { Ledger } from '../core/ledger.ts';
import type { BaseFacts, PullRequestFacts, Snapshot, StoryFacts } from '../core/snapshot.ts';
import { isDone } from '../core/story.ts';
import { parseBranch } from '../core/view.ts';
import { readPullRequestsOfBranches } from '../github/read-pull-requests.ts';
import type { Pass } from './pass.ts';

/** What says which merges would be verified now. */
export interface SeenMerges {
  readonly base: BaseFacts;
  readonly viewer: string;
  readonly pullRequests: readonly PullRequestFacts[];
  readonly stories: readonly StoryFacts[];
  readonly mergeChecks: Snapshot['mergeChecks'];
}

/**
 * Of the merges that are ours and would be verified now, those that were reverted, by the numbers of both pull requests:
 * by a person, or by us when the ledger was another one. Without such merges nothing is asked.
 */
export async function gatherReverts(
  seen: SeenMerges,
  ledger: Ledger,
  pass: Pick<Pass, 'github' | 'policy' | 'now'>,
): Promise<Snapshot['reverts']> {
  const due = findDue(seen, ledger, pass);
  if (due.length === 0) return new Map();
  // GitHub's own name for the branch of a revert.
  const branches = new Map(due.map(({ number, headRef }) => [`revert-${number}-${headRef}`, number]));
  const found = await readPullRequestsOfBranches(pass.github, [...branches.keys()]);
  const merged = found.filter(({ state, baseRefName }) => state === 'MERGED' && baseRefName === seen.base.branch);
  return new Map(merged.map(({ headRefName, number }) => [branches.get(headRefName) ?? 0, number]));
}

function findDue(
  { base, viewer, pullRequests, stories, mergeChecks }: SeenMerges,
  ledger: Ledger,
  { policy, now }: Pick<Pass, 'policy' | 'now'>,
): readonly PullRequestFacts[] {
  const open = new Set(
    stories.filter((story) => story.agentStatus === 'reported_done' && !isDone(story)).map(({ number }) => number),
  );
  const isProven = judgeBase(base, ledger, policy, now()).kind === 'proven';
  return pullRequests.filter(({ state, isFork, baseRef, headRef, mergedBy, mergeSha }) => {
    const isOurs = state === 'MERGED' && mergedBy === viewer && !isFork && baseRef === base.branch;
    if (!isOurs || !open.has(parseBranch(headRef)?.story ?? '')) return false;
    return isProven || judgeChecks(mergeChecks.get(mergeSha ?? '') ?? [], [], policy.checks).kind === 'green';
  });
}

import type { PullRequestFacts } from '../../src/core/snapshot.ts';
import { aCheck } from './checks.ts';
import { headSha } from './sha.ts';

/** The open pull request of story 1.1, with nothing against its merge. */
export function aPullRequest(change: Partial<PullRequestFacts> = {}): PullRequestFacts {
  return {
    number: 11,
    id: 'PR_11',
    url: 'https://github.test/owner/repo/pull/11',
    state: 'OPEN',
    headRef: 'orchestrate/1.1',
    headSha,
    baseRef: 'main',
    isDraft: false,
    isFork: false,
    mergeState: 'CLEAN',
    reviewDecision: null,
    viewerCanMergeAsAdmin: false,
    unresolvedConversations: 0,
    author: 'orchestrate-app',
    reviews: [],
    checks: [aCheck()],
    mergeSha: null,
    mergedBy: null,
    ...change,
  };
}

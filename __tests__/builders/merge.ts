import type { Merge } from '../../src/core/decision.ts';
import { aVerdict } from './ledger.ts';
import { headSha, tip } from './sha.ts';
import { ourStory } from './story.ts';

/** The decision to merge story 1.1's pull request. */
export function aMerge(change: Partial<Merge> = {}): Merge {
  return {
    kind: 'merge',
    story: ourStory(),
    because: 'it is so',
    pullRequest: 11,
    headSha,
    baseSha: tip,
    method: 'merge',
    way: 'direct',
    pullRequestId: 'PR_11',
    verdict: aVerdict(),
    ...change,
  };
}

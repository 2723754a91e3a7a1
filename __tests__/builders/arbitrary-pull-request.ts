import fc from 'fast-check';
import type {
  CheckFacts,
  CheckState,
  HeadFacts,
  PullRequestFacts,
  ReviewFacts,
  Snapshot,
} from '../../src/core/snapshot.ts';
import { numbers } from './arbitrary-story.ts';
import { aCheck, actionsApp } from './checks.ts';
import { minute, noon } from './ledger.ts';
import { mostly } from './mostly.ts';
import { someWork } from './outcome.ts';
import { aPullRequest } from './pull-request.ts';
import { aSha, headSha } from './sha.ts';

const states = mostly<CheckState>(
  'success',
  'pending',
  'failure',
  'neutral',
  'skipped',
  'cancelled',
  'timed_out',
  'action_required',
  'unreadable',
  'stale',
);

const check: fc.Arbitrary<CheckFacts> = fc
  .record({
    name: mostly('test', 'lint', 'orchestrate/gate'),
    state: states,
    appId: mostly<number | null>(actionsApp, 9, null),
    workflowRunId: mostly<number | null>(7, null),
    workflow: mostly<string | null>('ci.yml', 'orchestrate.yml', null),
  })
  .map(({ state, ...change }) => aCheck(state, change));

/** The checks of one commit, often none too few and none red. */
export const checks = fc.oneof(
  { weight: 12, arbitrary: fc.array(check, { minLength: 1, maxLength: 3 }) },
  fc.constant<CheckFacts[]>([]),
);

/** Often an approval of the head by a person who may write. */
const review: fc.Arbitrary<ReviewFacts> = fc.record({
  author: mostly<string | null>('ada', 'ben', 'github-actions', 'orchestrate-app', null),
  isPerson: mostly(true, false),
  canWrite: mostly(true, false),
  state: mostly<ReviewFacts['state']>('APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'),
  commit: mostly<string | null>(headSha, aSha('x'), null),
  submittedAt: mostly(noon - 5 * minute, noon - 40 * minute),
});

/** The pull request of one of the stories. */
export function pullRequest(index: number): fc.Arbitrary<PullRequestFacts> {
  return fc
    .record({
      state: mostly<PullRequestFacts['state']>('OPEN', 'CLOSED', 'MERGED'),
      headRef: mostly(`orchestrate/${numbers[index]}`, `orchestrate/${numbers[index]}-2`),
      headSha: mostly(headSha, aSha('x'), aSha('kept')),
      baseRef: mostly('main', 'develop'),
      isDraft: mostly(false, true),
      isFork: mostly(false, true),
      mergeState: mostly<PullRequestFacts['mergeState']>('CLEAN', 'BEHIND', 'BLOCKED', 'DIRTY', 'UNKNOWN'),
      reviewDecision: mostly<PullRequestFacts['reviewDecision']>(
        null,
        'APPROVED',
        'CHANGES_REQUESTED',
        'REVIEW_REQUIRED',
      ),
      viewerCanMergeAsAdmin: mostly(false, true),
      unresolvedConversations: mostly(0, 2),
      author: mostly<string | null>('orchestrate-app', 'ada', 'github-actions', null),
      reviews: fc.array(review, { maxLength: 2 }),
      mergeSha: mostly<string | null>(aSha('m'), null),
      mergedBy: mostly<string | null>('orchestrate-app', 'ada', null),
      checks,
    })
    .map((change) => aPullRequest({ number: index + 1, ...change }));
}

/** What was found of the head of one of them, when it is not the accepted one. */
const head: fc.Arbitrary<HeadFacts> = fc
  .record({
    sha: mostly(aSha('x'), headSha),
    kind: mostly<HeadFacts['kind']>('push', 'update'),
    isJudged: mostly(true, false),
    patchId: mostly('patch-2', 'patch-1'),
    descends: mostly(true, false),
    isEmpty: mostly(false, true),
    refusals: mostly<readonly string[]>([], ['a.bin is too large']),
    protectedPaths: mostly<readonly string[]>([], ['CODEOWNERS']),
  })
  .map(({ sha, kind, isJudged, ...work }) => ({
    sha,
    kind,
    work: isJudged ? someWork({ head: sha, ...work }) : null,
    fault: isJudged ? null : 'it is gone',
  }));

/** What was found of some of their heads. */
export const heads: fc.Arbitrary<Snapshot['heads']> = fc
  .tuple(fc.subarray([1, 2, 3]), head)
  .map(([found, facts]) => new Map(found.map((number) => [number, facts])));

/** How the merges stand that were asked for. */
export const merging: fc.Arbitrary<Snapshot['merging']> = mostly<Snapshot['merging']>(
  new Map(),
  new Map([[1, { kind: 'pending', detail: '#1' }]]),
  new Map([[1, { kind: 'ended', detail: 'failed checks' }]]),
  new Map([[2, { kind: 'queued', detail: '#2 at position 1' }]]),
);

import { describe, expect, it } from 'vitest';
import { aCheck } from '../../../builders/checks.ts';
import { expectGate, type GateRow, judgeScene } from '../../../builders/gate.ts';
import { aHead, approved, aVerdict, noon } from '../../../builders/ledger.ts';
import { aFailedReview } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { aSha, tip } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';

const sha = aSha('newer');
const moved = aPullRequest({ headSha: sha });

const heads: readonly GateRow[] = [
  {
    behaviour: 'holds while the project is paused',
    ledger: { paused: { by: 'ada', at: noon, cause: 'person' } },
    code: 'paused',
  },
  { behaviour: 'holds for a fork', pullRequest: aPullRequest({ isFork: true }), code: 'fork', seen: '#11' },
  {
    behaviour: 'holds for a pull request into another branch',
    pullRequest: aPullRequest({ baseRef: 'develop' }),
    code: 'base_changed',
    seen: '#11 merges into develop',
  },
  { behaviour: 'holds for a draft', pullRequest: aPullRequest({ isDraft: true }), code: 'draft', seen: '#11' },
  {
    behaviour: 'holds for a head that was not accepted, and names both',
    pullRequest: moved,
    code: 'head_not_accepted',
    seen: `#11 is at ${sha.slice(0, 7)}, accepted was ${aHead().sha.slice(0, 7)}.`,
  },
  {
    behaviour: 'holds for a conflict',
    pullRequest: aPullRequest({ mergeState: 'DIRTY' }),
    code: 'merge_conflict',
    seen: '#11',
  },
  ...(['CLEAN', 'HAS_HOOKS', 'UNSTABLE', 'BEHIND', 'BLOCKED', 'UNKNOWN'] as const).map(
    (mergeState): GateRow => ({
      behaviour: `does not hold for ${mergeState}: it is read again right before the merge`,
      pullRequest: aPullRequest({ mergeState }),
      code: null,
    }),
  ),
];

const strict = { world: { rules: someRules({ strict: true }) } };

const updates: readonly GateRow[] = [
  { behaviour: 'merges what is up to date', ...strict, code: null },
  {
    behaviour: 'holds for what is behind',
    ...strict,
    pullRequest: aPullRequest({ mergeState: 'BEHIND' }),
    code: 'behind',
    seen: '#11',
  },
  {
    behaviour: 'holds for what is blocked and was accepted with another tip: it may be behind as well',
    ...strict,
    pullRequest: aPullRequest({ mergeState: 'BLOCKED' }),
    code: 'behind',
  },
  {
    behaviour: 'does not hold for what is blocked and holds the tip',
    ...strict,
    memory: approved({ head: aHead({ diffBase: tip }) }),
    pullRequest: aPullRequest({ mergeState: 'BLOCKED' }),
    code: null,
  },
  {
    behaviour: 'holds for what is behind though it held the tip when it was accepted',
    ...strict,
    memory: approved({ head: aHead({ diffBase: tip }) }),
    pullRequest: aPullRequest({ mergeState: 'BEHIND' }),
    code: 'behind',
  },
  {
    behaviour: 'leaves it to a merge queue to bring it up to date',
    world: { rules: someRules({ strict: true, requiresMergeQueue: true }) },
    pullRequest: aPullRequest({ mergeState: 'BEHIND' }),
    code: null,
  },
];

const verdicts: readonly GateRow[] = [
  { behaviour: 'holds without a verdict', memory: approved({ verdict: null }), code: 'verdict_missing' },
  {
    behaviour: 'holds for a verdict that fails',
    memory: approved({ verdict: aVerdict({ review: aFailedReview() }) }),
    code: 'verdict_missing',
  },
  {
    behaviour: 'holds for a verdict by the implementer: nobody reviews themselves',
    memory: approved({ verdict: aVerdict({ reviewer: 'implementer' }) }),
    code: 'verdict_missing',
    seen: 'by another identity',
  },
  {
    behaviour: 'holds when the criteria are others than those that were reviewed',
    story: ourStory({ agentStatus: 'reported_done', criteriaHash: 'criteria-of-today' }),
    code: 'verdict_missing',
  },
  {
    behaviour: 'holds when the diff is another one than was reviewed',
    memory: approved({ head: aHead({ sha, by: 'human', patchId: 'patch-2' }) }),
    pullRequest: moved,
    code: 'verdict_missing',
  },
  {
    behaviour: 'keeps the verdict when the base moved',
    memory: approved({ head: aHead({ diffBase: aSha('older') }) }),
    code: null,
  },
  {
    behaviour: 'keeps the verdict over an update without a conflict',
    memory: approved({ head: aHead({ sha, by: 'update', diffBase: tip }) }),
    pullRequest: moved,
    code: null,
  },
  {
    behaviour: 'keeps the verdict over a rebase that left the diff as it was',
    memory: approved({ head: aHead({ sha, by: 'human', diffBase: tip }) }),
    pullRequest: moved,
    code: null,
  },
  {
    behaviour: 'holds where promised files are missing, and names them',
    memory: approved({ head: aHead({ missingDeliverables: ['docs/api.md', 'src/api.ts'] }) }),
    code: 'deliverables_missing',
    seen: 'docs/api.md, src/api.ts',
  },
];

describe('the gate, of the pull request and its head', () => {
  it.each(heads)('$behaviour', expectGate);

  it('holds in every way that needs a head where none was accepted', () => {
    const held = judgeScene({
      memory: approved({ head: null }),
      pullRequest: aPullRequest({ mergeState: 'BLOCKED', checks: [aCheck('success', { name: 'lint' })] }),
      world: { rules: someRules({ strict: true }) },
      policy: { merge: { mode: 'approve', method: 'merge', exceptions: [] } },
    });
    expect(held.map(({ code }) => code)).toEqual([
      'head_not_accepted',
      'behind',
      'check_missing',
      'verdict_missing',
      'awaiting_approval',
    ]);
    expect(held[0]?.says).toContain('accepted was none');
  });
});

describe('the gate, under rules that are strict', () => {
  it.each(updates)('$behaviour', expectGate);
});

describe('the gate, of the verdict and what was promised', () => {
  it.each(verdicts)('$behaviour', expectGate);
});

import { describe, expect, it } from 'vitest';
import {
  type AtMergeFacts,
  holdOfRefusal,
  judgeAtMerge,
  judgeUnstable,
  type MergeRefusal,
} from '../../../../src/core/gate/at-merge.ts';
import { holdOfBypass } from '../../../../src/core/gate/protection.ts';
import type { Hold } from '../../../../src/core/reasons.ts';
import type { CheckFacts, MergeState, RulesFacts } from '../../../../src/core/snapshot.ts';
import { aCheck } from '../../../builders/checks.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';

const judged = { pullRequest: 11, headSha, baseSha: tip };
const unchanged: AtMergeFacts = {
  headSha,
  baseSha: tip,
  mergeState: 'CLEAN',
  reviewDecision: 'APPROVED',
  viewerCanMergeAsAdmin: false,
};

const states: Readonly<Record<MergeState, Hold | null>> = {
  CLEAN: null,
  HAS_HOOKS: null,
  UNSTABLE: null,
  UNKNOWN: { code: 'merge_state_unknown', detail: '#11' },
  BEHIND: { code: 'behind', detail: '#11' },
  DIRTY: { code: 'merge_conflict', detail: '#11' },
  DRAFT: { code: 'draft', detail: '#11' },
  BLOCKED: { code: 'merge_blocked', detail: '#11 is BLOCKED' },
};

interface Row {
  readonly behaviour: string;
  readonly change: Partial<AtMergeFacts>;
  readonly hold: Hold | null;
}

const moved = aSha('another');
const admin: Hold = { code: 'bypass_possible', detail: 'it can merge as an admin' };

const rows: readonly Row[] = [
  { behaviour: 'nobody reviewed it', change: { reviewDecision: null }, hold: null },
  {
    behaviour: 'a review is asked for, which the gate has judged',
    change: { reviewDecision: 'REVIEW_REQUIRED' },
    hold: null,
  },
  {
    behaviour: 'the head moved',
    change: { headSha: moved },
    hold: { code: 'head_not_accepted', detail: `it moved to ${moved}` },
  },
  {
    behaviour: 'the base moved',
    change: { baseSha: moved },
    hold: { code: 'base_raced', detail: `it moved to ${moved} while this was judged` },
  },
  {
    behaviour: 'the base is gone',
    change: { baseSha: null },
    hold: { code: 'base_raced', detail: 'it moved to nothing while this was judged' },
  },
  {
    behaviour: 'a person requested changes',
    change: { reviewDecision: 'CHANGES_REQUESTED' },
    hold: { code: 'change_requested', detail: '#11, a moment ago' },
  },
  { behaviour: 'our token became an admin’s', change: { viewerCanMergeAsAdmin: true }, hold: admin },
  {
    behaviour: 'our token became an admin’s, whom GitHub shows no rule in the way',
    change: { viewerCanMergeAsAdmin: true, mergeState: 'BLOCKED' },
    hold: admin,
  },
];

describe('a merge right before it is asked for', () => {
  it.each(Object.entries(states))('is judged by GitHub’s own word: %s', (state, hold) => {
    expect(judgeAtMerge(judged, { ...unchanged, mergeState: state as MergeState })).toEqual(hold);
  });

  it.each(rows)('is judged anew where $behaviour', ({ change, hold }) => {
    expect(judgeAtMerge(judged, { ...unchanged, ...change })).toEqual(hold);
  });
});

interface UnstableRow {
  readonly behaviour: string;
  readonly checks: readonly CheckFacts[];
  readonly isHeld: boolean;
}

const coverage = { name: 'coverage' };

const unstable: readonly UnstableRow[] = [
  {
    behaviour: 'goes on where all of them are green by now',
    checks: [aCheck(), aCheck('success', coverage)],
    isHeld: false,
  },
  {
    behaviour: 'goes on over one that the team ignores by name',
    checks: [aCheck(), aCheck('failure', coverage)],
    isHeld: false,
  },
  {
    behaviour: 'holds for one that nobody ignores',
    checks: [aCheck(), aCheck('failure', { name: 'lint' })],
    isHeld: true,
  },
  {
    behaviour: 'holds for one that is under way',
    checks: [aCheck(), aCheck('pending', { name: 'lint' })],
    isHeld: true,
  },
  { behaviour: 'holds where there is none but what is ignored', checks: [aCheck('failure', coverage)], isHeld: true },
  { behaviour: 'holds where none can be read', checks: [], isHeld: true },
];

describe('a head that GitHub calls unstable', () => {
  it.each(unstable)('$behaviour', ({ checks, isHeld }) => {
    const policy = { ...aPolicy().checks, ignore: ['coverage'] };
    expect(judgeUnstable(judged, checks, policy)).toEqual(isHeld ? { code: 'merge_unstable', detail: '#11' } : null);
  });
});

type BypassRow = readonly [RulesFacts['bypass'], 'refuse' | 'accept', string | null];

const bypass: readonly BypassRow[] = [
  ['never', 'refuse', null],
  ['never', 'accept', null],
  ['unknown', 'refuse', 'it cannot be told'],
  ['unknown', 'accept', null],
  ['possible', 'refuse', 'a ruleset names it'],
  ['possible', 'accept', 'a ruleset names it'],
];

describe('what our token could pass over', () => {
  it.each(bypass)('%s, where the team would %s an unprotected base: %s', (answer, unprotected, detail) => {
    const policy = aPolicy({ base: { start: 'proven', unprotected, revert: false } });
    expect(holdOfBypass(answer, policy)).toEqual(detail === null ? null : { code: 'bypass_possible', detail });
  });
});

const refusals: readonly (readonly [MergeRefusal, Hold])[] = [
  [{ kind: 'head_moved' }, { code: 'head_not_accepted', detail: 'it moved while it was merged' }],
  [
    { kind: 'not_mergeable', message: 'A rule says no' },
    { code: 'merge_blocked', detail: 'A rule says no' },
  ],
  [
    { kind: 'refused', message: 'The queue is full' },
    { code: 'merge_blocked', detail: 'The queue is full' },
  ],
  [
    { kind: 'unanswered', message: 'socket hang up' },
    { code: 'merge_state_unknown', detail: 'socket hang up' },
  ],
];

describe('a merge that GitHub does not take on', () => {
  it.each(refusals)('is held: $kind', (refusal, hold) => {
    expect(holdOfRefusal(refusal)).toEqual(hold);
  });
});

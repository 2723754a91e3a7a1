import { describe, expect, it } from 'vitest';
import type { PullRequestFacts, ReviewFacts, RulesFacts } from '../../../../src/core/snapshot.ts';
import { aReviewBy, expectGate, type GateRow } from '../../../builders/gate.ts';
import { aHead, approved, aVerdict, minute, noon } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row, type Scene } from '../../../builders/scene.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';

const plan = { run: 100, attempt: 1, holder: 'plan', canDispatch: true, canApprove: true };
const story = ourStory({ agentStatus: 'reported_done' });
const person = { mode: 'approve', method: 'merge', exceptions: [] } as const;

function byActions(change: Partial<ReviewFacts> = {}): ReviewFacts {
  return aReviewBy('github-actions', { isPerson: false, canWrite: false, ...change });
}

/** A reviewed pull request that lacks approvals, where the team lets the verdict be one. */
function asked(
  reviews: readonly ReviewFacts[] = [],
  change: Partial<PullRequestFacts> = {},
  rules: Partial<RulesFacts> = {},
): Scene & { readonly pullRequest: PullRequestFacts } {
  return {
    story,
    memory: approved(),
    pullRequest: aPullRequest({ reviewDecision: 'REVIEW_REQUIRED', reviews, ...change }),
    world: { rules: someRules({ requiredApprovals: 1, ...rules }), pass: plan },
    policy: { approve: 'actions' },
  };
}

const refused = { headSha, detail: 'not permitted', notBefore: noon + minute };
const dismissed = byActions({ state: 'DISMISSED' });

const holds: readonly GateRow[] = [
  {
    behaviour: 'waits for people where the team wants them to approve',
    ...asked(),
    policy: { approve: 'human' },
    code: 'awaiting_approval',
    seen: '#11: the rules ask for an approval.',
  },
  {
    behaviour: 'waits for the approval that is ours to give',
    ...asked(),
    code: 'awaiting_approval',
    seen: '#11: the rules ask for an approval.',
  },
  { behaviour: 'merges what GitHub counts', ...asked([byActions()], { reviewDecision: 'APPROVED' }), code: null },
  {
    behaviour: 'holds where GitHub shows the approval and does not count it',
    ...asked([byActions()]),
    code: 'approval_refused',
    seen: '#11: GitHub shows it, and does not count it',
  },
  {
    behaviour: 'waits for code owners beside the approval',
    ...asked([byActions()], {}, { requiresCodeOwners: true }),
    code: 'awaiting_approval',
    seen: 'the verdict is one, and the rules ask for an approval, a code owner’s for every file that has one.',
  },
  {
    behaviour: 'waits for a second approval beside it',
    ...asked([byActions()], {}, { requiredApprovals: 2 }),
    code: 'awaiting_approval',
    seen: 'the verdict is one, and the rules ask for 2 approvals.',
  },
  {
    behaviour: 'holds where GitHub Actions opened it',
    ...asked([], { author: 'github-actions' }),
    code: 'approval_refused',
    seen: 'GitHub Actions opened it, and nobody approves their own',
  },
  {
    behaviour: 'holds where the job was given no token for it',
    ...asked(),
    world: { rules: someRules({ requiredApprovals: 1 }) },
    code: 'approval_refused',
    seen: 'no `approval-token`',
  },
  {
    behaviour: 'says why GitHub would not take it',
    ...asked(),
    memory: approved({ unapproved: refused }),
    code: 'approval_refused',
    seen: '#11: not permitted',
  },
  {
    behaviour: 'holds where somebody took the approval of this head back',
    ...asked([dismissed]),
    code: 'awaiting_approval',
    seen: 'somebody dismissed the approval that stood for the verdict',
  },
  {
    behaviour: 'holds where it was taken back at the moment of the verdict',
    ...asked([byActions({ state: 'DISMISSED', submittedAt: noon - 10 * minute })]),
    code: 'awaiting_approval',
    seen: 'somebody dismissed',
  },
  {
    behaviour: 'still asks the person whom the mode asks for, though GitHub counts it',
    ...asked([byActions()], { reviewDecision: 'APPROVED' }),
    policy: { approve: 'actions', merge: person },
    code: 'awaiting_approval',
    seen: '#11, by `merge.mode`',
  },
];

describe('the gate, of approvals that the verdict can be', () => {
  it.each(holds)('$behaviour', expectGate);
});

const steps: readonly Row[] = [
  { behaviour: 'approves what lacks nothing else', ...asked(), expected: 'approve' },
  {
    behaviour: 'approves where GitHub asks and the rules cannot be seen',
    ...asked([], {}, { requiredApprovals: 0 }),
    expected: 'approve',
  },
  {
    behaviour: 'approves nothing that GitHub counts already',
    ...asked([byActions()], { reviewDecision: 'APPROVED' }),
    expected: 'merge',
  },
  {
    behaviour: 'approves nothing that needs no approval',
    ...asked([], { reviewDecision: null }, { requiredApprovals: 0 }),
    expected: 'merge',
  },
  {
    behaviour: 'approves nothing that a person approved already',
    ...asked([aReviewBy('ada')], { reviewDecision: 'APPROVED' }),
    expected: 'merge',
  },
  { behaviour: 'does not approve twice', ...asked([byActions()]), expected: 'hold approval_refused' },
  {
    behaviour: 'approves anew what was pushed after the approval',
    ...asked([byActions({ commit: aSha('before') })]),
    expected: 'approve',
  },
  {
    behaviour: 'approves anew where the approval only followed a force-push',
    ...asked([byActions({ submittedAt: noon - 30 * minute - 1 })]),
    expected: 'approve',
  },
  {
    behaviour: 'takes an approval at the very moment of the push for one of it',
    ...asked([byActions({ submittedAt: noon - 30 * minute })]),
    expected: 'hold approval_refused',
  },
  {
    behaviour: 'approves anew where stale approvals are dismissed and GitHub has not come to it yet',
    ...asked(
      [byActions({ commit: aSha('before') })],
      { reviewDecision: 'APPROVED' },
      { dismissesStaleApprovals: true },
    ),
    expected: 'approve',
  },
  {
    behaviour: 'gives what was dismissed again for a newer verdict',
    ...asked([byActions({ state: 'DISMISSED', submittedAt: noon - 10 * minute - 1 })]),
    expected: 'approve',
  },
  {
    behaviour: 'is not kept from it by what an App, or a person of that name, said',
    ...asked([aReviewBy('a-bot', { isPerson: false }), aReviewBy('github-actions', { canWrite: false })]),
    expected: 'approve',
  },
  {
    behaviour: 'asks again when GitHub may have been set otherwise',
    ...asked(),
    memory: approved({ unapproved: { ...refused, notBefore: noon } }),
    expected: 'approve',
  },
  {
    behaviour: 'asks again for another head',
    ...asked(),
    memory: approved({ unapproved: { ...refused, headSha: aSha('before') } }),
    expected: 'approve',
  },
  {
    behaviour: 'approves one of two, and leaves the other to a person',
    ...asked([], {}, { requiredApprovals: 2 }),
    expected: 'approve',
  },
  {
    behaviour: 'approves beside code owners',
    ...asked([], {}, { requiresCodeOwners: true }),
    expected: 'approve',
  },
  {
    behaviour: 'waits for the person whom the mode asks for before it approves',
    ...asked(),
    policy: { approve: 'actions', merge: person },
    expected: 'hold awaiting_approval',
  },
  {
    behaviour: 'approves beside that person',
    ...asked([aReviewBy('ada')], {}, { requiredApprovals: 2 }),
    policy: { approve: 'actions', merge: person },
    expected: 'approve',
  },
  {
    behaviour: 'approves nothing that is left to a person',
    ...asked(),
    policy: { approve: 'actions', merge: { ...person, mode: 'never' } },
    expected: 'hold merge_by_hand',
  },
  {
    behaviour: 'approves nothing that somebody objects to',
    ...asked([aReviewBy('ada', { state: 'CHANGES_REQUESTED' })]),
    expected: 'hold change_requested',
  },
  {
    behaviour: 'says what else is in the way, not that an approval is missing',
    ...asked([], { unresolvedConversations: 1 }, { requiresConversationResolution: true }),
    expected: 'hold conversations_open',
  },
  {
    behaviour: 'brings it up to date first where the rules are strict',
    ...asked([], { mergeState: 'BEHIND' }, { strict: true }),
    expected: 'update_branch',
  },
  {
    behaviour: 'approves what an update made: the diff is the one of the verdict',
    ...asked([byActions({ commit: aSha('before') })]),
    memory: approved({ head: aHead({ by: 'update' }) }),
    expected: 'approve',
  },
  {
    behaviour: 'approves nothing that GitHub did not merge a moment ago',
    ...asked(),
    memory: approved({ unmerged: { headSha, detail: 'no', times: 1, notBefore: noon + minute } }),
    expected: 'hold merge_again',
  },
  {
    behaviour: 'approves nothing of another diff',
    ...asked(),
    memory: approved({ verdict: aVerdict({ patchId: 'patch-9' }) }),
    expected: 'want review',
  },
];

describe('a verdict as an approval', () => {
  it.each(steps)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('names the head that was judged, and the verdict', () => {
    const decision = { kind: 'approve', pullRequest: 11, headSha, verdict: aVerdict() };
    expect(askScene(asked())).toMatchObject({ kind: 'act', decision });
  });
});

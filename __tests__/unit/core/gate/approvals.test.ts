import { describe, it } from 'vitest';
import type { PullRequestFacts, ReviewFacts, RulesFacts } from '../../../../src/core/snapshot.ts';
import { aReviewBy, expectGate, type GateRow } from '../../../builders/gate.ts';
import { aHead, approved, minute, noon } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import type { Scene } from '../../../builders/scene.ts';
import { aSha } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';

const asking: Pick<Scene, 'policy'> = { policy: { merge: { mode: 'approve', method: 'merge', exceptions: [] } } };

function reviewed(...reviews: readonly ReviewFacts[]): Pick<Scene, 'pullRequest'> {
  return { pullRequest: aPullRequest({ reviews }) };
}

function ruled(
  change: Partial<RulesFacts>,
  reviewDecision: PullRequestFacts['reviewDecision'],
  ...reviews: readonly ReviewFacts[]
): Scene {
  return { world: { rules: someRules(change) }, pullRequest: aPullRequest({ reviewDecision, reviews }) };
}

const objection = { state: 'CHANGES_REQUESTED' } as const;

const changeRequests: readonly GateRow[] = [
  {
    behaviour: 'holds where GitHub sums up that changes are requested',
    pullRequest: aPullRequest({ reviewDecision: 'CHANGES_REQUESTED' }),
    code: 'change_requested',
    seen: 'a person requested changes: #11. ',
  },
  {
    behaviour: 'holds for a person’s request though GitHub sums up nothing, since no rule asks',
    ...reviewed(aReviewBy('ada', objection)),
    code: 'change_requested',
    seen: '#11 by ada',
  },
  {
    behaviour: 'holds for a request that was made of an earlier head: nobody took it back',
    ...reviewed(aReviewBy('ada', { ...objection, commit: aSha('before') })),
    code: 'change_requested',
  },
  {
    behaviour: 'holds for one request beside an approval',
    ...reviewed(aReviewBy('ada'), aReviewBy('ben', objection)),
    code: 'change_requested',
    seen: 'by ben',
  },
  {
    behaviour: 'merges when the request was dismissed',
    ...reviewed(aReviewBy('ada', { state: 'DISMISSED' })),
    code: null,
  },
  {
    behaviour: 'merges over the request of somebody who may not write',
    ...reviewed(aReviewBy('mallory', { ...objection, canWrite: false })),
    code: null,
  },
  {
    behaviour: 'merges over the request of an App, where GitHub does not count it',
    ...reviewed(aReviewBy('a-linter', { ...objection, isPerson: false })),
    code: null,
  },
  {
    behaviour: 'holds for the request of somebody whose account is gone',
    ...reviewed(aReviewBy('', { ...objection, author: null })),
    code: 'change_requested',
    seen: 'by somebody',
  },
];

const rules: readonly GateRow[] = [
  {
    behaviour: 'holds while GitHub asks for a review, whatever we know of the rules',
    ...ruled({}, 'REVIEW_REQUIRED'),
    code: 'awaiting_approval',
    seen: 'the rules ask for an approval.',
  },
  {
    behaviour: 'holds while a rule asks for an approval and there is none',
    ...ruled({ requiredApprovals: 1 }, 'REVIEW_REQUIRED'),
    code: 'awaiting_approval',
    seen: 'the rules ask for an approval.',
  },
  {
    behaviour: 'holds where a rule asks for approvals and GitHub sums up nothing',
    ...ruled({ requiredApprovals: 2 }, null, aReviewBy('ada'), aReviewBy('ben')),
    code: 'awaiting_approval',
    seen: 'the rules ask for 2 approvals',
  },
  { behaviour: 'merges what GitHub sums up as approved', ...ruled({ requiredApprovals: 1 }, 'APPROVED'), code: null },
  {
    behaviour: 'says that code owners have to approve',
    ...ruled({ requiresCodeOwners: true }, 'REVIEW_REQUIRED', aReviewBy('ada')),
    code: 'awaiting_approval',
    seen: 'the rules ask for an approval, a code owner’s for every file that has one.',
  },
  {
    behaviour: 'merges where code owners are asked for, and GitHub asks for none of these files',
    ...ruled({ requiresCodeOwners: true }, null),
    code: null,
  },
  {
    behaviour: 'merges when the code owners approved',
    ...ruled({ requiredApprovals: 1, requiresCodeOwners: true }, 'APPROVED'),
    code: null,
  },
  {
    behaviour: 'says that somebody else than who pushed last has to approve',
    ...ruled({ requiredApprovals: 1, requiresLastPushApproval: true }, 'REVIEW_REQUIRED'),
    code: 'awaiting_approval',
    seen: 'one by somebody else than who pushed last',
  },
  {
    behaviour: 'holds where the last push has to be approved and only an earlier head was, whatever GitHub sums up',
    ...ruled(
      { requiredApprovals: 1, requiresLastPushApproval: true },
      'APPROVED',
      aReviewBy('ada', { commit: aSha('before') }),
    ),
    code: 'awaiting_approval',
    seen: '0 of 1 approvals are for what was pushed last',
  },
  {
    behaviour: 'merges where the last push was approved by one of two',
    ...ruled(
      { requiredApprovals: 2, requiresLastPushApproval: true },
      'APPROVED',
      aReviewBy('ada'),
      aReviewBy('ben', { commit: aSha('before') }),
    ),
    code: null,
  },
  {
    behaviour: 'asks for no approval of the last push where no rule asks for any',
    ...ruled({ requiresLastPushApproval: true }, null),
    code: null,
  },
  {
    behaviour: 'holds where stale approvals are dismissed and GitHub has not come to it yet',
    ...ruled(
      { requiredApprovals: 2, dismissesStaleApprovals: true },
      'APPROVED',
      aReviewBy('ada'),
      aReviewBy('ben', { commit: aSha('before') }),
    ),
    code: 'awaiting_approval',
    seen: '1 of 2 approvals are for what was pushed last',
  },
  {
    behaviour: 'holds where stale approvals are dismissed and a review only followed a force-push',
    ...ruled(
      { requiredApprovals: 1, dismissesStaleApprovals: true },
      'APPROVED',
      aReviewBy('ada', { submittedAt: noon - 31 * minute }),
    ),
    code: 'awaiting_approval',
  },
  {
    behaviour: 'merges where stale approvals are dismissed and these are not',
    ...ruled({ requiredApprovals: 1, dismissesStaleApprovals: true }, 'APPROVED', aReviewBy('ada')),
    code: null,
  },
  {
    behaviour: 'takes an approval by Actions for one where GitHub does',
    ...ruled(
      { requiredApprovals: 1, dismissesStaleApprovals: true },
      'APPROVED',
      aReviewBy('github-actions', { isPerson: false, canWrite: false }),
    ),
    code: null,
  },
  {
    behaviour: 'does not take the approval of somebody who may not write for a fresh one',
    ...ruled(
      { requiredApprovals: 1, dismissesStaleApprovals: true },
      'APPROVED',
      aReviewBy('mallory', { canWrite: false }),
    ),
    code: 'awaiting_approval',
  },
  {
    behaviour: 'merges where GitHub kept the approvals over an update that left the diff as it was',
    ...ruled(
      { requiredApprovals: 1, dismissesStaleApprovals: true },
      'APPROVED',
      aReviewBy('ada', { commit: aSha('before') }),
    ),
    memory: approved({ head: aHead({ by: 'update' }) }),
    code: null,
  },
];

const mode: readonly GateRow[] = [
  { behaviour: 'holds while nobody approved', ...asking, code: 'awaiting_approval', seen: '#11, by `merge.mode`' },
  {
    behaviour: 'merges what a person who may write approved, though GitHub sums up nothing',
    ...asking,
    ...reviewed(aReviewBy('ada')),
    code: null,
  },
  {
    behaviour: 'merges what was approved at the very moment it was accepted',
    ...asking,
    ...reviewed(aReviewBy('ada', { submittedAt: noon - 30 * minute })),
    code: null,
  },
  {
    behaviour: 'holds where what was approved is an earlier head, and says so',
    ...asking,
    ...reviewed(aReviewBy('ada', { commit: aSha('before') })),
    code: 'awaiting_approval',
    seen: 'what ada approved is not what was pushed last',
  },
  {
    behaviour: 'holds where the approval is older than the head: GitHub lets it follow a force-push',
    ...asking,
    ...reviewed(aReviewBy('ada', { submittedAt: noon - 30 * minute - 1 })),
    code: 'awaiting_approval',
    seen: 'what ada approved is not what was pushed last',
  },
  {
    behaviour: 'holds where GitHub sums up an approval that outlived its head',
    ...asking,
    pullRequest: aPullRequest({
      reviewDecision: 'APPROVED',
      reviews: [aReviewBy('ada', { commit: aSha('before') })],
    }),
    code: 'awaiting_approval',
  },
  {
    behaviour: 'holds where GitHub shows no commit with the approval',
    ...asking,
    ...reviewed(aReviewBy('ada', { commit: null })),
    code: 'awaiting_approval',
  },
  {
    behaviour: 'holds where its own author approved',
    ...asking,
    pullRequest: aPullRequest({ author: 'ada', reviews: [aReviewBy('ada')] }),
    code: 'awaiting_approval',
  },
  {
    behaviour: 'holds where only we approved: nobody approves themselves',
    ...asking,
    pullRequest: aPullRequest({ author: 'ada', reviews: [aReviewBy('orchestrate-app')] }),
    code: 'awaiting_approval',
    seen: '#11, by `merge.mode`.',
  },
  {
    behaviour: 'holds where only an App approved',
    ...asking,
    ...reviewed(aReviewBy('a-bot', { isPerson: false })),
    code: 'awaiting_approval',
  },
  {
    behaviour: 'holds where only somebody approved who may not write',
    ...asking,
    ...reviewed(aReviewBy('mallory', { canWrite: false })),
    code: 'awaiting_approval',
  },
  {
    behaviour: 'holds where the approval was dismissed',
    ...asking,
    ...reviewed(aReviewBy('ada', { state: 'DISMISSED' })),
    code: 'awaiting_approval',
    seen: '#11, by `merge.mode`.',
  },
  {
    behaviour: 'holds where a person approved and the rules ask for more',
    ...asking,
    ...ruled({ requiredApprovals: 2 }, 'REVIEW_REQUIRED', aReviewBy('ada')),
    code: 'awaiting_approval',
    seen: 'the rules ask for 2 approvals',
  },
  {
    behaviour: 'holds after an update until what it made is approved',
    ...asking,
    ...reviewed(aReviewBy('ada', { commit: aSha('before') })),
    memory: approved({ head: aHead({ by: 'update' }) }),
    code: 'awaiting_approval',
  },
];

const conversations: readonly GateRow[] = [
  {
    behaviour: 'holds while a conversation is open where the rules ask for resolution',
    pullRequest: aPullRequest({ unresolvedConversations: 2 }),
    world: { rules: someRules({ requiresConversationResolution: true }) },
    code: 'conversations_open',
    seen: '2 open',
  },
  {
    behaviour: 'merges when they are resolved',
    world: { rules: someRules({ requiresConversationResolution: true }) },
    code: null,
  },
  {
    behaviour: 'merges over open conversations where no rule asks',
    pullRequest: aPullRequest({ unresolvedConversations: 2 }),
    code: null,
  },
];

const tables: readonly (readonly [string, readonly GateRow[]])[] = [
  ['of change requests', changeRequests],
  ['of approvals that the rules ask for', rules],
  ['of approvals that the configuration asks for', mode],
  ['of conversations', conversations],
];

describe.each(tables)('the gate, %s', (_, rows) => {
  it.each(rows)('$behaviour', expectGate);
});

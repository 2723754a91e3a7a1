import { holdOfUpdate } from '../../../src/core/gate/update-answer.ts';
import type { pullRequestReasons } from '../../../src/core/reasons/pull-request.ts';
import { aFlight, aHead, aMemory, approved, aVerdict, opened } from '../ledger.ts';
import { aReview, settled } from '../outcome.ts';
import { aPolicy } from '../policy.ts';
import { aPullRequest } from '../pull-request.ts';
import { aSha } from '../sha.ts';
import { someRules } from '../snapshot.ts';
import { ourStory } from '../story.ts';
import type { ReasonScene } from './reason-scene.ts';

const story = ourStory({ agentStatus: 'reported_done' });
/** Reviewed and reported: only the gate is left. */
const ready = { from: 'snapshot', story, memory: approved() } as const;
const asksApproval = { rules: someRules({ requiredApprovals: 1 }) };
const unapproved = aPullRequest({ reviewDecision: 'REVIEW_REQUIRED' });

export const pullRequestScenes = {
  protected_paths: {
    from: 'snapshot',
    story: ourStory(),
    memory: aMemory({
      agreement: 'criteria-1.1',
      kept: { head: aHead(), protectedPaths: ['.github/workflows/ci.yml'] },
    }),
  },
  push_refused: {
    from: 'snapshot',
    story: ourStory(),
    flight: aFlight(),
    world: { outcome: settled() },
    answered: { refusal: 'GH013: Repository rule violations found' },
  },
  draft: { ...ready, pullRequest: aPullRequest({ isDraft: true }) },
  fork: { ...ready, pullRequest: aPullRequest({ isFork: true }) },
  base_changed: { ...ready, pullRequest: aPullRequest({ baseRef: 'next' }) },
  head_not_accepted: { ...ready, pullRequest: aPullRequest({ headSha: aSha('pushed') }) },
  merge_conflict: { ...ready, from: 'gate', pullRequest: aPullRequest({ mergeState: 'DIRTY' }) },
  behind: {
    ...ready,
    world: { rules: someRules({ strict: true, requiredApprovals: 1 }) },
    pullRequest: aPullRequest({ mergeState: 'BEHIND', reviewDecision: 'REVIEW_REQUIRED' }),
  },
  update_refused: {
    from: 'answer',
    hold: () => holdOfUpdate(11, { kind: 'refused', message: 'merge conflict between base and head' }),
  },
  deliverables_missing: {
    from: 'gate',
    story,
    memory: approved({ head: aHead({ missingDeliverables: ['docs/width.md'] }) }),
    pullRequest: aPullRequest(),
  },
  verdict_missing: { from: 'gate', story, memory: opened(), pullRequest: aPullRequest() },
  criteria_need_person: {
    ...ready,
    memory: approved({ verdict: aVerdict({ review: aReview({ acs_verified: [], acs_human: ['AC-1'] }) }) }),
    pullRequest: aPullRequest(),
  },
  awaiting_approval: { ...ready, world: asksApproval, pullRequest: unapproved },
  approval_refused: {
    ...ready,
    policy: aPolicy({ approve: 'actions' }),
    world: asksApproval,
    pullRequest: unapproved,
  },
  change_requested: { ...ready, pullRequest: aPullRequest({ reviewDecision: 'CHANGES_REQUESTED' }) },
  conversations_open: {
    ...ready,
    world: { rules: someRules({ requiresConversationResolution: true }) },
    pullRequest: aPullRequest({ unresolvedConversations: 2 }),
  },
} as const satisfies Record<keyof typeof pullRequestReasons, ReasonScene>;

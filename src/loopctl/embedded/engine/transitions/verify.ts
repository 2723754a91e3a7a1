import { answer, refuse, refuseOwnWork, wrongStatus } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory } from '../db.ts';
import { record } from '../feed.ts';
import { objectOrEmpty, textOrNull } from '../field.ts';
import { identifier } from '../identifier.ts';
import { presentTransition } from '../present-story.ts';
import type { StoryRow, VerificationRow } from '../rows.ts';

/** The orchestrator's word that a reviewed story holds. Whatever `result` says, the story is verified by it. */
export function verify(db: Db, story: StoryRow, call: Call): Reply {
  const refusal = refuseWithoutAgent(db, call) ?? refuseByStatus(db, story) ?? refuseSelf(db, story, call);
  if (refusal !== null) {
    return refusal;
  }
  if (!hasReview(story)) {
    const hint = 'Run the review pipeline and call POST /stories/:id/review-complete before attempting to verify.';
    const law = 'The review must be completed AFTER the story was reported done.';
    return refuse(db, 422, `No review record found for this story. ${hint} ${law}`);
  }
  const next = verified(db, story, call);
  const told = tellVerified(putStory(db, next), story, call);
  return answer(told, 202, {
    status: 'verification_pending',
    run_id: identifier('run', story.id, next.verifications.length),
    story: presentTransition(next),
    next_action: {
      description: `Poll GET /api/v1/stories/${story.id}/verifications for results`,
      learn_more: 'https://loopctl.com/wiki/verification-runs',
    },
  });
}

/** Verifying and rejecting need a key with an agent. */
export function refuseWithoutAgent(db: Db, call: Call): Reply | null {
  const remedy = 'Create an agent with agent_type: orchestrator first, then create an API key with agent_id set.';
  return call.actor.agentId === null
    ? refuse(db, 400, `Orchestrator API key must be linked to a registered agent. ${remedy}`)
    : null;
}

/** Nobody judges their own work, whether they verify or reject it. */
export function refuseSelf(db: Db, story: StoryRow, call: Call): Reply | null {
  return story.assigned_agent_id === call.actor.agentId ? refuseOwnWork(db, 'verify') : null;
}

/** Whether a review was completed after the story was last reported done. */
export function hasReview(story: StoryRow): boolean {
  return story.reviews.some((review) => review.completed_at >= (story.reported_done_at ?? ''));
}

/** The story as verified now, with its result. */
export function verified(db: Db, story: StoryRow, call: Call): StoryRow {
  const { body, actor } = call;
  return {
    ...story,
    verified_status: 'verified',
    verified_at: db.clock,
    rejected_at: null,
    rejection_reason: null,
    updated_at: db.clock,
    verifications: [
      ...story.verifications,
      newVerification(db, story, {
        orchestrator_agent_id: actor.agentId,
        result: body['result'] === 'partial' ? 'partial' : 'pass',
        summary: textOrNull(body['summary']),
        findings: objectOrEmpty(body['findings']),
        review_type: textOrNull(body['review_type']),
      }),
    ],
  };
}

/** Tells the feed that the story was verified. */
export function tellVerified(db: Db, story: StoryRow, call: Call): Db {
  return record(db, call.actor, {
    entityType: 'story',
    entityId: story.id,
    action: 'verified',
    before: { verified_status: story.verified_status },
    after: { orchestrator_agent_id: call.actor.agentId, verified_status: 'verified' },
  });
}

type Result = Pick<VerificationRow, 'orchestrator_agent_id' | 'result' | 'summary' | 'findings' | 'review_type'>;

/** One more result of the story; iterations count passes and fails alike. */
export function newVerification(db: Db, story: StoryRow, result: Result): VerificationRow {
  const iteration = story.verifications.length + 1;
  return {
    id: identifier('verification', story.id, iteration),
    tenant_id: db.tenant.id,
    story_id: story.id,
    ...result,
    iteration,
    inserted_at: db.clock,
    updated_at: db.clock,
  };
}

function refuseByStatus(db: Db, story: StoryRow): Reply | null {
  if (story.agent_status !== 'reported_done') {
    const hint = "Story must be in 'reported_done' agent_status before it can be verified";
    return wrongStatus(db, story, 'verify', hint);
  }
  return story.verified_status === 'verified' ? wrongStatus(db, story, 'verify', 'Story is already verified') : null;
}

import { answer, invalid, refuse, wrongStatus } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory, tick } from '../db.ts';
import { record, recordSystem } from '../feed.ts';
import { objectOrEmpty, optionalObject, problemsOf, requiredText, textOrNull } from '../field.ts';
import { presentTransition } from '../present-story.ts';
import type { StoryRow } from '../rows.ts';
import { newVerification, refuseSelf, refuseWithoutAgent } from './verify.ts';

/** The story does not hold, for a reason; unless the tenant has it otherwise, it goes back to pending. */
export function reject(db: Db, story: StoryRow, call: Call): Reply {
  const refusal =
    refuseWithoutAgent(db, call) ??
    (requiredText(call.body['reason']) === null ? null : refuse(db, 422, 'reason is required and cannot be blank')) ??
    invalid(db, problemsOf({ findings: optionalObject(call.body['findings']) })) ??
    refuseByStatus(db, story) ??
    refuseSelf(db, story, call);
  if (refusal !== null) {
    return refusal;
  }
  const rejected = storeRejection(db, story, call);
  return answer(rejected.db, 200, { story: presentTransition(rejected.story) });
}

/** Stores a rejection, resets the story where the tenant wants it, and tells of both. */
export function storeRejection(db: Db, story: StoryRow, call: Call): { readonly db: Db; readonly story: StoryRow } {
  const rejected = withRejection(db, story, call);
  const told = record(putStory(db, rejected), call.actor, {
    entityType: 'story',
    entityId: story.id,
    action: 'rejected',
    before: { verified_status: story.verified_status },
    after: { orchestrator_agent_id: call.actor.agentId, verified_status: 'rejected' },
  });
  if (db.tenant.settings['auto_reset_on_rejection'] === false) {
    return { db: told, story: rejected };
  }
  const later = tick(told);
  const reset: StoryRow = {
    ...rejected,
    agent_status: 'pending',
    assigned_agent_id: null,
    assigned_at: null,
    reported_done_at: null,
    updated_at: later.clock,
  };
  const toldReset = recordSystem(putStory(later, reset), 'auto_reset', {
    entityType: 'story',
    entityId: story.id,
    action: 'auto_reset',
    before: { agent_status: story.agent_status, assigned_agent_id: story.assigned_agent_id },
    after: { agent_status: 'pending', assigned_agent_id: null },
  });
  return { db: toldReset, story: reset };
}

function withRejection(db: Db, story: StoryRow, call: Call): StoryRow {
  const reason = String(call.body['reason']);
  const result = newVerification(db, story, {
    orchestrator_agent_id: call.actor.agentId,
    result: 'fail',
    summary: reason,
    findings: objectOrEmpty(call.body['findings']),
    review_type: textOrNull(call.body['review_type']),
  });
  return {
    ...story,
    verified_status: 'rejected',
    rejected_at: db.clock,
    rejection_reason: reason,
    updated_at: db.clock,
    verifications: [...story.verifications, result],
  };
}

function refuseByStatus(db: Db, story: StoryRow): Reply | null {
  if (story.agent_status === 'reported_done' || story.verified_status === 'verified') {
    return null;
  }
  const hint =
    "Story must be 'reported_done' or 'verified' before it can be rejected. Did the agent report done first?";
  return wrongStatus(db, story, 'reject', hint);
}

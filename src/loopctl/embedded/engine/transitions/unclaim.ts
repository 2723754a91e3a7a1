import { answer, conflict, forbidden } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory } from '../db.ts';
import { record } from '../feed.ts';
import { presentTransition } from '../present-story.ts';
import type { StoryRow } from '../rows.ts';
import { changeStatus, moved } from './on-story.ts';
import { refuseWithoutAgent } from './verify.ts';

/** The agent gives its story back; a contracted one is nobody's yet and cannot be given back. */
export function unclaim(db: Db, story: StoryRow, call: Call): Reply {
  if (story.agent_status === 'pending') {
    return conflict(db);
  }
  if (story.assigned_agent_id === null || story.assigned_agent_id !== call.actor.agentId) {
    return forbidden(db);
  }
  const next = released(db, story);
  const told = changeStatus(db, { from: story, to: next }, call);
  const terms = { story_title: story.title, ac_count: story.acceptance_criteria?.length ?? 0 };
  const preconditions = ['Story must be in pending status'];
  return moved(told, next, [{ action: 'contract', call: 'contract', preconditions, requiredBody: terms }]);
}

/** The orchestrator takes a story back from whoever has it; once is enough, more change nothing. */
export function forceUnclaim(db: Db, story: StoryRow, call: Call): Reply {
  const refusal = refuseWithoutAgent(db, call);
  if (refusal !== null) {
    return refusal;
  }
  if (story.agent_status === 'pending' && story.assigned_agent_id === null) {
    return answer(db, 200, { story: presentTransition(story) });
  }
  const next = released(db, story);
  const told = record(putStory(db, next), call.actor, {
    entityType: 'story',
    entityId: story.id,
    action: 'force_unclaimed',
    before: { agent_status: story.agent_status, assigned_agent_id: story.assigned_agent_id },
    after: { agent_status: next.agent_status, orchestrator_agent_id: call.actor.agentId },
  });
  return answer(told, 200, { story: presentTransition(next) });
}

function released(db: Db, story: StoryRow): StoryRow {
  return {
    ...story,
    agent_status: 'pending',
    assigned_agent_id: null,
    reported_by_agent_id: null,
    assigned_at: null,
    reported_done_at: null,
    updated_at: db.clock,
  };
}

import { forbidden, refuse, wrongStatus } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import type { StoryRow } from '../rows.ts';
import { mustContractFirst } from './claim.ts';
import { changeStatus, moved, nextActions } from './on-story.ts';

/** The agent that claimed the story begins. */
export function start(db: Db, story: StoryRow, call: Call): Reply {
  if (story.agent_status === 'pending') {
    return mustContractFirst(db);
  }
  if (story.agent_status === 'contracted') {
    return refuse(db, 409, 'Story must be claimed before starting. Call POST /stories/:id/claim first.');
  }
  if (story.agent_status !== 'assigned') {
    return wrongStatus(db, story, 'start');
  }
  if (story.assigned_agent_id !== call.actor.agentId) {
    return forbidden(db);
  }
  const next: StoryRow = { ...story, agent_status: 'implementing', updated_at: db.clock };
  const told = changeStatus(db, { from: story, to: next }, call);
  return moved(told, next, [nextActions.requestReview]);
}

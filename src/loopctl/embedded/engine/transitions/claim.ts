import { conflict, forbidden, refuse, wrongStatus } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { blockerFinder } from '../graph.ts';
import type { StoryRow } from '../rows.ts';
import { changeStatus, moved, nextActions } from './on-story.ts';

/** A contracted story becomes the agent's own, unless something blocks it. */
export function claim(db: Db, story: StoryRow, call: Call): Reply {
  if (story.agent_status === 'pending') {
    return mustContractFirst(db);
  }
  if (story.agent_status !== 'contracted') {
    return wrongStatus(db, story, 'claim');
  }
  if (call.actor.agentId === null) {
    return forbidden(db);
  }
  if (blockerFinder(db)(story).length > 0) {
    return conflict(db);
  }
  const next = claimed(db, story, call);
  return moved(storeClaim(db, story, next, call), next, [nextActions.start]);
}

/** The refusal of any step before the handshake. */
export function mustContractFirst(db: Db): Reply {
  return refuse(db, 409, 'Story must be contracted before claiming. Call POST /stories/:id/contract first.');
}

/** The story as the claiming agent's. */
export function claimed(db: Db, story: StoryRow, call: Call): StoryRow {
  const { agentId } = call.actor;
  const { clock } = db;
  return { ...story, agent_status: 'assigned', assigned_agent_id: agentId, assigned_at: clock, updated_at: clock };
}

/** Stores a claim and tells of it. */
export function storeClaim(db: Db, story: StoryRow, next: StoryRow, call: Call): Db {
  const { agentId } = call.actor;
  return changeStatus(db, { from: story, to: next, told: { assigned_agent_id: agentId } }, call);
}

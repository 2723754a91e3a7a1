import { refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, findStory } from '../db.ts';

/** Tells an agent without harm whether a story is assigned to it: 422 when it is (no key to sign with), 404 when not. */
export function recoverCap(db: Db, call: Call): Reply {
  const story = findStory(db, call.id);
  const isOurs = story !== undefined && call.actor.agentId !== null && story.assigned_agent_id === call.actor.agentId;
  return isOurs
    ? refuse(db, 422, 'Cannot mint cap: {:key_unavailable, :not_found}')
    : refuse(db, 404, 'Story not found or not assigned to you');
}

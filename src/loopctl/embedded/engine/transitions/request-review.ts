import { forbidden, wrongStatus } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory } from '../db.ts';
import { verifierFor } from '../handlers/dispatches.ts';
import type { StoryRow } from '../rows.ts';
import { moved, nextActions } from './on-story.ts';

/** The implementer asks for a review; the status stays, and the answer shows the story as it was before. */
export function requestReview(db: Db, story: StoryRow, call: Call): Reply {
  if (story.agent_status !== 'implementing') {
    return wrongStatus(db, story, 'request_review');
  }
  if (story.assigned_agent_id !== call.actor.agentId) {
    return forbidden(db);
  }
  const verifier = story.verifier_dispatch_id ?? verifierFor(db, story.assigned_agent_id);
  const isAsked = story.verifier_needed || story.verifier_dispatch_id !== null;
  const asked = { verifier_needed: verifier === null, verifier_dispatch_id: verifier, updated_at: db.clock };
  const next = isAsked ? story : { ...story, ...asked };
  return moved(putStory(db, next), story, [nextActions.requestReview]);
}

import { refuse, wrongStatus } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import type { StoryRow } from '../rows.ts';
import { changeStatus, moved, nextActions } from './on-story.ts';

/** The handshake: title and number of criteria as the story has them; an orchestrator's key is not asked. */
export function contract(db: Db, story: StoryRow, call: Call): Reply {
  const mismatch = call.actor.role === 'agent' ? checkTerms(db, story, call.body) : null;
  if (mismatch !== null) {
    return mismatch;
  }
  if (story.agent_status !== 'pending') {
    return wrongStatus(db, story, 'contract');
  }
  const next: StoryRow = { ...story, agent_status: 'contracted', updated_at: db.clock };
  const told = changeStatus(db, { from: story, to: next }, call);
  return moved(told, next, [nextActions.claim]);
}

function checkTerms(db: Db, story: StoryRow, body: Call['body']): Reply | null {
  const { story_title: title, ac_count: given } = body;
  const expected = story.acceptance_criteria?.length ?? 0;
  if (title !== story.title) {
    return refuse(db, 422, 'story_title does not match');
  }
  if (given === expected) {
    return null;
  }
  const message = `Contract mismatch: expected ac_count ${expected} but got ${String(given)}. Story has ${expected} acceptance criteria.`;
  return refuse(db, 422, message, { context: { expected_ac_count: expected, provided_ac_count: given ?? null } });
}

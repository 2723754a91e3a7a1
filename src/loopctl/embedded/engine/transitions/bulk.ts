import { answer, refuse } from '../answer.ts';
import type { Call, Handler, Reply } from '../call.ts';
import { type Db, findStory, putStory, tick } from '../db.ts';
import { record } from '../feed.ts';
import { isObject, requiredText } from '../field.ts';
import type { StoryRow } from '../rows.ts';
import { claimed, storeClaim } from './claim.ts';
import { storeRejection } from './reject.ts';
import { hasReview, refuseWithoutAgent, tellVerified, verified } from './verify.ts';

/** What one entry of a bulk call comes to: a new database, or the reason why not. */
type Item = (db: Db, story: StoryRow, call: Call) => Db | string;

interface Result {
  readonly story_id: string;
  readonly status: 'success' | 'error';
  readonly reason?: string;
}

/** Claims every story that is contracted; those that are not are reported one by one. */
export const bulkClaim: Handler = bulk('story_ids', (db, story, call) =>
  story.agent_status === 'contracted' && call.actor.agentId !== null
    ? storeClaim(db, story, claimed(db, story, call), call)
    : `Story is not in contracted status (current: ${story.agent_status})`,
);

/** Verifies reported stories; a review record is not asked for. */
export const bulkVerify: Handler = bulk('stories', (db, story, call) =>
  story.agent_status === 'reported_done'
    ? tellVerified(putStory(db, verified(db, story, call)), story, call)
    : `Story must be in reported_done status to verify (current: ${story.agent_status})`,
);

/** Rejects stories, each for its reason. */
export const bulkReject: Handler = bulk('stories', (db, story, call) => {
  if (requiredText(call.body['reason']) !== null) {
    return 'reason is required and cannot be blank';
  }
  return story.agent_status === 'reported_done' || story.verified_status === 'verified'
    ? storeRejection(db, story, call).db
    : `Story must be in reported_done or verified status to reject (current: ${story.agent_status})`;
});

/** Records work as done and verified from whatever status it is in. */
export const markComplete: Handler = bulk('stories', (db, story, call) => {
  const next: StoryRow = {
    ...verified(db, story, call),
    agent_status: 'reported_done',
    reported_done_at: story.reported_done_at ?? db.clock,
  };
  return record(putStory(db, next), call.actor, {
    entityType: 'story',
    entityId: story.id,
    action: 'mark_complete',
    before: { agent_status: story.agent_status, verified_status: story.verified_status },
    after: {
      agent_status: next.agent_status,
      orchestrator_agent_id: call.actor.agentId,
      verified_status: next.verified_status,
    },
  });
});

/** Verifies every reported story of an epic that has a review record. */
export function verifyAll(db: Db, call: Call): Reply {
  const refusal = refuseWithoutAgent(db, call);
  if (refusal !== null) {
    return refusal;
  }
  const own = [...(db.epics.get(call.id)?.stories.values() ?? [])];
  const eligible = own.filter(
    (story) => story.agent_status === 'reported_done' && story.verified_status !== 'verified',
  );
  const reviewed = eligible.filter(hasReview);
  const stored = reviewed.reduce((before, story) => {
    const next = tick(before);
    return tellVerified(putStory(next, verified(next, story, call)), story, call);
  }, db);
  const errors = eligible
    .filter((story) => !hasReview(story))
    .map((story) => ({ story_id: story.id, reason: ':review_not_conducted' }));
  return answer(stored, 200, {
    verified_count: reviewed.length,
    skipped_count: errors.length,
    total_eligible: eligible.length,
    errors,
  });
}

function bulk(list: 'stories' | 'story_ids', item: Item): Handler {
  return (db, call) => {
    const entries = call.body[list];
    if (!Array.isArray(entries)) {
      return refuse(db, 422, `${list} is required and must be an array`);
    }
    if (entries.length === 0) {
      return refuse(db, 422, `${list} must not be empty`);
    }
    if (entries.length > 50) {
      return refuse(db, 422, 'Maximum batch size is 50 stories');
    }
    return (call.actor.role === 'agent' ? null : refuseWithoutAgent(db, call)) ?? runAll(db, call, entries, item);
  };
}

function runAll(db: Db, call: Call, entries: readonly unknown[], item: Item): Reply {
  const results: Result[] = [];
  let after = db;
  for (const entry of entries) {
    const body = isObject(entry) ? entry : { story_id: entry };
    const id = String(body['story_id']);
    const story = findStory(after, id);
    const outcome = story === undefined ? 'Story not found' : item(tick(after), story, { ...call, body });
    if (typeof outcome === 'string') {
      results.push({ story_id: id, status: 'error', reason: outcome });
    } else {
      after = outcome;
      results.push({ story_id: id, status: 'success' });
    }
  }
  results.sort((one, other) => (one.story_id < other.story_id ? -1 : 1));
  const status = results.some((result) => result.status === 'success') ? 200 : 422;
  return answer(after, status, { results });
}

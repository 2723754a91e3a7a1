import { answer, invalid, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory } from '../db.ts';
import {
  countOrZero,
  optionalCount,
  optionalText,
  type Problems,
  problemsOf,
  requiredText,
  textOrNull,
} from '../field.ts';
import { identifier } from '../identifier.ts';
import type { ReviewRow, StoryRow } from '../rows.ts';
import { parseTimestamp } from '../timestamp.ts';

type Body = Readonly<Record<string, unknown>>;

/** A review was done, and every finding of it is fixed or disproved; verification asks for such a record. */
export function reviewComplete(db: Db, story: StoryRow, call: Call): Reply {
  if (story.agent_status !== 'reported_done') {
    const hint = 'The agent must call POST /stories/:id/report first.';
    return refuse(db, 422, `Story must be in reported_done status before a review record can be created. ${hint}`);
  }
  if (call.actor.agentId !== null && call.actor.agentId === story.assigned_agent_id) {
    return refuse(db, 409, 'Cannot review your own implementation.');
  }
  const refusal = invalid(db, reviewProblems(call.body));
  if (refusal !== null) {
    return refusal;
  }
  const review = newReview(db, story, call);
  return answer(putStory(db, { ...story, reviews: [...story.reviews, review] }), 201, { review_record: review });
}

function newReview(db: Db, story: StoryRow, call: Call): ReviewRow {
  const { body } = call;
  return {
    id: identifier('review', story.id, story.reviews.length),
    tenant_id: db.tenant.id,
    story_id: story.id,
    reviewer_agent_id: call.actor.agentId,
    review_type: String(body['review_type']),
    findings_count: countOrZero(body['findings_count']),
    fixes_count: countOrZero(body['fixes_count']),
    disproved_count: countOrZero(body['disproved_count']),
    summary: textOrNull(body['summary']),
    completed_at: parseTimestamp(textOrNull(body['completed_at']) ?? '') ?? db.clock,
    inserted_at: db.clock,
    updated_at: db.clock,
  };
}

function reviewProblems(body: Body): Problems {
  const completedAt = body['completed_at'];
  const isMoment = typeof completedAt === 'string' && parseTimestamp(completedAt) !== null;
  return problemsOf({
    review_type: requiredText(body['review_type']),
    findings_count: optionalCount(body['findings_count']),
    fixes_count: optionalCount(body['fixes_count']) ?? unaccounted(body),
    disproved_count: optionalCount(body['disproved_count']),
    summary: optionalText(body['summary']),
    completed_at: completedAt === undefined || completedAt === null || isMoment ? null : ['is invalid'],
  });
}

function unaccounted(body: Body): readonly string[] | null {
  const [found, fixed, disproved] = ['findings_count', 'fixes_count', 'disproved_count'].map((name) =>
    countOrZero(body[name]),
  );
  const open = (found ?? 0) - (fixed ?? 0) - (disproved ?? 0);
  if (open <= 0) {
    return null;
  }
  const law = 'All findings must be either fixed or explicitly disproved.';
  return [
    `${found} findings confirmed but only ${fixed} fixed and ${disproved} disproved. ${law} ${open} findings unaccounted for.`,
  ];
}

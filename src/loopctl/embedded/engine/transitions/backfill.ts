import { answer, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory } from '../db.ts';
import { record } from '../feed.ts';
import { isObject, textOrNull } from '../field.ts';
import { presentTransition } from '../present-story.ts';
import type { StoryRow } from '../rows.ts';

interface Provenance {
  readonly reason: string;
  readonly evidence_url: string | null;
  readonly pr_number: number | null;
}

/** A pending story whose work was done outside the loop is recorded as verified, with where it was done. */
export function backfill(db: Db, story: StoryRow, call: Call): Reply {
  const refusal = refuseBody(db, call.body);
  if (refusal !== null) {
    return refusal;
  }
  const provenance = parseProvenance(call.body);
  return refuseOrRepeat(db, story, provenance) ?? accept(db, story, call, provenance);
}

function accept(db: Db, story: StoryRow, call: Call, provenance: Provenance): Reply {
  const next: StoryRow = {
    ...story,
    agent_status: 'reported_done',
    verified_status: 'verified',
    reported_done_at: db.clock,
    verified_at: db.clock,
    metadata: { ...story.metadata, backfill: { ...provenance, backfilled_at: db.clock } },
    updated_at: db.clock,
  };
  const told = record(putStory(db, next), call.actor, {
    entityType: 'story',
    entityId: story.id,
    action: 'backfilled',
    before: { agent_status: story.agent_status, verified_status: story.verified_status },
    after: {
      ...provenance,
      agent_status: next.agent_status,
      source: 'pre_loopctl',
      verified_status: next.verified_status,
    },
  });
  return answer(told, 200, { story: presentTransition(next) });
}

function refuseOrRepeat(db: Db, story: StoryRow, provenance: Provenance): Reply | null {
  if (story.verified_status === 'verified') {
    return isSame(story.metadata['backfill'], provenance)
      ? answer(db, 200, { story: presentTransition(story) })
      : refuse(
          db,
          422,
          'Story is already verified and the previous backfill metadata differs from this request. If this is a retry of a different backfill, nothing further is needed; otherwise investigate who verified the story and why.',
        );
  }
  if (story.verified_status === 'rejected') {
    return refuse(
      db,
      422,
      'Story is in `verified_status=:rejected`. Backfill refuses to overwrite a rejection. Investigate the rejection reason in the audit trail, and if the rejection was wrong, create a new story to track the corrected work.',
    );
  }
  if (story.agent_status !== 'pending' || story.assigned_agent_id !== null) {
    return refuse(
      db,
      422,
      'Story has loopctl dispatch lineage (non-pending agent_status, assigned_agent_id, implementer_dispatch_id, or verifier_dispatch_id is set). Backfill is only for work completed OUTSIDE the loopctl dispatch lifecycle. Use the normal report_story → review_complete → verify_story flow instead.',
    );
  }
  return null;
}

function refuseBody(db: Db, body: Call['body']): Reply | null {
  const { reason, evidence_url: url, pr_number: pr } = body;
  if (typeof reason !== 'string' || reason.trim() === '') {
    return refuse(
      db,
      422,
      "`reason` is required and cannot be blank. Describe why this story is being backfilled (e.g. 'completed before loopctl onboarding, see PR #232').",
    );
  }
  if (reason.length > 2000) {
    return refuse(db, 422, '`reason` must be at most 2000 characters.');
  }
  if (url !== undefined && url !== null && !isPlainUrl(url)) {
    return refuse(db, 422, '`evidence_url` must be an http(s):// URL without credentials in the userinfo segment.');
  }
  if (pr !== undefined && pr !== null && !/^[1-9]\d{0,8}$/.test(String(pr))) {
    return refuse(db, 422, '`pr_number` must be a positive integer or a numeric string.');
  }
  return null;
}

function parseProvenance(body: Call['body']): Provenance {
  const pr = body['pr_number'];
  return {
    reason: String(body['reason']),
    evidence_url: textOrNull(body['evidence_url']),
    pr_number: pr === undefined || pr === null ? null : Number(pr),
  };
}

function isSame(known: unknown, provenance: Provenance): boolean {
  return (
    isObject(known) &&
    known['reason'] === provenance.reason &&
    known['evidence_url'] === provenance.evidence_url &&
    known['pr_number'] === provenance.pr_number
  );
}

function isPlainUrl(url: unknown): boolean {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === '';
}

import { answer, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { rowsSince } from '../feed.ts';
import { count } from '../page.ts';
import { parseTimestamp } from '../timestamp.ts';

/** The feed after a moment, oldest first; `next_since` is null on the last page. */
export function listChanges(db: Db, call: Call): Reply {
  const { since, entity_type: entityType, action, project_id: projectId } = call.query;
  if (since === undefined) {
    return refuse(db, 400, "The 'since' parameter is required");
  }
  const after = parseTimestamp(since);
  if (after === null) {
    return refuse(db, 400, "Invalid timestamp format for 'since'. Expected ISO8601 (e.g., 2026-01-01T00:00:00Z)");
  }
  const rows = rowsSince(db.feed, after).filter(
    (row) =>
      (entityType === undefined || row.entity_type === entityType) &&
      (action === undefined || row.action === action) &&
      (projectId === undefined || row.project_id === projectId),
  );
  const limit = Math.min(count(call.query['limit'], 1000), 1000);
  const data = rows.slice(0, limit).map(({ seq, actor_id, old_state, ...shown }) => shown);
  const more = rows.length > limit;
  return answer(db, 200, { data, has_more: more, next_since: more ? (data.at(-1)?.inserted_at ?? null) : null });
}

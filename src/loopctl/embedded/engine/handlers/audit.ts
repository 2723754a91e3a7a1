import { answer } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { selectRows } from '../feed.ts';
import { page } from '../page.ts';

/** All that was done, newest first, with what was there before. */
export function listAudit(db: Db, call: Call): Reply {
  const { entity_type: entityType, entity_id: entityId, action } = call.query;
  const rows = selectRows(
    db.feed,
    (row) =>
      (entityType === undefined || row.entity_type === entityType) &&
      (entityId === undefined || row.entity_id === entityId) &&
      (action === undefined || row.action === action),
  );
  const { data, meta } = page(rows.toReversed(), call.query, { usual: 25, most: 100 });
  return answer(db, 200, {
    data: data.map(({ seq, ...shown }) => shown),
    pagination: { page: meta.page, page_size: meta.page_size, total: meta.total_count },
  });
}

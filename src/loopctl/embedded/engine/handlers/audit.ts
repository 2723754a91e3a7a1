import { answer } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { selectRows } from '../feed.ts';
import { fitsQuery } from '../fits-query.ts';
import { page } from '../page.ts';
import { parseTimestamp } from '../timestamp.ts';

const fields = ['entity_type', 'entity_id', 'action', 'actor_type', 'actor_id', 'project_id'];

/** All that was done, newest first, with what was there before. */
export function listAudit(db: Db, call: Call): Reply {
  const { from, to } = call.query;
  const [earliest, latest] = [parseTimestamp(from ?? ''), parseTimestamp(to ?? '')];
  const rows = selectRows(
    db.feed,
    (row) =>
      fitsQuery(row, call.query, fields) &&
      (earliest === null || row.inserted_at >= earliest) &&
      (latest === null || row.inserted_at <= latest),
  );
  const { data, meta } = page(rows.toReversed(), call.query, { usual: 25, most: 100 });
  return answer(db, 200, {
    data: data.map(({ seq, ...shown }) => shown),
    pagination: { page: meta.page, page_size: meta.page_size, total: meta.total_count },
  });
}

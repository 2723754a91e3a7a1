import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineRequest } from '../../src/loopctl/embedded/engine/call.ts';
import { type Db, storiesOf } from '../../src/loopctl/embedded/engine/db.ts';
import { selectRows } from '../../src/loopctl/embedded/engine/feed.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';
import type { FeedRow } from '../../src/loopctl/embedded/engine/rows.ts';
import { readDb } from '../../src/loopctl/embedded/files/read-files.ts';
import { filesOf } from '../../src/loopctl/embedded/files/write-files.ts';
import { anyRequests, freshKey, furnishedDb, now } from './loopctl-requests.ts';

const runs = { numRuns: 120 };

function play(requests: readonly EngineRequest[], after: (before: Db, db: Db, status: number) => void): Db {
  let db = furnishedDb();
  for (const request of requests) {
    const before = db;
    const reply = reduce(db, request, now);
    db = reply.db;
    after(before, db, reply.response.status);
  }
  return db;
}

test('whatever is asked is answered, and only what was done changes anything', () => {
  const seen = new Set<number>();
  fc.assert(
    fc.property(anyRequests, (requests) => {
      play(requests, (before, db, status) => {
        seen.add(status);
        expect([200, 201, 202, 204, 400, 403, 404, 409, 422]).toContain(status);
        if (status >= 400) {
          expect(db).toBe(before);
        }
      });
    }),
    runs,
  );
  expect([...seen]).toEqual(expect.arrayContaining([200, 201, 202, 403, 404, 409, 422]));
});

test('reading changes nothing', () => {
  fc.assert(
    fc.property(anyRequests, (requests) => {
      let db = furnishedDb();
      for (const request of requests) {
        const reply = reduce(db, request, now);
        if (request.method === 'GET') {
          expect(reply.db).toBe(db);
        }
        db = reply.db;
      }
    }),
    runs,
  );
});

test('the same requests give the same database, ids and times included', () => {
  fc.assert(
    fc.property(anyRequests, (requests) => {
      const ignore = (): void => undefined;
      expect(plain(play(requests, ignore))).toEqual(plain(play(requests, ignore)));
    }),
    { numRuns: 60 },
  );
});

test('time only goes forward, and the feed is numbered without gaps', () => {
  fc.assert(
    fc.property(anyRequests, (requests) => {
      const db = play(requests, (before, after) => {
        expect(after.clock >= before.clock).toBe(true);
      });
      const rows = selectRows(db.feed, () => true);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index));
      const times = rows.map(({ inserted_at }) => inserted_at);
      expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? ''))).toBe(true);
    }),
    runs,
  );
});

test('nobody reports the work they claimed, and nothing is verified but by somebody saying so', () => {
  fc.assert(
    fc.property(anyRequests, (requests) => {
      const db = play(requests, () => undefined);
      for (const story of storiesOf(db, undefined)) {
        const own = selectRows(db.feed, (row) => row.entity_type === 'story' && row.entity_id === story.id);
        expect(selfReports(own)).toEqual([]);
        const isTold = own.some(({ action }) => /^(verified|backfilled|mark_complete)$/.test(action));
        expect(story.verified_status !== 'verified' || isTold).toBe(true);
      }
    }),
    runs,
  );
});

/** Reports by the very agent whose claim was the last before. */
function selfReports(rows: readonly FeedRow[]): readonly FeedRow[] {
  return rows.filter((row, index) => {
    const claim = rows.slice(0, index).findLast(({ new_state: state }) => state?.['agent_status'] === 'assigned');
    const isReport = row.action === 'status_changed' && row.new_state?.['agent_status'] === 'reported_done';
    return isReport && row.new_state?.['agent_id'] === claim?.new_state?.['agent_id'];
  });
}

test('what is written as files is read back as it was, but for the saves in the feed; no key is among it', () => {
  fc.assert(
    fc.property(anyRequests, (requests) => {
      const db = play(requests, () => undefined);
      const texts = filesOf(db).map((file) => [file.path, file.text()] as const);
      expect(new Set(texts.map(([path]) => path)).size).toBe(texts.length);
      const files = new Map(texts.filter(([, text]) => text !== ''));
      expect([...files.values()].filter((text) => text.includes(freshKey))).toEqual([]);
      const read = readDb(files);
      expect(plain(read)).toEqual({ ...db, feed: withoutSaves(db) });
      expect([...read.storyEpics.keys()]).toEqual([...db.storyEpics.keys()]);
      const again = filesOf(read).map((file) => [file.path, file.text()] as const);
      expect(new Map(again.filter(([, text]) => text !== ''))).toEqual(files);
    }),
    runs,
  );
});

/** The database as values that compare. */
function plain(db: Db): object {
  return { ...db, feed: db.feed.map((segment) => segment()) };
}

function withoutSaves(db: Db): readonly (readonly FeedRow[])[] {
  return db.feed.map((segment) => segment().filter((row) => row.entity_type !== 'orchestrator_state'));
}

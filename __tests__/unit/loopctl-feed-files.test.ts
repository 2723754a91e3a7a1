import { expect, test } from 'vitest';
import type { Db } from '../../src/loopctl/embedded/engine/db.ts';
import { emptyDb } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { recordSystem, rowsSince, selectRows } from '../../src/loopctl/embedded/engine/feed.ts';
import { readDb } from '../../src/loopctl/embedded/files/read-files.ts';
import { filesOf } from '../../src/loopctl/embedded/files/write-files.ts';

function withRows(count: number): Db {
  let db = emptyDb('2026-01-01T00:00:00.000000Z');
  for (let row = 0; row < count; row += 1) {
    db = recordSystem(db, 'test', { entityType: 'thing', entityId: `thing-${row}`, action: 'made', after: {} });
  }
  return db;
}

function filesWith(db: Db): Map<string, string> {
  const texts = filesOf(db).map((file) => [file.path, file.text()] as const);
  return new Map(texts.filter(([, text]) => text !== ''));
}

const old = withRows(10_250);

test('a folder of the feed holds a hundred files at most, and every row is read back', () => {
  const files = filesWith(old);
  const folders = [...files.keys()]
    .filter((path) => path.startsWith('feed/'))
    .map((path) => path.replace(/[^/]+$/, ''));
  expect([folders.filter((path) => path === 'feed/').length, new Set(folders)]).toEqual([
    100,
    new Set(['feed/', 'feed/0001/']),
  ]);
  expect(selectRows(readDb(files).feed, () => true)).toEqual(selectRows(old.feed, () => true));
});

test.each([0, 1, 99, 100, 101, 10_199, 10_200, 10_249])('after row %i come all that are younger', (index) => {
  const rows = selectRows(old.feed, () => true);
  expect(rowsSince(old.feed, rows[index]?.inserted_at ?? '')).toEqual(rows.slice(index + 1));
});

test('what is old is not looked at for what is new; asked for, a spoilt file is told by its name', () => {
  const files = filesWith(old).set('feed/000007.json', 'spoilt');
  const { feed } = readDb(files);
  const since = selectRows(old.feed, (row) => row.seq === 10_240)[0]?.inserted_at ?? '';
  expect(rowsSince(feed, since)).toHaveLength(9);
  expect(() => selectRows(feed, () => true)).toThrow('feed/000007.json');
});

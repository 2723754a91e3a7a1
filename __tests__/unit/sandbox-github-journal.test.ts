import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../../sandbox/github/world/store.ts';
import { createTable } from '../../sandbox/github/world/tables.ts';

const folders: string[] = [];

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-github-journal-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the store', () => {
  test('has at the next start what was put and not deleted, and gives no id again', () => {
    const directory = temporary();
    const first = openStore(directory);
    const id = first.nextId();
    first.tables.labels.put({ id, name: 'one', color: 'ededed', description: null });
    first.tables.refs.put({ name: 'refs/heads/main', sha: 'a' });
    first.tables.refs.put({ name: 'refs/heads/main', sha: 'b' });
    first.tables.refs.put({ name: 'refs/heads/gone', sha: 'c' });
    first.tables.refs.delete('refs/heads/gone');
    // Not closed: a process that is killed closes nothing.
    const second = openStore(directory);
    expect(second.tables.refs.all()).toEqual([{ name: 'refs/heads/main', sha: 'b' }]);
    expect(second.tables.labels.get('one')?.id).toBe(id);
    expect(second.nextId()).toBeGreaterThan(id);
  });

  test('drops a line that was cut and writes on after it', () => {
    const directory = temporary();
    openStore(directory).tables.refs.put({ name: 'refs/heads/main', sha: 'a' });
    appendFileSync(join(directory, 'world.jsonl'), '[{"table":"refs","put":{"name":"refs/heads/ma');
    const second = openStore(directory);
    expect(second.tables.refs.all()).toEqual([{ name: 'refs/heads/main', sha: 'a' }]);
    second.tables.refs.put({ name: 'refs/heads/next', sha: 'b' });
    expect(openStore(directory).tables.refs.size).toBe(2);
  });

  test('records what is changed together as one line', () => {
    const directory = temporary();
    const store = openStore(directory);
    store.together(() => {
      store.tables.refs.put({ name: 'one', sha: 'a' });
      store.together(() => store.tables.refs.put({ name: 'two', sha: 'b' }));
    });
    expect(readFileSync(join(directory, 'world.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  test('is rewritten at the start when most of it is history', () => {
    const directory = temporary();
    const store = openStore(directory);
    for (let step = 0; step < 100; step += 1) store.tables.refs.put({ name: 'refs/heads/main', sha: String(step) });
    const before = statSync(join(directory, 'world.jsonl')).size;
    const again = openStore(directory);
    expect(again.tables.refs.all()).toEqual([{ name: 'refs/heads/main', sha: '99' }]);
    expect(statSync(join(directory, 'world.jsonl')).size).toBeLessThan(before / 10);
    again.tables.refs.put({ name: 'refs/heads/main', sha: 'last' });
    expect(openStore(directory).tables.refs.get('refs/heads/main')?.sha).toBe('last');
  });
});

describe('a table', () => {
  test('finds rows by an indexed field as by any other, also after the field changed', () => {
    interface Row {
      readonly id: number;
      readonly color: string;
    }
    const options = { key: (row: Row) => row.id };
    const plain = createTable<Row>('plain', () => undefined, options);
    const indexed = createTable<Row>('indexed', () => undefined, { ...options, indexed: ['color'] });
    for (const table of [plain, indexed]) {
      table.put({ id: 1, color: 'red' });
      table.put({ id: 2, color: 'red' });
      table.put({ id: 3, color: 'blue' });
      table.put({ id: 2, color: 'blue' });
      table.delete(3);
    }
    for (const color of ['red', 'blue', 'green'])
      expect(indexed.where('color', color)).toEqual(plain.where('color', color));
    expect(indexed.where('color', 'blue')).toEqual([{ id: 2, color: 'blue' }]);
  });
});

import type { Change } from './journal.ts';

export type Key = string | number;

/** Rows by key, in the order in which they were first put; each put is recorded before it returns. */
export interface Table<Row extends object> {
  get(key: Key): Row | undefined;
  put(row: Row): Row;
  delete(key: Key): void;
  all(): Row[];
  /** The rows whose `field` has this value, through an index where the table was opened with one. */
  where<Field extends keyof Row>(field: Field, value: Row[Field]): Row[];
  readonly size: number;
}

/** A table as the store sees it: it also takes recorded changes back in and tells its rows. */
export interface StoredTable<Row extends object> extends Table<Row> {
  restore(change: Change): void;
  changes(): Iterable<Change>;
}

/** Makes an empty table that reports each change to `record`. */
export function createTable<Row extends object>(
  name: string,
  record: (change: Change) => void,
  options: { readonly key: (row: Row) => Key; readonly indexed?: readonly (keyof Row)[] },
): StoredTable<Row> {
  const rows = new Map<Key, Row>();
  const indexes = new Map((options.indexed ?? []).map((field) => [field, new Map<unknown, Set<Key>>()]));

  function place(row: Row): void {
    const key = options.key(row);
    const before = rows.get(key);
    rows.set(key, row);
    for (const [field, index] of indexes) {
      if (before?.[field] === row[field] && before !== undefined) continue;
      if (before !== undefined) index.get(before[field])?.delete(key);
      const keys = index.get(row[field]) ?? new Set();
      index.set(row[field], keys.add(key));
    }
  }

  function remove(key: Key): void {
    const before = rows.get(key);
    if (before === undefined) return;
    rows.delete(key);
    for (const [field, index] of indexes) index.get(before[field])?.delete(key);
  }

  function select<Field extends keyof Row>(field: Field, value: Row[Field]): Row[] {
    const index = indexes.get(field);
    if (index === undefined) return [...rows.values()].filter((row) => row[field] === value);
    return [...(index.get(value) ?? [])].flatMap((key) => rows.get(key) ?? []);
  }

  return {
    get: (key) => rows.get(key),
    put: (row) => {
      place(row);
      record({ table: name, put: row });
      return row;
    },
    delete: (key) => {
      if (!rows.has(key)) return;
      remove(key);
      record({ table: name, deleted: key });
    },
    all: () => [...rows.values()],
    where: select,
    get size() {
      return rows.size;
    },
    restore: (change) => {
      if (change.deleted !== undefined) remove(change.deleted);
      else place(change.put as Row);
    },
    *changes() {
      for (const row of rows.values()) yield { table: name, put: row };
    },
  };
}

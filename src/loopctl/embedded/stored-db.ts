import type { RefStore } from '../../git/ref-store.ts';
import { withIdentities } from './embedded-identities.ts';
import type { Db } from './engine/db.ts';
import { emptyDb } from './engine/empty-db.ts';
import { momentOf } from './engine/timestamp.ts';
import { readDb } from './files/read-files.ts';
import type { StoredFile } from './files/stored-file.ts';
import { filesOf } from './files/write-files.ts';
import { tellTrouble } from './store-trouble.ts';

export interface StoredDbOptions {
  readonly store: RefStore;
  readonly author: { readonly name: string; readonly email: string };
  readonly now: () => Date;
}

/** A database as its branch has it. */
export interface StoredDb {
  /** As it was last read or written. */
  db(): Db;
  reload(): Promise<void>;
  /** Reads the branch anew unless it still stands where it was read, which is far less to ask. */
  refresh(): Promise<void>;
  /** Writes the files that changed; false when somebody else wrote since the branch was read. */
  write(db: Db, message: string): Promise<boolean>;
}

/** The store's files as they were last read or written, and what they were made from. */
interface Stored {
  readonly db: Db;
  readonly commit: string | null;
  readonly texts: ReadonlyMap<string, string>;
  readonly madeFrom: ReadonlyMap<string, readonly unknown[]>;
}

/** Opens the database on a branch, which is read once; a branch that is not there yet is an empty one. */
export async function openStoredDb(options: StoredDbOptions): Promise<StoredDb> {
  let stored = await load(options);
  const reload = async (): Promise<void> => {
    stored = await load(options);
  };
  return {
    db: () => stored.db,
    reload,
    refresh: async () => {
      if ((await tellTrouble('read', options.store.readTip())) !== stored.commit) await reload();
    },
    write: async (db, message) => {
      const written = await write(stored, db, message, options);
      stored = written ?? stored;
      return written !== null;
    },
  };
}

async function load({ store, now }: StoredDbOptions): Promise<Stored> {
  const { commit, files } = await tellTrouble('read', store.read());
  const read = commit === null ? emptyDb(momentOf(now())) : readDb(files);
  const madeFrom = commit === null ? [] : filesOf(read).map((file) => [file.path, file.madeFrom] as const);
  return { db: withIdentities(read), commit, texts: files, madeFrom: new Map(madeFrom) };
}

/** What is stored afterwards; null where somebody else was faster. */
async function write(
  stored: Stored,
  db: Db,
  message: string,
  { store, author, now }: StoredDbOptions,
): Promise<Stored | null> {
  const files = filesOf(db);
  const changes = changedFiles(files, stored);
  const writing = store.write({ expected: stored.commit, changes, message, author, at: now() });
  const result = await tellTrouble('write', writing);
  if (result.conflict) return null;
  const texts = new Map(stored.texts);
  for (const [path, text] of changes) {
    if (text === null) {
      texts.delete(path);
    } else {
      texts.set(path, text);
    }
  }
  const madeFrom = new Map(files.map((file) => [file.path, file.madeFrom]));
  return { db, commit: result.commit, texts, madeFrom };
}

/** What changed, by path; null for a file of ours that is no more. */
function changedFiles(files: readonly StoredFile[], stored: Stored): ReadonlyMap<string, string | null> {
  const paths = new Set(files.map((file) => file.path));
  const gone = [...stored.madeFrom.keys()].filter((path) => !paths.has(path) && stored.texts.has(path));
  const changes = new Map<string, string | null>(gone.map((path) => [path, null]));
  for (const file of files) {
    const known = stored.madeFrom.get(file.path);
    if (known === undefined || !isSame(known, file.madeFrom)) {
      const text = file.text();
      if (text !== (stored.texts.get(file.path) ?? '')) {
        changes.set(file.path, text === '' ? null : text);
      }
    }
  }
  return changes;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

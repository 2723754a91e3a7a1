import { closeSync, existsSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from 'node:fs';

/** One change of one table: a row put, or a key deleted. */
export interface Change {
  readonly table: string;
  readonly put?: unknown;
  readonly deleted?: string | number;
}

/** An append-only file of changes. A line is a batch and is either wholly there after a kill or not at all. */
export interface Journal {
  append(changes: readonly Change[]): void;
  /** Replaces the whole file by these changes, atomically. */
  compact(changes: Iterable<Change>): void;
  close(): void;
}

/** Opens the journal at `path` and hands every recorded change to `replay`, dropping a last line that was cut. */
export function openJournal(path: string, replay: (change: Change) => void): Journal {
  if (existsSync(path)) replayFile(path, replay);
  let descriptor = openSync(path, 'a');
  return {
    append: (changes) => {
      writeSync(descriptor, `${JSON.stringify(changes)}\n`);
    },
    compact: (changes) => {
      closeSync(descriptor);
      writeCompacted(`${path}.new`, changes);
      renameSync(`${path}.new`, path);
      descriptor = openSync(path, 'a');
    },
    close: () => closeSync(descriptor),
  };
}

function replayFile(path: string, replay: (change: Change) => void): void {
  const content = readFileSync(path);
  const whole = content.lastIndexOf(0x0a) + 1;
  // A kill can cut the line being written; what follows must not be glued to it.
  if (whole < content.length) truncateSync(path, whole);
  for (const line of content.toString('utf8', 0, whole).split('\n')) {
    if (line !== '') for (const change of JSON.parse(line) as readonly Change[]) replay(change);
  }
}

function writeCompacted(path: string, changes: Iterable<Change>): void {
  const descriptor = openSync(path, 'w');
  let batch: Change[] = [];
  for (const change of changes) {
    batch.push(change);
    if (batch.length === 500) {
      writeSync(descriptor, `${JSON.stringify(batch)}\n`);
      batch = [];
    }
  }
  if (batch.length > 0) writeSync(descriptor, `${JSON.stringify(batch)}\n`);
  closeSync(descriptor);
}

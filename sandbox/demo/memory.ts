import { readdirSync, readFileSync } from 'node:fs';

/**
 * The most memory that this process and all it started have held at once, as far as was looked; memory that several
 * share is counted once.
 */
export interface MemoryGauge {
  look(): void;
  /** In bytes. */
  peak(): number;
}

/** Makes a gauge; where there is no `/proc`, only this process is measured. */
export function createMemoryGauge(): MemoryGauge {
  let peak = 0;
  return {
    look: () => {
      const parents = readParents();
      const family = [...parents.keys()].filter((id) => isBelow(id, process.pid, parents));
      peak = Math.max(peak, process.memoryUsage.rss(), sum(family.map(readShare)));
    },
    peak: () => peak,
  };
}

/** The parent of every process. */
function readParents(): ReadonlyMap<number, number> {
  const ids = attempt(() => readdirSync('/proc'), []).filter((name) => /^\d+$/.test(name));
  return new Map(ids.map((id) => [Number(id), readParent(Number(id))]));
}

function readParent(id: number): number {
  const stat = readProcess(id, 'stat');
  // The name in parentheses may contain anything; the fields are counted from behind it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function isBelow(id: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  if (id === ancestor) return true;
  const parent = parents.get(id) ?? 0;
  return parent > 1 && isBelow(parent, ancestor, parents);
}

/** A process's share of the memory it uses: what it shares with others is divided among them. */
function readShare(id: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(readProcess(id, 'smaps_rollup'))?.[1] ?? 0) * 1024;
}

/** What is there for the moment of a look; these files wait for no disk, and a thread for each would cost ten times as much. */
function readProcess(id: number, file: 'stat' | 'smaps_rollup'): string {
  return attempt(() => readFileSync(`/proc/${id}/${file}`, 'utf8'), '');
}

/** What has ended since, or is another user's, is not counted. */
function attempt<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

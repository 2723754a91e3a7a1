import { readdir, readFile } from 'node:fs/promises';

/**
 * The most memory that this process and all it started have held at once, as far as was looked; memory that several
 * share is counted once.
 */
export interface MemoryGauge {
  look(): Promise<void>;
  /** In bytes. */
  peak(): number;
}

/** Makes a gauge; where there is no `/proc`, only this process is measured. */
export function createMemoryGauge(): MemoryGauge {
  let peak = 0;
  return {
    look: async () => {
      const parents = await readParents().catch(() => new Map<number, number>());
      const family = [...parents.keys()].filter((id) => isBelow(id, process.pid, parents));
      const sizes = await Promise.all(family.map((id) => readShare(id).catch(() => 0)));
      peak = Math.max(peak, process.memoryUsage.rss(), sum(sizes));
    },
    peak: () => peak,
  };
}

/** The parent of every process. */
async function readParents(): Promise<ReadonlyMap<number, number>> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(ids.map((id) => readParent(id).catch(() => 0)));
  return new Map(ids.map((id, index) => [id, parents[index] ?? 0]));
}

async function readParent(id: number): Promise<number> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8');
  // The name in parentheses may contain anything; the fields are counted from behind it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function isBelow(id: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  if (id === ancestor) return true;
  const parent = parents.get(id) ?? 0;
  return parent > 1 && isBelow(parent, ancestor, parents);
}

/** A process's share of the memory it uses: what it shares with others is divided among them. */
async function readShare(id: number): Promise<number> {
  const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

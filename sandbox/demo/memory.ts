import { readdir, readFile } from 'node:fs/promises';

/** The most memory that this process and all it started have held at once, as far as was looked. */
export interface MemoryGauge {
  look(): Promise<void>;
  /** In bytes. */
  peak(): number;
}

const pageSize = 4096;

/** Makes a gauge; where there is no `/proc`, only this process is measured. */
export function createMemoryGauge(): MemoryGauge {
  let peak = 0;
  return {
    look: async () => {
      const processes = await readProcesses().catch(() => []);
      const own = process.memoryUsage.rss();
      peak = Math.max(peak, own + sumBelow(process.pid, processes));
    },
    peak: () => peak,
  };
}

interface ProcessFacts {
  readonly id: number;
  readonly parent: number;
  readonly bytes: number;
}

async function readProcesses(): Promise<readonly ProcessFacts[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const facts = await Promise.all(ids.map((id) => readProcess(Number(id)).catch(() => null)));
  return facts.filter((one) => one !== null);
}

async function readProcess(id: number): Promise<ProcessFacts> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8');
  // The name in parentheses may contain anything; the fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { id, parent: Number(fields[1]), bytes: Number(fields[21]) * pageSize };
}

function sumBelow(id: number, processes: readonly ProcessFacts[]): number {
  return processes
    .filter(({ parent }) => parent === id)
    .reduce((sum, child) => sum + child.bytes + sumBelow(child.id, processes), 0);
}

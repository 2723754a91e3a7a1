import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of ours that starts on a busy machine may take so long to come to its first line. */
const patienceMs = 25_000;

/** Whether a process runs; one that has ended and waits to be collected does not. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** The process ids written to a file, one a line, once there are so many of them. */
export async function readIds(path: string, count: number): Promise<readonly number[]> {
  for (const started = performance.now(); performance.now() - started < patienceMs; await sleep(25)) {
    const ids = readLines(path).map(Number);
    if (ids.length >= count) return ids;
  }
  throw new Error(`${path} never held ${count} process ids`);
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').trim().split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

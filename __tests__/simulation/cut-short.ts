import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { killTree } from './process-tree.ts';

const main = join(import.meta.dirname, '../../sandbox/demo/main.ts');

/** When a demonstration is to be killed: so many milliseconds after the n-th line it says. */
export interface Cut {
  readonly afterLines: number;
  readonly delayMs: number;
}

export interface Showing {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly said: readonly string[];
}

/** Plays the demonstration from its command line, to its end or until the whole tree of its processes is killed. */
export async function show(args: readonly string[], cut: Cut | null): Promise<Showing> {
  const child = spawn(process.execPath, [main, '--plain', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length !== cut?.afterLines || child.pid === undefined) continue;
    await sleep(cut.delayMs);
    killTree(child.pid);
  }
  return { exitCode: await ended, said };
}

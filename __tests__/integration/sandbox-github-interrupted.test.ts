import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const victim = join(import.meta.dirname, 'sandbox-github-victim.ts');
/** As the demonstration does, which ends things in order. */
const heedless = 'data:text/javascript,process.on("SIGINT",()=>undefined)';

/** The process groups of what a process has started; what reads objects for it and what starts others are always there. */
function groupsOfChildren(parent: number): readonly number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'ppid=,pgid='], { encoding: 'utf8' }).split('\n');
  const children = lines.map((line) => line.trim().split(/\s+/).map(Number)).filter(([of]) => of === parent);
  expect(children.length).toBeGreaterThanOrEqual(2);
  return children.map(([, group = 0]) => group);
}

it('a terminal’s interrupt, which goes to every process there, is its own to heed: what it has asked of git is done', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-interrupted-'));
  const child = spawn(process.execPath, ['--import', heedless, victim, directory], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('It could not be started.');
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  try {
    let merges = 0;
    for await (const _ of createInterface({ input: child.stdout })) {
      merges += 1;
      if (merges % 5 === 0 && merges < 25) process.kill(-pid, 'SIGINT');
      if (merges === 10) expect(groupsOfChildren(pid)).not.toContain(pid);
      if (merges === 30) break;
    }
    expect({ merges, said }).toEqual({ merges: 30, said: [] });
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    // What it has asked of git may just be written.
    rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
  }
});

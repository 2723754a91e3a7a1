import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const victim = join(import.meta.dirname, 'sandbox-github-victim.ts');
/** As the demonstration does, which ends things in order. */
const heedless = 'data:text/javascript,process.on("SIGINT",()=>undefined)';

it('a terminal’s interrupt, which goes to every process there, is its own to heed: what it has asked of git is done', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-interrupted-'));
  const child = spawn(process.execPath, ['--import', heedless, victim, directory], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  try {
    let merges = 0;
    for await (const _ of createInterface({ input: child.stdout })) {
      merges += 1;
      if (merges % 5 === 0 && merges < 25) process.kill(-(child.pid ?? 0), 'SIGINT');
      if (merges === 30) break;
    }
    expect({ merges, said }).toEqual({ merges: 30, said: [] });
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  }
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, readIds } from './agents-processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'death-watch-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Watches over a sleeper in a process of its own, which is killed when it has done the rest; returns the sleeper's id. */
async function killedAfter(rest: string): Promise<number> {
  const source = join(import.meta.dirname, '../../src/agents/death-watch.ts');
  const script = join(folder, 'watched.ts');
  const lines = [
    "import { spawn } from 'node:child_process';",
    "import { writeFileSync } from 'node:fs';",
    `import { watchOver } from ${JSON.stringify(source)};`,
    'const [, , folder] = process.argv;',
    "const watch = watchOver('MARK=' + folder);",
    "const options = { env: { PATH: process.env.PATH, MARK: folder }, detached: true, stdio: 'ignore', cwd: folder };",
    "const sleeper = spawn('sh', ['-c', 'echo $$ > id; exec sleep 60'], options);",
    rest,
    "writeFileSync(folder + '/done', String(process.pid));",
    'await new Promise(() => setInterval(() => {}, 1000));',
  ];
  writeFileSync(script, lines.join('\n'));
  const watched = spawn(process.execPath, [script, folder], { stdio: 'ignore' });
  const [id = 0] = await readIds(join(folder, 'id'), 1);
  await readIds(join(folder, 'done'), 1);
  watched.kill('SIGKILL');
  await once(watched, 'exit');
  return id;
}

describe('a process that is killed', () => {
  it('takes along what it had started and had not come to name', async () => {
    const id = await killedAfter('');
    await expect.poll(() => isAlive(id), { timeout: 5000 }).toBe(false);
  });

  it('leaves alone what it had dismissed', async () => {
    const id = await killedAfter('watch.name(sleeper.pid); watch.dismiss();');
    await sleep(700);
    expect(isAlive(id)).toBe(true);
    process.kill(id, 'SIGKILL');
  });
});

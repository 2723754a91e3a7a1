import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('helper.ts', import.meta.url));

let helper: Promise<string> | null = null;

/** The path on which this process's helper listens; it is started when it is first needed, and ends with us. */
export function openHelper(): Promise<string> {
  helper ??= start();
  return helper;
}

function start(): Promise<string> {
  const path = join(tmpdir(), `spawner-${randomUUID().slice(0, 13)}.sock`);
  const child = fork(program, [path], {
    // A terminal's interrupt goes to all its processes: what is to end by it is for this one to say.
    detached: true,
    execArgv: ['--max-semi-space-size=1'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      helper = null;
      reject(new Error(`the helper that starts processes ended with ${code}`));
    });
    child.once('message', () => {
      letGo(child);
      resolve(path);
    });
  });
}

/** The helper is no reason for this process to live on. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

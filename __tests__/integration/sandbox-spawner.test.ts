import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type SmallOptions, spawnSmall } from '../../sandbox/spawner/spawn-small.ts';
import { isAlive } from './agents-processes.ts';

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command to its end. */
function run(command: string, args: readonly string[], options: SmallOptions = {}, input = ''): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawnSmall(command, args, options);
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output, errors }));
    child.stdin.end(input);
  });
}

describe('a process that the helper starts', () => {
  it.each([
    ['its output and its errors apart', 'echo out; echo err >&2', { code: 0, output: 'out\n', errors: 'err\n' }],
    ['its exit code', 'exit 3', { code: 3, signal: null }],
    ['the signal that ended it', 'kill -TERM $$', { code: null, signal: 'SIGTERM' }],
  ])('tells %s', async (_, script, end) => {
    expect(await run('sh', ['-c', script])).toMatchObject(end);
  });

  it('reads what is written to it, whatever its size', async () => {
    const { output } = await run('cat', [], {}, 'x'.repeat(3_000_000));
    expect(output).toHaveLength(3_000_000);
  });

  it('has the folder and the environment it is given, and no other', async () => {
    const { output } = await run('/usr/bin/env', [], { cwd: '/', env: { ONLY: 'this' } });
    expect(output).toBe('ONLY=this\n');
    expect((await run('pwd', [], { cwd: '/' })).output).toBe('/\n');
  });

  it('stands back as far as it is told, with all that it starts', async () => {
    const script = 'sh -c "nice; true"';
    const before = Number((await run('sh', ['-c', script])).output);
    const { output } = await run('sh', ['-c', script], { niceness: 12 });
    expect(output).toBe(`${Math.min(before + 12, 19)}\n`);
  });

  it('stands back with its whole session, where Linux weighs sessions before processes', async () => {
    const script = 'cat /proc/self/autogroup 2>/dev/null || echo none';
    const { output } = await run('sh', ['-c', script], { niceness: 12, detached: true });
    expect(output).toMatch(existsSync('/proc/self/autogroup') ? / nice 12\n$/ : /^none\n$/);
  });

  it('has no input when none is wanted', async () => {
    expect(await run('cat', [], { stdin: 'ignore' })).toMatchObject({ code: 0, output: '' });
  });

  it('says why it could not be started', async () => {
    await expect(run('no-such-command', [])).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('can be ended, alone or with its whole group', async () => {
    const alone = spawnSmall('sleep', ['60']);
    alone.stdout.resume();
    alone.stderr.resume();
    await once(alone, 'spawn');
    alone.kill();
    expect(await once(alone, 'close')).toEqual([null, 'SIGTERM']);
    const leader = spawnSmall('sh', ['-c', 'sleep 60 & wait'], { detached: true });
    leader.stdout.resume();
    leader.stderr.resume();
    const [pid] = await once(leader, 'spawn');
    process.kill(-pid, 'SIGKILL');
    expect(await once(leader, 'close')).toEqual([null, 'SIGKILL']);
  });

  it('runs beside others', async () => {
    const ends = await Promise.all(Array.from({ length: 20 }, (_, index) => run('echo', [String(index)])));
    expect(ends.map(({ output }) => output.trim())).toEqual(ends.map((_, index) => String(index)));
  });

  it('does not outlive whoever asked for it, even one that is killed', async () => {
    const module = fileURLToPath(new URL('../../sandbox/spawner/spawn-small.ts', import.meta.url));
    const script = `import { spawnSmall } from ${JSON.stringify(module)};
      const child = spawnSmall('sleep', ['60'], { detached: true });
      child.on('spawn', (pid) => console.log(pid));`;
    const asker = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(asker.stdout, 'data');
    const pid = Number(String(line));
    expect(isAlive(pid)).toBe(true);
    asker.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommandOptions, runCommand } from '../../src/agents/run-command.ts';
import { isAlive, readIds } from './agents-processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-command-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function options(script: string, change: Partial<CommandOptions> = {}): CommandOptions {
  return {
    // Without it bash takes a socket on its standard input for a remote shell, and reads the user's own settings.
    command: ['bash', '--norc', '-c', script],
    cwd: folder,
    environment: { PATH: process.env['PATH'] ?? '' },
    input: '',
    timeoutMs: 20_000,
    outputLimit: 10_000,
    signal: new AbortController().signal,
    ...change,
  };
}

describe('runCommand', () => {
  it('returns exit code and output of both streams', async () => {
    const end = await runCommand(options('cat; echo out; echo err >&2; exit 3', { input: 'prompt\n' }));
    expect(end).toMatchObject({ exitCode: 3, cause: 'exit', detail: 'exit code 3' });
    expect(end.output.split('\n').sort()).toEqual(['', 'err', 'out', 'prompt']);
  });

  it('tells a command that does not exist from one that fails', async () => {
    const end = await runCommand(options('', { command: ['no-such-program-here'] }));
    expect(end).toMatchObject({ exitCode: null, cause: 'not_started' });
    expect(end.detail).toContain('ENOENT');
  });

  it('says by which signal a command ended', async () => {
    expect(await runCommand(options('kill -SEGV $$'))).toMatchObject({ exitCode: null, cause: 'signal' });
  });

  it('does not mind a command that never reads a long prompt', async () => {
    const end = await runCommand(options('exit 0', { input: 'x'.repeat(5_000_000) }));
    expect(end).toMatchObject({ exitCode: 0, cause: 'exit' });
  });

  it('gives the command only the environment it is told, and its mark', async () => {
    const end = await runCommand(options('env'));
    const names = end.output.split('\n').map((line) => line.split('=')[0]);
    expect(
      names.filter((name) => name && !['_', 'PWD', 'SHLVL', 'PATH', 'ORCHESTRATE_PROCESS'].includes(name)),
    ).toEqual([]);
  });

  it('keeps head and tail of a flood, in bounded memory', async () => {
    const end = await runCommand(options('echo first; yes flood | head -c 30000000; echo last'));
    expect(end.exitCode).toBe(0);
    expect(end.output.length).toBeLessThan(10_100);
    expect(end.output).toMatch(/^first\n/);
    expect(end.output).toMatch(/last\n$/);
    expect(end.output).toMatch(/\[… \d+ bytes left out …\]/);
  });

  it('ends a command whose time is up, and its children and grandchildren that ignore SIGTERM', async () => {
    const stubborn = "trap '' TERM; echo $BASHPID >> ids; while true; do sleep 0.1; done";
    const script = `trap '' TERM; echo $$ >> ids; (${stubborn}) & ( (${stubborn}) & ) ; wait`;
    const running = runCommand(options(script, { timeoutMs: 2500, graceMs: 300 }));
    const ids = await readIds(join(folder, 'ids'), 3);
    expect(ids.every(isAlive)).toBe(true);
    const end = await running;
    expect(end).toMatchObject({ exitCode: null, cause: 'timeout' });
    expect(ids.filter(isAlive)).toEqual([]);
  });

  it('lets a command that heeds SIGTERM finish what it has to', async () => {
    const script = "trap 'echo saved; exit 0' TERM; echo ready; while true; do sleep 0.05; done";
    const end = await runCommand(options(script, { timeoutMs: 2500 }));
    expect(end.cause).toBe('timeout');
    expect(end.output).toMatch(/^ready\n(Terminated\n)?saved\n$/);
  });

  it('leaves nothing behind after an ordinary end', async () => {
    const end = await runCommand(options('sleep 600 & echo $! >> ids; (sleep 600 & echo $! >> ids); exit 0'));
    expect(end).toMatchObject({ exitCode: 0, cause: 'exit' });
    expect((await readIds(join(folder, 'ids'), 2)).filter(isAlive)).toEqual([]);
  });

  it('finds processes that left the group', async () => {
    const leaves =
      'setsid bash -c "echo \\$\\$ >> ids; exec sleep 600" & until [ -s ids ]; do sleep 0.02; done; exit 0';
    const end = await runCommand(options(leaves));
    expect(end.exitCode).toBe(0);
    expect((await readIds(join(folder, 'ids'), 1)).filter(isAlive)).toEqual([]);
  });

  it('ends at once when the job is cancelled', async () => {
    const cancel = new AbortController();
    const running = runCommand(
      options("trap '' TERM; echo $$ >> ids; while true; do sleep 0.1; done", { signal: cancel.signal }),
    );
    const ids = await readIds(join(folder, 'ids'), 1);
    cancel.abort();
    const started = performance.now();
    expect(await running).toMatchObject({ exitCode: null, cause: 'interrupted', detail: 'the job was cancelled' });
    expect(performance.now() - started).toBeLessThan(4000);
    expect(ids.filter(isAlive)).toEqual([]);
  });

  it('has the command killed when this process itself is killed, and what left its group', async () => {
    const source = join(import.meta.dirname, '../../src/agents/run-command.ts');
    const script = join(folder, 'parent.ts');
    writeFileSync(join(folder, 'stubborn'), "trap '' TERM; echo $$ >> ids; while true; do sleep 0.1; done");
    const running = options('setsid bash --norc stubborn & exec bash --norc stubborn');
    const body = `const options = ${JSON.stringify({ ...running, signal: undefined })};
      await runCommand({ ...options, signal: new AbortController().signal });`;
    writeFileSync(script, `import { runCommand } from ${JSON.stringify(source)};\n${body}\n`);
    const parent = spawn(process.execPath, [script], { stdio: 'ignore' });
    const ids = await readIds(join(folder, 'ids'), 2);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await expect.poll(() => ids.filter(isAlive), { timeout: 5000 }).toEqual([]);
  });
});

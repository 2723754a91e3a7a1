import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCappedOutput } from './capped-output.ts';
import { watchOver } from './death-watch.ts';
import { endProcessGroup } from './process-group.ts';

export interface CommandOptions {
  readonly command: readonly string[];
  readonly cwd: string;
  /** The whole environment; nothing else is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string;
  readonly timeoutMs: number;
  readonly outputLimit: number;
  /** Ends the command at once, with the short grace: a cancelled job has seconds left. */
  readonly signal: AbortSignal;
  /** Between SIGTERM and SIGKILL. Default 5 s. */
  readonly graceMs?: number;
}

export interface CommandEnd {
  /** Null when it was ended by a signal or never started. */
  readonly exitCode: number | null;
  readonly cause: 'exit' | 'signal' | 'timeout' | 'interrupted' | 'not_started';
  /** How it ended, in words. */
  readonly detail: string;
  readonly durationMs: number;
  /** Standard output and error as they came, head and tail. */
  readonly output: string;
}

const defaultGraceMs = 5000;
const shortGraceMs = 1500;

/** Runs a command in a process group of its own and returns when every process it left behind has been ended. */
export async function runCommand(options: CommandOptions): Promise<CommandEnd> {
  const [program = '', ...args] = options.command;
  const id = randomUUID();
  const mark = `ORCHESTRATE_PROCESS=${id}`;
  const output = createCappedOutput(options.outputLimit);
  const started = performance.now();
  // Before the command: this process may be killed at any moment after it.
  const watch = watchOver(mark);
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...options.environment, ORCHESTRATE_PROCESS: id },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  // A command that does not read its prompt closes the pipe: that is its own affair.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input);
  if (child.pid !== undefined) watch.name(child.pid);
  const ending = await awaitEnd(child, options);
  if (child.pid !== undefined) {
    const grace = ending.cause === 'interrupted' ? shortGraceMs : (options.graceMs ?? defaultGraceMs);
    await endProcessGroup({ id: child.pid, mark }, grace);
  }
  watch.dismiss();
  await drain(child);
  return { ...ending, durationMs: performance.now() - started, output: output.text() };
}

type Ending = Pick<CommandEnd, 'exitCode' | 'cause' | 'detail'>;

async function awaitEnd(child: ChildProcess, options: CommandOptions): Promise<Ending> {
  const over = new AbortController();
  const stop = AbortSignal.any([over.signal, options.signal]);
  const exit = once(child, 'exit', { signal: over.signal }).then(
    ([code, signal]: (number | string | null)[]) => describeExit(code, signal),
    (error: unknown): Ending => ({ exitCode: null, cause: 'not_started', detail: messageOf(error) }),
  );
  const limit = sleep(options.timeoutMs, undefined, { signal: stop }).then(
    (): Ending => ({
      exitCode: null,
      cause: 'timeout',
      detail: `its time ran out after ${Math.round(options.timeoutMs / 1000)} s`,
    }),
    (): Ending => ({ exitCode: null, cause: 'interrupted', detail: 'the job was cancelled' }),
  );
  try {
    return await Promise.race([exit, limit]);
  } finally {
    over.abort();
  }
}

function describeExit(code: number | string | null | undefined, signal: number | string | null | undefined): Ending {
  return typeof code === 'number'
    ? { exitCode: code, cause: 'exit', detail: `exit code ${code}` }
    : { exitCode: null, cause: 'signal', detail: `ended by ${signal}` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Waits for what is still in the pipes, not for a process that escaped and holds them open. */
async function drain(child: ChildProcess): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const closed = streams.map((stream) => (stream.closed ? Promise.resolve() : once(stream, 'close')));
  await Promise.race([Promise.allSettled(closed), sleep(1000, undefined, { ref: false })]);
  for (const stream of streams) stream.destroy();
}

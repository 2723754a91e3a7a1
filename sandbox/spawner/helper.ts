// Starts processes on behalf of a large one. Each connection is one process; see spawn-small.ts for what is said on it.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { type FrameKind, frame, readFrames } from './frames.ts';

const [, , path = ''] = process.argv;
/** What to kill when whoever asked is gone: a process, or a group by its negative number. */
const running = new Set<number>();

createServer((socket) => {
  let child: ChildProcess | null = null;
  readFrames(socket, (kind, payload) => {
    if (kind === 'start') child = start(socket, JSON.parse(payload.toString()));
    if (kind === 'input') child?.stdin?.write(payload);
    if (kind === 'input_end') child?.stdin?.end();
    if (kind === 'signal') child?.kill(payload.toString() as NodeJS.Signals);
  });
  socket.on('error', () => child?.kill());
}).listen(path, () => process.send?.('ready'));

process.on('disconnect', () => {
  for (const target of running) kill(target);
  // Its folder may have gone before it.
  rmSync(path, { force: true });
  process.exit();
});

interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: {
    readonly detached?: boolean;
    readonly niceness?: number;
    readonly cwd?: string;
    readonly env: NodeJS.ProcessEnv;
    readonly stdio: ['pipe' | 'ignore', 'pipe', 'pipe'];
  };
}

function start(socket: Socket, { command, args, options }: Start): ChildProcess {
  function say(kind: FrameKind, payload: string | Uint8Array): void {
    if (socket.writable) socket.write(frame(kind, payload));
  }
  const [program = command, ...words] = standingBack([command, ...args], options);
  const child: ChildProcess = spawn(program, words, options);
  const target = (options.detached === true ? -1 : 1) * (child.pid ?? 0);
  child.on('spawn', () => {
    running.add(target);
    say('spawned', String(child.pid));
  });
  child.on('error', (error: NodeJS.ErrnoException) => {
    say('failed', JSON.stringify({ message: error.message, code: error.code }));
  });
  child.on('exit', (code, signal) => {
    running.delete(target);
    say('exit', JSON.stringify({ code, signal }));
  });
  child.on('close', () => socket.end());
  // A command that does not read its input closes the pipe; its exit code tells the rest.
  child.stdin?.on('error', () => undefined);
  child.stdout?.on('data', (chunk) => say('stdout', chunk)).on('end', () => say('stdout_end', ''));
  child.stderr?.on('data', (chunk) => say('stderr', chunk)).on('end', () => say('stderr_end', ''));
  return child;
}

/**
 * The command by way of nice(1), which becomes it: nothing of it has begun before it stands back. Where Linux weighs
 * sessions against each other before it looks at processes (autogroup, sched(7)), a session of its own stands back as
 * a whole.
 */
function standingBack(
  command: readonly string[],
  { niceness = 0, detached = false }: Start['options'],
): readonly string[] {
  if (niceness === 0) return command;
  const session = detached ? `{ echo ${niceness} >/proc/self/autogroup; } 2>/dev/null; ` : '';
  return ['sh', '-c', `${session}exec nice -n ${niceness} "$0" "$@"`, ...command];
}

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

import { EventEmitter } from 'node:events';
import { connect, type Socket } from 'node:net';
import { PassThrough, type Readable, Writable } from 'node:stream';
import { frame, readFrames } from './frames.ts';
import { openHelper } from './open-helper.ts';

export interface SmallOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Makes it the leader of a process group of its own. */
  readonly detached?: boolean;
  /** As for nice(1): how much further it stands back than we; 0 unless told. */
  readonly niceness?: number;
  readonly stdin?: 'pipe' | 'ignore';
}

interface SmallEvents {
  spawn: [pid: number];
  error: [error: Error];
  exit: [code: number | null, signal: NodeJS.Signals | null];
  /** After the exit, when its output has ended as well. */
  close: [code: number | null, signal: NodeJS.Signals | null];
}

/** A process that a helper started for us: what a `ChildProcess` is, as far as we use it. */
export interface SmallChild extends EventEmitter<SmallEvents> {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  kill(signal?: NodeJS.Signals): void;
}

/**
 * Starts a process by way of a small helper. Node forks to start a process, and a fork takes as long as the parent is
 * large: at a few hundred megabytes each one stops everything for tens of milliseconds.
 */
export function spawnSmall(command: string, args: readonly string[], options: SmallOptions = {}): SmallChild {
  const { stdin = 'pipe', env = process.env, ...rest } = options;
  const line = openLine();
  line.send(
    frame('start', JSON.stringify({ command, args, options: { ...rest, env, stdio: [stdin, 'pipe', 'pipe'] } })),
  );
  const child: SmallChild = Object.assign(new EventEmitter<SmallEvents>(), {
    stdin: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        line.send(frame('input', chunk));
        done();
      },
      final: (done) => {
        line.send(frame('input_end', ''));
        done();
      },
    }),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    kill: (signal: NodeJS.Signals = 'SIGTERM') => line.send(frame('signal', signal)),
  });
  openHelper().then(
    (path) => follow(child, line.connect(path)),
    (error: Error) => child.emit('error', error),
  );
  return child;
}

/** What is said before the helper can be reached is kept. */
function openLine(): { send(message: Buffer): void; connect(path: string): Socket } {
  const kept: Buffer[] = [];
  let socket: Socket | null = null;
  return {
    send: (message) => {
      if (socket === null) kept.push(message);
      else if (socket.writable) socket.write(message);
    },
    connect: (path) => {
      socket = connect(path);
      for (const message of kept) socket.write(message);
      return socket;
    },
  };
}

function follow(child: SmallChild, socket: Socket): void {
  const { stdout, stderr } = child as SmallChild & { readonly stdout: PassThrough; readonly stderr: PassThrough };
  let end: readonly [number | null, NodeJS.Signals | null] | null = null;
  let isFailed = false;

  function fail(error: Error): void {
    if (!isFailed) child.emit('error', error);
    isFailed = true;
  }

  readFrames(socket, (kind, payload) => {
    switch (kind) {
      case 'spawned':
        child.emit('spawn', Number(payload.toString()));
        return;
      case 'failed':
        fail(Object.assign(new Error(), JSON.parse(payload.toString())));
        return;
      case 'stdout':
        stdout.write(payload);
        return;
      case 'stdout_end':
        stdout.end();
        return;
      case 'stderr':
        stderr.write(payload);
        return;
      case 'stderr_end':
        stderr.end();
        return;
      case 'exit': {
        const { code, signal } = JSON.parse(payload.toString());
        end = [code, signal];
        child.emit('exit', code, signal);
      }
    }
  });
  socket.on('error', fail);
  socket.on('close', () => {
    if (end === null) fail(new Error('the helper that starts processes has ended'));
    stdout.end();
    stderr.end();
    void closed(stdout, stderr).then(() => child.emit('close', ...(end ?? [null, null])));
  });
}

async function closed(...streams: readonly Readable[]): Promise<void> {
  await Promise.all(
    streams.map((stream) => (stream.closed ? undefined : new Promise((resolve) => stream.once('close', resolve)))),
  );
}

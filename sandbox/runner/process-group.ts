import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSmall } from '../spawner/spawn-small.ts';

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** As for nice(1): how much further it stands back than we; 0 unless told. */
  readonly niceness?: number;
  /** Ends the whole group: asked politely first, killed after the grace. */
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
  /** Called with the group's id once there is one. */
  readonly onSpawn?: (group: number) => void;
  readonly graceMs?: number;
}

export interface ProcessEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** The group, when processes of it live on after its leader: they end with the job. */
  readonly survivors: number | null;
}

const GRACE_MS = 5_000;
/** How long the pipes of a finished process may still be read: a background child holds them open for ever. */
const DRAIN_MS = 200;
const POLL_MS = 20;
const MAX_LINE = 1 << 20;

/** Runs a command as the leader of a process group of its own and reports every line of its output. */
export function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const child = spawnSmall(request.command, request.args, {
      cwd: request.cwd,
      env: request.env,
      detached: true,
      niceness: request.niceness ?? 0,
      stdin: 'ignore',
    });
    let group: number | undefined;
    child.once('spawn', (pid) => {
      group = pid;
      request.onSpawn?.(pid);
      if (request.signal.aborted) end();
    });
    const flushOut = splitLines(child.stdout, request.onLine);
    const flushErr = splitLines(child.stderr, request.onLine);
    let ended: Promise<void> | undefined;
    const end = (): void => {
      if (group !== undefined) ended = endGroup(group, request.graceMs ?? GRACE_MS);
    };
    const finish = async (exitCode: number | null): Promise<void> => {
      request.signal.removeEventListener('abort', end);
      await ended;
      flushOut();
      flushErr();
      resolve({ exitCode, survivors: group !== undefined && signalGroup(group, 0) ? group : null });
    };
    child.once('error', (error) => {
      request.onLine(`::error::Cannot start '${request.command}' in '${request.cwd}': ${error.message}`);
      void finish(127);
    });
    child.once('exit', (exitCode) => {
      const drain = setTimeout(() => void finish(exitCode), DRAIN_MS);
      child.once('close', () => {
        clearTimeout(drain);
        void finish(exitCode);
      });
    });
    request.signal.addEventListener('abort', end, { once: true });
  });
}

/** Ends a whole process group: asks it politely, and kills what is left after the grace. */
export async function endGroup(group: number, graceMs = GRACE_MS): Promise<void> {
  const until = performance.now() + graceMs;
  if (!signalGroup(group, 'SIGTERM')) return;
  while (signalGroup(group, 0)) {
    if (performance.now() >= until) {
      signalGroup(group, 'SIGKILL');
      return;
    }
    await sleep(POLL_MS);
  }
}

/** Sends a signal to a whole process group; false when nothing of the group is left. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

function splitLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): () => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (rest.length > MAX_LINE) {
      onLine(rest);
      rest = '';
    }
  });
  return () => {
    const last = rest + decoder.end();
    rest = '';
    if (last !== '') onLine(last);
  };
}

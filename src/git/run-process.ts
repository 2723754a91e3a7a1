import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Of standard output, and of standard error, in bytes; what writes more is ended. */
  readonly maxBytes: number;
  readonly timeoutSeconds: number;
}

export interface ProcessEnd {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** Null where a signal ended it, or it never began. */
  readonly exitCode: number | null;
  /** Why its exit code says nothing; null where it ended by itself. */
  readonly trouble: string | null;
}

/**
 * Runs a process to its end. When the time is up it is ended and its output let go of: a helper that it started (git's
 * for HTTP, say) may hold the pipes open long after it is gone, and waiting for them would be waiting for the silent
 * server after all.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const { command, args, cwd, input, env, maxBytes, timeoutSeconds } = request;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let trouble: string | null = null;

    function end(why: string): void {
      trouble ??= why;
      child.kill();
      child.stdout?.destroy();
      child.stderr?.destroy();
    }

    function collect(stream: Readable | null): readonly Buffer[] {
      const chunks: Buffer[] = [];
      let length = 0;
      stream?.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > maxBytes) end('wrote more than allowed');
        else chunks.push(chunk);
      });
      return chunks;
    }

    const timer = setTimeout(() => end('timed out'), timeoutSeconds * 1000);
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.on('error', (error) => {
      trouble ??= error.message;
    });
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr), exitCode, trouble });
    });
    // What does not read its input closes the pipe; its exit code tells the rest.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

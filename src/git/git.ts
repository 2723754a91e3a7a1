import { type ExecFileException, execFile } from 'node:child_process';
import { type GitCredential, gitEnvironment, maskSecrets, secretsOf } from './git-environment.ts';
import { GitError } from './git-error.ts';

export interface GitOptions {
  /** Where git runs; for a bare repository `gitDir` is enough. */
  readonly cwd?: string;
  readonly gitDir?: string;
  readonly input?: string | Uint8Array;
  /** Added to the hermetic environment (author and committer names, say). */
  readonly env?: Readonly<Record<string, string>>;
  /** Configuration of this one command, as `-c` would give it, but not visible in the process list. */
  readonly config?: Readonly<Record<string, string>>;
  readonly credential?: GitCredential;
  /** Exit codes besides 0 that are answers and no errors (`git diff --quiet` says 1, for example). */
  readonly accept?: readonly number[];
  readonly timeoutSeconds?: number;
  /** Standard output allowed, in bytes; more is an error. Default 100 MB. */
  readonly maxBytes?: number;
}

export interface GitResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface GitBytes {
  readonly stdout: Uint8Array;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs git in a hermetic environment and returns its output as text, unaltered; any failure is a GitError. */
export async function runGit(args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const { stdout, ...rest } = await runGitBytes(args, options);
  return { stdout: Buffer.from(stdout.buffer, stdout.byteOffset, stdout.byteLength).toString('utf8'), ...rest };
}

/** Runs git as `runGit` does and returns its output as bytes (bundles, archives, blobs). */
export async function runGitBytes(args: readonly string[], options: GitOptions = {}): Promise<GitBytes> {
  const secrets = secretsOf(options.credential);
  const whole = [...(options.gitDir === undefined ? [] : [`--git-dir=${options.gitDir}`]), ...args];
  const { exitCode, stdout, stderr, trouble } = await runProcess(whole, options);
  if (exitCode !== null && [0, ...(options.accept ?? [])].includes(exitCode)) {
    const bytes = new Uint8Array(stdout.buffer, stdout.byteOffset, stdout.byteLength);
    return { stdout: bytes, stderr: maskSecrets(stderr, secrets), exitCode };
  }
  throw new GitError({
    command: maskSecrets(args.join(' '), secrets),
    exitCode,
    stderr: maskSecrets(`${stderr}${trouble}`, secrets),
  });
}

interface ProcessEnd {
  /** Null where it did not come to its end, or not to its start. */
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** What is to be said besides what git said itself. */
  readonly trouble: string;
}

/**
 * When the time is up, or the output too long, Node ends git and lets go of its output: a helper that git started (for
 * HTTP, say) may hold the pipes open long after git itself is gone, and waiting for them would be waiting for the
 * silent server after all.
 */
function runProcess(args: readonly string[], options: GitOptions): Promise<ProcessEnd> {
  const settings = {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: gitEnvironment({ ...options, ambient: process.env }),
    encoding: 'buffer',
    maxBuffer: options.maxBytes ?? 100_000_000,
    timeout: (options.timeoutSeconds ?? 300) * 1000,
  } as const;
  return new Promise((resolve) => {
    const child = execFile('git', args, settings, (error, stdout, errorBytes) => {
      const stderr = errorBytes.toString('utf8');
      resolve({ stdout, stderr, ...readEnd(error, stderr) });
    });
    // Git may end before it has read all: how it ended is what counts.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}

function readEnd(error: ExecFileException | null, stderr: string): Pick<ProcessEnd, 'exitCode' | 'trouble'> {
  if (error === null) return { exitCode: 0, trouble: '' };
  if (typeof error.code === 'number') return { exitCode: error.code, trouble: '' };
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { exitCode: null, trouble: 'wrote more than allowed' };
  if (error.killed === true) return { exitCode: null, trouble: 'timed out' };
  return { exitCode: null, trouble: stderr === '' ? error.message : '' };
}

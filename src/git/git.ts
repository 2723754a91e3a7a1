import { execa, type Result } from 'execa';
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
  const { result, timedOut } = await runWithin(whole, options);
  const stderr = Buffer.from(result.stderr).toString('utf8');
  if (!timedOut && isAnswer(result, options.accept ?? [])) {
    return { stdout: result.stdout, stderr: maskSecrets(stderr, secrets), exitCode: result.exitCode ?? 0 };
  }
  throw new GitError({
    command: maskSecrets(args.join(' '), secrets),
    exitCode: timedOut ? null : (result.exitCode ?? null),
    stderr: maskSecrets(`${stderr}${timedOut ? 'timed out' : why(result, stderr)}`, secrets),
  });
}

interface TimedResult {
  readonly result: Result<ProcessOptions>;
  readonly timedOut: boolean;
}

/**
 * When the time is up git is ended and its output let go of: a helper that git started (for HTTP, say) may hold the
 * pipes open long after git itself is gone, and waiting for them would be waiting for the silent server after all.
 */
async function runWithin(args: readonly string[], options: GitOptions): Promise<TimedResult> {
  const running = execa('git', args, processOptions(options));
  let timedOut = false;
  const timer = setTimeout(
    () => {
      timedOut = true;
      running.kill();
      running.stdout.destroy();
      running.stderr.destroy();
    },
    (options.timeoutSeconds ?? 300) * 1000,
  );
  try {
    const result = await running;
    return { result, timedOut };
  } finally {
    clearTimeout(timer);
  }
}

interface ProcessOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly stdin?: 'ignore';
  readonly env: Readonly<Record<string, string>>;
  readonly extendEnv: false;
  readonly encoding: 'buffer';
  readonly maxBuffer: number;
  readonly stripFinalNewline: false;
  readonly reject: false;
}

function processOptions(options: GitOptions): ProcessOptions {
  return {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
    env: gitEnvironment({ ...options, ambient: process.env }),
    extendEnv: false,
    encoding: 'buffer',
    maxBuffer: options.maxBytes ?? 100_000_000,
    stripFinalNewline: false,
    reject: false,
  };
}

interface Ending {
  readonly exitCode?: number | undefined;
  readonly isMaxBuffer: boolean;
  readonly originalMessage?: string | undefined;
}

function isAnswer(ending: Ending, accept: readonly number[]): boolean {
  return ending.exitCode !== undefined && !ending.isMaxBuffer && [0, ...accept].includes(ending.exitCode);
}

function why(ending: Ending, stderr: string): string {
  if (ending.isMaxBuffer) {
    return 'wrote more than allowed';
  }
  return stderr === '' ? (ending.originalMessage ?? '') : '';
}

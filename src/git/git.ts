import { type GitCredential, gitEnvironment, maskSecrets, secretsOf } from './git-environment.ts';
import { GitError } from './git-error.ts';
import { runProcess } from './run-process.ts';

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
  /** Of standard output, and of standard error, in bytes; more is an error. Default 100 MB. */
  readonly maxBytes?: number;
}

export interface GitResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface GitBytes {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs git in a hermetic environment and returns its output as text, unaltered; any failure is a GitError. */
export async function runGit(args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const { stdout, ...rest } = await runGitBytes(args, options);
  return { stdout: stdout.toString('utf8'), ...rest };
}

/** Runs git as `runGit` does and returns its output as bytes (bundles, archives, blobs). */
export async function runGitBytes(args: readonly string[], options: GitOptions = {}): Promise<GitBytes> {
  const { cwd, gitDir, input, credential, accept = [], timeoutSeconds = 300, maxBytes = 100_000_000 } = options;
  const secrets = secretsOf(credential);
  const { stdout, exitCode, trouble, ...end } = await runProcess({
    command: 'git',
    args: [...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]), ...args],
    ...(cwd === undefined ? {} : { cwd }),
    ...(input === undefined ? {} : { input }),
    env: gitEnvironment({ ...options, ambient: process.env }),
    maxBytes,
    timeoutSeconds,
  });
  const stderr = maskSecrets(end.stderr.toString('utf8'), secrets);
  if (trouble === null && exitCode !== null && [0, ...accept].includes(exitCode)) return { stdout, stderr, exitCode };
  throw new GitError({
    command: maskSecrets(args.join(' '), secrets),
    exitCode: trouble === null ? exitCode : null,
    stderr: `${stderr}${trouble ?? ''}`,
  });
}

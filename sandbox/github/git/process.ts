import { spawnSmall } from '../../spawner/spawn-small.ts';

export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Thrown by `git()`: a command of our own plumbing failed. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/** Git's environment without anything of this machine's or user's configuration. */
export const hermeticEnvironment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
} as const satisfies NodeJS.ProcessEnv;

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git in a bare repository and tells how it ended; never throws for an exit code. */
export function tryGit(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawnSmall('git', args, {
      cwd: gitDir,
      env: { ...hermeticEnvironment, GIT_DIR: gitDir, ...options.env },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    // A command that does not read its input closes the pipe; its exit code tells the rest.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) => {
      resolve({
        exitCode: code ?? -1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
    child.stdin.end(options.input);
  });
}

/** Runs git in a bare repository and returns its output; throws when it fails. */
export async function git(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  const answer = await tryGit(gitDir, args, options);
  if (answer.exitCode !== 0)
    throw new GitFailure(`git ${args.join(' ')}: exit ${answer.exitCode}: ${answer.stderr.trim()}`);
  return answer.stdout;
}

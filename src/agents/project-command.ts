import type { AgentLog } from './agent-log.ts';
import type { ProjectCommand } from './assignment-file.ts';
import { type CommandEnd, runCommand } from './run-command.ts';

export interface ProjectCommandOptions {
  /** What it is for, as the log names it. */
  readonly title: 'setup' | 'verify';
  readonly command: ProjectCommand;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly outputLimit: number;
  readonly signal: AbortSignal;
  readonly log: AgentLog;
}

/** Runs a command of the project (its setup, its own full check) by bash, stopping at the first failing line. */
export async function runProjectCommand(options: ProjectCommandOptions): Promise<CommandEnd> {
  const end = await runCommand({
    command: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', options.command.command],
    cwd: options.cwd,
    environment: options.environment,
    input: '',
    timeoutMs: options.command.timeoutMinutes * 60_000,
    outputLimit: options.outputLimit,
    signal: options.signal,
  });
  await options.log.append(`${options.title}: ${end.detail}`, end.output);
  return end;
}

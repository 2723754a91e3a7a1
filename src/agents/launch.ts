import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { outcomeSchema, type Usage } from '../core/outcome.ts';
import type { AgentLog } from './agent-log.ts';
import { readResultFile } from './result-file.ts';
import { type CommandEnd, runCommand } from './run-command.ts';

export type AgentTask = 'restate' | 'implement' | 'fix' | 'review' | 'repair';

export interface LaunchOptions<T> {
  readonly task: AgentTask;
  readonly command: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Told where the result goes. */
  readonly prompt: (resultFile: string) => string;
  readonly schema: z.ZodType<T>;
  /** Folder for the prompt and result files, outside of the worktree. */
  readonly exchange: string;
  readonly timeoutMs: number;
  readonly outputLimit: number;
  readonly signal: AbortSignal;
  readonly log: AgentLog;
}

/** How an agent's run ended: well only with exit code 0 and a result of the asked form. */
export type LaunchEnd<T> =
  | { readonly kind: 'result'; readonly value: T; readonly usage: Usage | null; readonly end: CommandEnd }
  | { readonly kind: 'failed' | 'timed_out' | 'interrupted'; readonly detail: string; readonly end: CommandEnd };

/** Runs an agent's command on one task: prompt on standard input and in a file, result in a file. */
export async function launchAgent<T>(options: LaunchOptions<T>): Promise<LaunchEnd<T>> {
  const promptFile = join(options.exchange, `${options.task}-prompt.md`);
  const resultFile = join(options.exchange, `${options.task}-result.json`);
  await mkdir(options.exchange, { recursive: true });
  const prompt = options.prompt(resultFile);
  await writeFile(promptFile, prompt);
  await rm(resultFile, { recursive: true, force: true });
  const end = await runCommand({
    command: options.command,
    cwd: options.cwd,
    environment: {
      ...options.environment,
      ORCHESTRATE_TASK: options.task,
      ORCHESTRATE_PROMPT_FILE: promptFile,
      ORCHESTRATE_RESULT_FILE: resultFile,
    },
    input: prompt,
    timeoutMs: options.timeoutMs,
    outputLimit: options.outputLimit,
    signal: options.signal,
  });
  await options.log.append(`${options.task}: ${end.detail}`, end.output);
  return await judgeEnd(options, end, resultFile);
}

async function judgeEnd<T>(options: LaunchOptions<T>, end: CommandEnd, resultFile: string): Promise<LaunchEnd<T>> {
  if (end.cause === 'timeout') return { kind: 'timed_out', detail: told(options.task, end.detail), end };
  if (end.cause === 'interrupted') return { kind: 'interrupted', detail: told(options.task, end.detail), end };
  if (end.exitCode !== 0) return { kind: 'failed', detail: told(options.task, end.detail), end };
  const result = await readResultFile(resultFile, options.schema);
  if (result.kind === 'unusable') return { kind: 'failed', detail: told(options.task, result.detail), end };
  return { kind: 'result', value: result.value, usage: readUsage(result.raw), end };
}

function told(task: AgentTask, detail: string): string {
  return `the agent's ${task} run: ${detail}`;
}

/** What the agent says it used, where it says so in full; it is told to nobody as a fact. */
function readUsage(raw: unknown): Usage | null {
  const parsed = z.object({ usage: outcomeSchema.shape.usage }).safeParse(raw);
  return parsed.success ? parsed.data.usage : null;
}

import { restoreFiles } from '../git/restore-files.ts';
import type { Worktree } from '../git/worktree.ts';
import type { Desk } from './desk.ts';
import type { OutcomePart } from './outcome-folder.ts';
import { runProjectCommand } from './project-command.ts';

/** How the project's setup failed: in our words, and what it printed. */
export interface SetupFailure {
  readonly detail: string;
  readonly output: string;
}

/** Runs the project's setup in a fresh worktree; nothing to tell where it ended well, or where there is none. */
export async function setUp(desk: Desk, worktree: Worktree): Promise<SetupFailure | null> {
  const { setup, author } = desk.file.job;
  if (setup === null) return null;
  desk.say("the project's setup runs");
  const end = await runProjectCommand({
    title: 'setup',
    command: setup,
    cwd: worktree.path,
    environment: desk.environment,
    outputLimit: author.outputLimitKb * 1024,
    signal: desk.signal,
    log: desk.log,
  });
  if (end.exitCode === 0) return null;
  return { detail: `the project's setup command: ${end.detail}`, output: end.output };
}

/** The project's own check on the files of a commit, once every process of an agent's has ended: advice. */
export async function verify(desk: Desk, worktree: Worktree, head: string): Promise<OutcomePart['verify']> {
  const { verify: check, author } = desk.file.job;
  if (check === null || desk.signal.aborted) return null;
  await restoreFiles({ worktree, commit: head, indexFile: desk.indexFile });
  desk.say("the project's own check runs");
  const end = await runProjectCommand({
    title: 'verify',
    command: check,
    cwd: worktree.path,
    environment: desk.environment,
    outputLimit: author.outputLimitKb * 1024,
    signal: desk.signal,
    log: desk.log,
  });
  const tail = end.cause === 'exit' ? end.output : `${end.output}\n[${end.detail}]`;
  return { command: check.command, exitCode: end.exitCode, tail };
}

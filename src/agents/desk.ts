import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../core/instant.ts';
import { cardVariable, writeAgentCard } from './agent-card.ts';
import { agentEnvironment, secretValues } from './agent-environment.ts';
import { type AgentLog, openAgentLog } from './agent-log.ts';
import type { AssignmentFile } from './assignment-file.ts';
import { lendLoopctl } from './lend-loopctl.ts';

export interface DeskFacts {
  readonly file: AssignmentFile;
  /** A checkout whose HEAD is the commit the assignment starts from. */
  readonly workspace: string;
  /** The program that answers an agent's `loopctl`. */
  readonly loopctl: string;
  readonly ambient: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly now: () => Instant;
  readonly say: (line: string) => void;
}

/** Where one agent works: folders of its own outside of the checkout, its environment, its log. */
export interface Desk extends DeskFacts {
  readonly environment: Readonly<Record<string, string>>;
  readonly log: AgentLog;
  readonly logFile: string;
  readonly bundle: string;
  /** Where the base that came with the assignment may be put. */
  readonly baseFile: string;
  readonly indexFile: string;
  readonly exchange: string;
  /** A path for a worktree of that name. */
  worktreePath(name: string): string;
  clear(): Promise<void>;
}

export const agentIdentity = { name: 'Orchestrate agent', email: 'agent@orchestrate.invalid' } as const;

/** Makes the folders, the home with its git identity, the lent programs, and the clean environment of one assignment. */
export async function openDesk(facts: DeskFacts): Promise<Desk> {
  const root = await mkdtemp(join(facts.ambient['RUNNER_TEMP'] ?? tmpdir(), 'orchestrate-'));
  const home = join(root, 'home');
  const temporary = join(root, 'tmp');
  await mkdir(home);
  await mkdir(temporary);
  await writeFile(join(home, '.gitconfig'), gitConfiguration());
  const { ambient, file } = facts;
  const names = file.job.environment;
  const logFile = join(root, 'agent.log');
  await writeFile(logFile, '');
  const tools = join(root, 'bin');
  await lendLoopctl(tools, facts.loopctl);
  const card = join(root, 'assignment.json');
  if (file.assignment.role !== 'rehearsal')
    await writeAgentCard(card, { assignment: file.assignment, skills: [...file.skills] });
  return {
    ...facts,
    environment: { ...agentEnvironment({ ambient, names, tools, home, temporary }), [cardVariable]: card },
    log: openAgentLog(logFile, secretValues({ ambient, names })),
    logFile,
    bundle: join(root, 'work.bundle'),
    baseFile: join(root, 'base.bundle'),
    indexFile: join(root, 'index'),
    // Below the temporary folder, which the sandboxes of coding agents let them write to.
    exchange: join(temporary, 'exchange'),
    worktreePath: (name) => join(root, name),
    clear: () => clear(root),
  };
}

/** The owner of a checkout may be another user than the one who runs in a container; git refuses such ones unasked. */
function gitConfiguration(): string {
  const { name, email } = agentIdentity;
  return `[user]\n\tname = ${name}\n\temail = ${email}\n[safe]\n\tdirectory = *\n[gc]\n\tauto = 0\n`;
}

async function clear(root: string): Promise<void> {
  try {
    await rm(root, { recursive: true, force: true });
  } catch {
    // Package caches hold folders without write permission; the machine is thrown away with them.
  }
}

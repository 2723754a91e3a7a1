import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readAgentCard } from '../agents/agent-card.ts';
import { findBranchFault } from '../config/branch-name.ts';
import { inputDefinition } from '../inputs/registry.ts';
import type { Identity } from '../loopctl/port.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { explain } from './explain.ts';
import { type Given, readText } from './given.ts';
import { renderCommandHelp, renderHelp } from './help.ts';
import { type Invocation, parseInvocation } from './invocation.ts';
import { NotForAgents } from './not-for-agents.ts';
import { openSession } from './open-session.ts';
import { decidePlace, type Environment, type Place, parseStoredSettings, type StoredSettings } from './place.ts';
import { print } from './print/print.ts';
import { type Format, formats } from './print/view.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

/** What surrounds a command, for a test to be in its place. */
export interface Surroundings {
  readonly directory: string;
  /** The person's own folder. */
  readonly home: string;
  readonly environment: Environment;
  readonly readInput: () => Promise<string>;
  /** What was asked for. */
  readonly write: (text: string) => void;
  /** Whatever else there is to say. */
  readonly say: (line: string) => void;
  readonly now: () => Date;
  /** Aborts when a person interrupts; called by what goes on until then. */
  readonly untilInterrupted: () => AbortSignal;
}

/** Carries out what was typed and tells how it ends: 0 done, 1 refused or failed, 2 not understood. */
export async function runLoopctl(words: readonly string[], surroundings: Surroundings): Promise<number> {
  let command: Command | null = null;
  try {
    const invocation = parseInvocation(words, commands);
    command = invocation.command;
    await carryOut(invocation, surroundings);
    return 0;
  } catch (error) {
    const explanation = explain(error, command?.name ?? null);
    if (explanation === null) throw error;
    const { message, remedy, exitCode } = explanation;
    surroundings.say(message);
    if (remedy !== null) surroundings.say(`What to do: ${remedy}`);
    return exitCode;
  }
}

async function carryOut(invocation: Invocation, surroundings: Surroundings): Promise<void> {
  if (invocation.kind === 'help') {
    const { command } = invocation;
    surroundings.write(command === null ? renderHelp(commands) : renderCommandHelp(command));
    return;
  }
  const { command, given } = invocation;
  const stored = parseStoredSettings(await readIfThere(join(surroundings.home, '.loopctl', 'config.json')));
  const format = readFormat(given, surroundings.environment, stored);
  const place = decidePlace({
    environment: surroundings.environment,
    stored,
    repository: readText(given, 'repo'),
    as: readIdentity(given),
    usually: command.usually,
  });
  const document = await answer(command, given, place, surroundings);
  if (document !== null) surroundings.write(print(document, command.view, format));
}

async function answer(command: Command, given: Given, place: Place, surroundings: Surroundings): Promise<unknown> {
  if (place.kind === 'assignment') return await tellAgent(command, given, place.file);
  const { directory, environment, now } = surroundings;
  const { session, close } = openSession(
    place,
    { branch: readBranch(given), directory, environment, now },
    restOfSession(command, given, surroundings),
  );
  try {
    const document = await command.run(session, given);
    await session.loopctl.flush(`loopctl ${[command.name, ...given.operands].join(' ').slice(0, 100)}`);
    return document;
  } finally {
    await close();
  }
}

async function tellAgent({ name, toAgent }: Command, given: Given, file: string): Promise<unknown> {
  if (toAgent.kind === 'explains') throw new NotForAgents(`loopctl ${name}: ${toAgent.why}`);
  return toAgent.answer(await readAgentCard(file), given);
}

function restOfSession(
  command: Command,
  given: Given,
  { directory, environment, readInput, say, write, untilInterrupted }: Surroundings,
): Pick<
  Session,
  'identity' | 'project' | 'readFile' | 'directory' | 'environment' | 'say' | 'write' | 'untilInterrupted'
> {
  return {
    identity: readIdentity(given) ?? command.usually,
    project: readText(given, 'project') ?? (environment['LOOPCTL_PROJECT'] || null),
    readFile: async (path) => (path === '-' ? await readInput() : await readGivenFile(resolve(directory, path))),
    directory,
    environment,
    say,
    write: (line) => write(`${line}\n`),
    untilInterrupted,
  };
}

function readFormat(given: Given, environment: Environment, stored: StoredSettings): Format {
  const asked = readText(given, 'format') ?? (environment['LOOPCTL_FORMAT'] || (stored.format ?? 'json'));
  const format = formats.find((candidate) => candidate === asked);
  if (format === undefined) throw new UsageError(`There is no format \`${asked}\`: ${formats.join(', ')}.`);
  return format;
}

const identities: readonly Identity[] = ['implementer', 'reviewer', 'orchestrator'];

function readIdentity(given: Given): Identity | null {
  const asked = readText(given, 'as');
  if (asked === null) return null;
  const identity = identities.find((candidate) => candidate === asked);
  if (identity === undefined) throw new UsageError(`--as must be one of ${identities.join(', ')}.`);
  return identity;
}

function readBranch(given: Given): string {
  const branch = readText(given, 'state-branch') ?? inputDefinition('state-branch').default ?? '';
  const fault = findBranchFault(branch);
  if (fault !== null) throw new UsageError(`--state-branch ${fault}`);
  return branch;
}

async function readGivenFile(path: string): Promise<string> {
  const text = await readIfThere(path);
  if (text === null) throw new UsageError(`There is no file ${path} that can be read.`);
  return text;
}

async function readIfThere(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch(() => null);
}

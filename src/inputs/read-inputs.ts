import { join, resolve } from 'node:path';
import type { Problem } from '../config/problem.ts';
import { findNearest } from '../core/nearest.ts';
import { parseRehearsalId, type Rehearsal } from '../core/rehearsal.ts';
import type { LoopctlServer } from '../loopctl/http/server.ts';
import { actorOf, findCommandProblems } from './command-problems.ts';
import type { Environment } from './environment.ts';
import { given, variableOf } from './given.ts';
import { findKeyProblems, keysIn, readServer } from './read-server.ts';
import { type InputName, inputDefinition, inputNames, type Phase, phases, renamedInputs } from './registry.ts';

interface TrustedInputs {
  readonly token: string;
  readonly config: string;
  readonly stateBranch: string;
  readonly workflow: string;
  /** Null: the embedded store. */
  readonly server: LoopctlServer | null;
}

/** What the jobs that judge may be given beside. */
interface JudgingInputs extends TrustedInputs {
  /** Null: no verdict becomes an approval here. */
  readonly approvalToken: string | null;
  /** Null: nobody is told of what people should know at once. */
  readonly webhook: string | null;
  /** Absolute; the record of the pass is written there. */
  readonly record: string;
}

export interface PlanInputs extends JudgingInputs {
  readonly phase: 'plan';
  /** Absolute; plan writes the assignments there. */
  readonly assignments: string;
}

/** A plan that is asked only what it would do. */
export interface DryRunInputs extends TrustedInputs {
  readonly phase: 'dry-run';
  /** Whether it is given tells what a plan could do. */
  readonly approvalToken: string | null;
}

/** A plan that is asked for a rehearsal in place of a pass. */
export interface RehearsalInputs extends TrustedInputs {
  readonly phase: 'rehearsal';
  /** Absolute; the assignment of the rehearsal's agent job is written there. */
  readonly assignments: string;
}

export interface AgentInputs {
  readonly phase: 'agent';
  readonly assignment: string;
  /** Absolute; the downloaded assignments. */
  readonly assignments: string;
  /** Absolute; the agent phase writes its outcome there. */
  readonly outcome: string;
}

export interface SettleInputs extends JudgingInputs {
  readonly phase: 'settle';
  readonly assignment: string;
  readonly outcomeArtifact: number;
  /** `sha256:` and 64 hexadecimal digits, as the artifact API writes it. */
  readonly outcomeDigest: string;
}

/** A settle of the agent job of a rehearsal, which may have left nothing. */
export interface RehearsedInputs extends TrustedInputs {
  readonly phase: 'rehearsed';
  readonly rehearsal: Rehearsal;
  /** Null: nothing was uploaded. */
  readonly outcome: { readonly artifact: number; readonly digest: string } | null;
}

export interface CommandInputs extends TrustedInputs {
  readonly phase: 'command';
  readonly command: string;
  /** What it is about; empty where the command itself says it. */
  readonly story: string;
  /** The login of who gives it. */
  readonly actor: string;
}

/** Something that a person wrote woke this job: whatever nobody has answered yet is followed. */
export interface CommentInputs extends JudgingInputs {
  readonly phase: 'comment';
  /** GitHub's number of the comment; null: a box of the dashboard was ticked. */
  readonly comment: number | null;
}

export interface DoctorInputs extends TrustedInputs {
  readonly phase: 'doctor';
}

export type Inputs =
  | PlanInputs
  | DryRunInputs
  | RehearsalInputs
  | AgentInputs
  | SettleInputs
  | RehearsedInputs
  | CommandInputs
  | CommentInputs
  | DoctorInputs;

export type InputsReading =
  | { readonly kind: 'inputs'; readonly inputs: Inputs }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** The inputs of this job's phase, or everything that is wrong with them at once; what is returned can be relied on. */
export function readInputs(environment: Environment): InputsReading {
  const phase = phases.find((candidate) => candidate === given(environment, 'phase')) ?? null;
  const problems = [
    ...unknownInputs(environment),
    ...inputNames
      .filter((name) => !isExcused(name, environment))
      .flatMap((name) => findInputProblem(name, given(environment, name), phase) ?? []),
    ...(phase === null ? [] : findFolderProblem(environment, phase)),
    ...(phase === null ? [] : findKeyProblems(given(environment, 'loopctl-url'), environment, phase)),
    ...(phase === 'command' ? findCommandProblems(environment) : []),
  ];
  if (problems.length > 0 || phase === null) return { kind: 'problems', problems };
  return { kind: 'inputs', inputs: assemble(environment, phase) };
}

/** Every secret that was given to this step, to be masked whatever else is wrong with it. */
export function secretsIn(environment: Environment): readonly string[] {
  const secret = inputNames.filter((name) => inputDefinition(name).secret).map((name) => given(environment, name));
  return [...keysIn(environment), ...secret].filter((value) => value !== '');
}

/** What is read of the inputs in the same way for whichever phase. */
interface Given {
  readonly value: (name: InputName) => string;
  readonly folder: (name: InputName) => string;
  readonly trusted: TrustedInputs;
  readonly judging: JudgingInputs;
}

function assemble(environment: Environment, phase: Phase): Inputs {
  const value = (name: InputName): string => given(environment, name) || (inputDefinition(name).default ?? '');
  const folder = (name: InputName): string =>
    resolve(value(name) || join(environment['RUNNER_TEMP'] ?? '', `orchestrate-${name}`));
  const trusted = {
    token: value('token'),
    config: value('config'),
    stateBranch: value('state-branch'),
    workflow: value('workflow'),
    server: readServer(value('loopctl-url'), environment),
  };
  const judging = {
    ...trusted,
    approvalToken: value('approval-token') || null,
    webhook: value('webhook-url') || null,
    record: folder('record'),
  };
  switch (phase) {
    case 'plan':
      return assemblePlan({ value, folder, trusted, judging });
    case 'agent':
      return {
        phase,
        assignment: value('assignment'),
        assignments: folder('assignments'),
        outcome: folder('outcome'),
      };
    case 'settle':
      return assembleSettle({ value, trusted, judging });
    case 'command':
      if (value('comment') !== '') {
        const comment = value('comment') === 'dashboard' ? null : Number(value('comment'));
        return { phase: 'comment', ...judging, comment };
      }
      return { phase, ...trusted, command: value('command'), story: value('story'), actor: actorOf(environment) };
    case 'doctor':
      return { phase, ...trusted };
  }
}

function assemblePlan({ value, folder, trusted, judging }: Given): Inputs {
  const assignments = folder('assignments');
  if (value('dry-run') === 'true') return { phase: 'dry-run', ...trusted, approvalToken: judging.approvalToken };
  if (value('rehearse') === 'true') return { phase: 'rehearsal', ...trusted, assignments };
  return { phase: 'plan', ...judging, assignments };
}

function assembleSettle({ value, trusted, judging }: Omit<Given, 'folder'>): Inputs {
  const assignment = value('assignment');
  const rehearsal = parseRehearsalId(assignment);
  const artifact = Number(value('outcome-artifact'));
  const digest = value('outcome-digest').replace(/^(sha256:)?/, 'sha256:');
  if (rehearsal === null) {
    return { phase: 'settle', ...judging, assignment, outcomeArtifact: artifact, outcomeDigest: digest };
  }
  return { phase: 'rehearsed', ...trusted, rehearsal, outcome: artifact === 0 ? null : { artifact, digest } };
}

function findInputProblem(name: InputName, value: string, phase: Phase | null): Problem | null {
  const problem =
    value === '' ? findMissing(name, phase) : (findMisplaced(name, value, phase) ?? findFault(name, value));
  return problem === null ? null : { where: `input ${name}`, ...problem };
}

/**
 * The agent job of a rehearsal may have left nothing: what was opened for it has to be closed all the same. And a command
 * may stand in a comment.
 */
function isExcused(name: InputName, environment: Environment): boolean {
  if (name === 'command') return given(environment, 'command') === '' && given(environment, 'comment') !== '';
  if (name !== 'outcome-artifact' && name !== 'outcome-digest') return false;
  const isEmpty = given(environment, 'outcome-artifact') === '';
  return isEmpty && parseRehearsalId(given(environment, 'assignment')) !== null;
}

type Finding = Omit<Problem, 'where'>;

function findMissing(name: InputName, phase: Phase | null): Finding | null {
  const remedy = 'Give it under `with:`, as the example workflows do.';
  if (phase === null) return name === 'phase' ? { what: 'is missing', remedy } : null;
  const { phases: users, required } = inputDefinition(name);
  return required && users.includes(phase) ? { what: `is missing, and phase ${phase} needs it`, remedy } : null;
}

function findMisplaced(name: InputName, value: string, phase: Phase | null): Finding | null {
  const { phases: users, default: fallback, secret } = inputDefinition(name);
  if (phase === null || users.includes(phase) || value === fallback) return null;
  const remedy = `Remove it from this step; it belongs to ${users.join(' and ')}.`;
  if (!secret) return { what: `is not for phase ${phase}`, remedy };
  const why = phase === 'agent' ? 'what runs there is not trusted' : 'that does nothing with it';
  return { what: `must not be given to phase ${phase}: ${why}`, remedy };
}

function findFault(name: InputName, value: string): Finding | null {
  const { secret, fault, description } = inputDefinition(name);
  const found = fault(value);
  if (found === null) return null;
  return { what: secret ? found : `${found}, found \`${value}\``, remedy: description };
}

function unknownInputs(environment: Environment): readonly Problem[] {
  const known = new Set<string>(inputNames.map(variableOf));
  return Object.keys(environment)
    .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
    .map((variable) => unknownInput(variable.slice('INPUT_'.length).toLowerCase()));
}

function unknownInput(name: string): Problem {
  const where = `input ${name}`;
  const renamed = Object.entries(renamedInputs).find(([before]) => before === name);
  if (renamed !== undefined) {
    return {
      where,
      what: `is now called \`${renamed[1]}\``,
      remedy: `Rename it to \`${renamed[1]}\` in the workflow.`,
    };
  }
  const nearest = findNearest(name, inputNames);
  const remedy =
    nearest === null ? `Remove it; the inputs are ${inputNames.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return { where, what: 'is not an input of Orchestrate', remedy };
}

function findFolderProblem(environment: Environment, phase: Phase): readonly Problem[] {
  if ((environment['RUNNER_TEMP'] ?? '') !== '') return [];
  return (['assignments', 'outcome'] as const)
    .filter((name) => inputDefinition(name).phases.includes(phase) && given(environment, name) === '')
    .map((name) => ({
      where: `input ${name}`,
      what: 'is empty, and the runner set no RUNNER_TEMP to put a default under',
      remedy: `Give \`${name}\` a folder.`,
    }));
}

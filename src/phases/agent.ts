import { type AssignmentFile, readAssignmentFile } from '../agents/assignment-file.ts';
import { runAuthor } from '../agents/author.ts';
import { type Desk, openDesk } from '../agents/desk.ts';
import { listenForInterruption } from '../agents/interruption.ts';
import { emptyOutcome, type OutcomePart, writeOutcomeFolder } from '../agents/outcome-folder.ts';
import { runRehearsal } from '../agents/rehearsal.ts';
import { runReviewer } from '../agents/reviewer.ts';
import type { Instant } from '../core/instant.ts';
import type { Outcome } from '../core/outcome.ts';

export interface AgentPhaseOptions {
  readonly assignmentId: string;
  readonly assignmentsDirectory: string;
  /** A checkout whose HEAD is the assignment's start. */
  readonly workspace: string;
  readonly outcomeDirectory: string;
  /** The program that answers an agent's `loopctl`. */
  readonly loopctl: string;
  readonly run: number;
  readonly attempt: number;
  readonly now: () => Instant;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
}

/**
 * Carries out one assignment by a fresh agent and leaves its outcome in a folder, whatever happens: it throws only
 * when not even that can be written.
 */
export async function runAgentPhase(options: AgentPhaseOptions): Promise<Outcome> {
  const interruption = listenForInterruption();
  try {
    // Overwritten at the end: it stands when this process is killed before.
    await write(options, emptyOutcome('crashed', 'the agent job was killed before it could write its outcome'), null);
    return await carryOut(options, interruption.signal);
  } catch (error) {
    return await leave(options, crash(error), null);
  } finally {
    interruption.stop();
  }
}

async function carryOut(options: AgentPhaseOptions, signal: AbortSignal): Promise<Outcome> {
  const file = await readAssignmentFile(options.assignmentsDirectory, options.assignmentId);
  const late = findLateness(file, options);
  if (late !== null) return await leave(options, emptyOutcome('expired', late), null);
  const { workspace, loopctl, environment: ambient, now, log: say } = options;
  const desk = await openDesk({ file, workspace, loopctl, ambient, signal, now, say });
  try {
    return await leave(options, await letWork(desk), desk);
  } finally {
    await desk.clear();
  }
}

/** Why an assignment must not start (any more): its time is over, or this is not the job it was made for. */
function findLateness({ assignment }: AssignmentFile, options: AgentPhaseOptions): string | null {
  if (assignment.run !== options.run) return `it was made for run ${assignment.run}, and this is run ${options.run}`;
  if (assignment.attempt !== options.attempt) {
    return `it was made for attempt ${assignment.attempt}, and this is attempt ${options.attempt}`;
  }
  const minutes = Math.ceil((options.now() - assignment.notAfter) / 60_000);
  return minutes > 0 ? `it had to start ${minutes} minutes ago` : null;
}

async function letWork(desk: Desk): Promise<OutcomePart> {
  const { assignment } = desk.file;
  try {
    if (assignment.role === 'rehearsal') return await runRehearsal(desk, assignment);
    return assignment.role === 'review' ? await runReviewer(desk, assignment) : await runAuthor(desk, assignment);
  } catch (error) {
    return crash(error);
  }
}

function crash(error: unknown): OutcomePart {
  return emptyOutcome('crashed', error instanceof Error ? (error.stack ?? error.message) : String(error));
}

async function leave(options: AgentPhaseOptions, part: OutcomePart, desk: Desk | null): Promise<Outcome> {
  const outcome = await write(options, part, desk);
  // Not the detail: an agent's words on a line of their own could be workflow commands.
  options.log(`outcome: ${outcome.kind}${outcome.head === null ? '' : `, work up to ${outcome.head}`}`);
  return outcome;
}

/** Writes the outcome's folder, with the work and the log where there is a desk they are on. */
async function write(options: AgentPhaseOptions, part: OutcomePart, desk: Desk | null): Promise<Outcome> {
  const { assignmentId: assignment, run, attempt } = options;
  const outcome: Outcome = { version: 1, assignment, run, attempt, ...masked(part, desk) };
  await writeOutcomeFolder(options.outcomeDirectory, {
    outcome,
    bundle: desk === null || outcome.head === null ? null : desk.bundle,
    log: desk === null ? null : desk.logFile,
  });
  return outcome;
}

/** What an agent says goes into the outcome without the secrets it was given. */
function masked(part: OutcomePart, desk: Desk | null): OutcomePart {
  if (desk === null) return part;
  return structuredMask(part, desk.log.mask);
}

function structuredMask<T>(value: T, mask: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === 'string' ? mask(inner) : inner));
}

import { z } from 'zod';
import type { Assignment } from '../core/assignment.ts';
import type { Restatement, Usage } from '../core/outcome.ts';
import { unpackBase } from '../git/base-bundle.ts';
import { type CollectedWork, collectWork } from '../git/collect-work.ts';
import { addWorktree, removeWorktree, type Worktree } from '../git/worktree.ts';
import { addUsage } from './add-usage.ts';
import { agentIdentity, type Desk } from './desk.ts';
import { type LaunchEnd, launchAgent } from './launch.ts';
import { emptyOutcome, type OutcomePart } from './outcome-folder.ts';
import { outcomeKind } from './outcome-kind.ts';
import { setUp, verify } from './project-steps.ts';
import type { AuthorPromptFacts } from './prompts/author-rules.ts';
import { repairPrompt } from './prompts/repair-prompt.ts';
import { workPrompt } from './prompts/work-prompt.ts';
import { restateStory } from './restate.ts';

type AuthorAssignment = Exclude<Assignment, { role: 'review' }>;

const workResultSchema = z.object({ summary: z.string().min(1) });
type WorkResult = z.infer<typeof workResultSchema>;

/** What the work is about: a story as restated, or a red base. */
interface Agreement {
  readonly restatement: Restatement | null;
  readonly usage: Usage | null;
  readonly prompt: (facts: AuthorPromptFacts) => string;
}

/** Lets an agent restate, then work on its branch; the project's own check follows as advice, and the work is gathered. */
export async function runAuthor(desk: Desk, assignment: AuthorAssignment): Promise<OutcomePart> {
  const deadline = desk.now() + desk.file.job.author.timeoutMinutes * 60_000;
  await takeBase(desk, assignment);
  if (assignment.role === 'repair') {
    const prompt = (facts: AuthorPromptFacts): string => repairPrompt(assignment, facts);
    return await work(desk, assignment, { restatement: null, usage: null, prompt }, deadline);
  }
  const restating = await restateStory(desk, assignment, deadline - desk.now());
  if (restating.kind === 'ended') return restating.outcome;
  const { restatement, usage } = restating;
  const prompt = (facts: AuthorPromptFacts): string => workPrompt(assignment, restatement, facts);
  return await work(desk, assignment, { restatement, usage, prompt }, deadline);
}

/** The commits that the assignment brought along, so that the base can be merged: by who is in conflict with it, it must. */
async function takeBase({ file, workspace, baseFile, say }: Desk, { feedback }: AuthorAssignment): Promise<void> {
  if (file.base === null) return;
  try {
    await unpackBase(workspace, Buffer.from(file.base, 'base64'), baseFile);
  } catch (cause) {
    if (!feedback.some(({ kind }) => kind === 'conflict')) return say('the base cannot be merged in this checkout');
    throw new Error('The base cannot be merged in this checkout: raise `fetch-depth` in its workflow.', { cause });
  }
}

async function work(
  desk: Desk,
  assignment: AuthorAssignment,
  agreement: Agreement,
  deadline: number,
): Promise<OutcomePart> {
  const worktree = await addWorktree({
    repository: desk.workspace,
    path: desk.worktreePath('work'),
    commit: assignment.startSha,
    branch: assignment.branch,
  });
  try {
    return {
      ...(await workOn(worktree, { desk, assignment, agreement, deadline })),
      restatement: agreement.restatement,
    };
  } finally {
    await removeWorktree(worktree);
  }
}

interface Task {
  readonly desk: Desk;
  readonly assignment: AuthorAssignment;
  readonly agreement: Agreement;
  readonly deadline: number;
}

async function workOn(worktree: Worktree, task: Task): Promise<OutcomePart> {
  const { desk, assignment, agreement, deadline } = task;
  const obstacle = await setUp(desk, worktree);
  if (obstacle !== null) return emptyOutcome('crashed', obstacle.detail);
  desk.say(`the agent works: ${assignment.role}`);
  const end = await launch(desk, { assignment, agreement, worktree, timeoutMs: Math.max(1, deadline - desk.now()) });
  const collected = await collect(desk, assignment, worktree);
  const done = end.kind === 'result';
  return {
    ...emptyOutcome(outcomeKind(end.kind), [done ? end.value.summary : end.detail, ...collected.notes].join('\n')),
    head: collected.head,
    verify: done && collected.head !== null ? await verify(desk, worktree, collected.head) : null,
    agent: { exitCode: end.end.exitCode, durationMs: end.end.durationMs },
    usage: addUsage(agreement.usage, done ? end.usage : null),
  };
}

interface Launch {
  readonly assignment: AuthorAssignment;
  readonly agreement: Agreement;
  readonly worktree: Worktree;
  readonly timeoutMs: number;
}

function launch(desk: Desk, { assignment, agreement, worktree, timeoutMs }: Launch): Promise<LaunchEnd<WorkResult>> {
  const { author } = desk.file.job;
  return launchAgent({
    task: assignment.role,
    command: author.command,
    cwd: worktree.path,
    environment: desk.environment,
    prompt: (resultFile) => agreement.prompt(promptFacts(desk, assignment, resultFile)),
    schema: workResultSchema,
    exchange: desk.exchange,
    timeoutMs,
    outputLimit: author.outputLimitKb * 1024,
    signal: desk.signal,
    log: desk.log,
  });
}

function promptFacts(desk: Desk, assignment: AuthorAssignment, resultFile: string): AuthorPromptFacts {
  const { job, skills } = desk.file;
  const { verify: check, protectedPaths } = job;
  return {
    branch: assignment.branch,
    startSha: assignment.startSha,
    verifyCommand: check?.command ?? null,
    protectedPaths,
    skills,
    resultFile,
  };
}

function collect(desk: Desk, assignment: AuthorAssignment, worktree: Worktree): Promise<CollectedWork> {
  const subject =
    assignment.role === 'repair' ? `the repair of ${assignment.redSha}` : `story ${assignment.story.number}`;
  return collectWork({
    worktree,
    branch: assignment.branch,
    startSha: assignment.startSha,
    bundle: desk.bundle,
    indexFile: desk.indexFile,
    // Only the number: a title could hold mentions and closing keywords, which work in commit messages.
    message: `Work in progress on ${subject}\n\nLeft uncommitted by the agent of assignment ${assignment.id}.\n`,
    author: agentIdentity,
    at: new Date(desk.now()),
  });
}

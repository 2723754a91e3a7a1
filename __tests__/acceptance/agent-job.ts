import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { ActionWorld, StepChange } from './action-world.ts';
import { type MatrixEntry, matrixOf } from './run-action.ts';

/** One agent job that has ended: whose it was and the files it left behind. */
export interface AgentJob {
  readonly id: string;
  readonly run: number;
  /** The commit it started from. */
  readonly start: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

const person = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Mallory',
  GIT_AUTHOR_EMAIL: 'mallory@example.invalid',
  GIT_COMMITTER_NAME: 'Mallory',
  GIT_COMMITTER_EMAIL: 'mallory@example.invalid',
};

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, env: person, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Plans, checks the first assignment's commit out, and runs the real agent phase on it. */
export async function runAgentJob(world: ActionWorld): Promise<AgentJob> {
  const planned = await planJobs(world);
  const [first] = planned.legs;
  if (first === undefined) throw new Error('nothing was dispatched');
  return await carryOut(world, planned, first);
}

/** Plans, and runs the real agent phase on every assignment, one after the other. */
export async function runAgentJobs(world: ActionWorld): Promise<readonly AgentJob[]> {
  const planned = await planJobs(world);
  const jobs: AgentJob[] = [];
  for (const leg of planned.legs) jobs.push(await carryOut(world, planned, leg));
  return jobs;
}

interface PlannedJobs {
  readonly run: number;
  readonly assignments: string;
  readonly legs: readonly MatrixEntry[];
}

async function planJobs(world: ActionWorld): Promise<PlannedJobs> {
  const run = world.newRun();
  const plan = await world.run('plan', { run });
  return { run, assignments: plan.outputs.assignments ?? '', legs: matrixOf(plan) };
}

/** Checks the commit of an assignment out and runs the real agent phase on it. */
export async function carryOut(
  world: ActionWorld,
  { run, assignments }: Pick<PlannedJobs, 'run' | 'assignments'>,
  leg: MatrixEntry,
): Promise<AgentJob> {
  const workspace = checkOut(world, leg.ref);
  const end = await world.run('agent', {
    run,
    inputs: { assignment: leg.id, assignments },
    variables: { GITHUB_WORKSPACE: workspace },
  });
  rmSync(workspace, { recursive: true, force: true });
  const folder = end.outputs.outcome ?? '';
  const files = readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const);
  return { id: leg.id, run, start: leg.ref, files: Object.fromEntries(files) };
}

/** What the example's workflow checks out: this commit and some of its history, and nothing else. */
function checkOut(world: ActionWorld, commit: string): string {
  const workspace = makeWorkspace();
  git(workspace, 'init', '--quiet');
  git(workspace, 'fetch', '--quiet', '--depth=50', `file://${repositoryOf(world)}`, commit);
  git(workspace, 'checkout', '--quiet', '--detach', commit);
  return workspace;
}

function cloneAt(world: ActionWorld, commit: string): string {
  const workspace = makeWorkspace();
  git(workspace, 'clone', '--quiet', '--no-local', repositoryOf(world), '.');
  git(workspace, 'checkout', '--quiet', '--detach', commit);
  return workspace;
}

function makeWorkspace(): string {
  return mkdtempSync(join(tmpdir(), 'action-checkout-'));
}

function repositoryOf({ folder }: ActionWorld): string {
  return join(folder, 'github/repo.git');
}

/** The job as it would have been had its agent left this outcome. */
export function withOutcome(job: AgentJob, change: Readonly<Record<string, unknown>>): AgentJob {
  const outcome = { ...JSON.parse(new TextDecoder().decode(job.files['outcome.json'])), ...change };
  return { ...job, files: { ...job.files, 'outcome.json': strToU8(JSON.stringify(outcome)) } };
}

/** The job as it would have been had its agent done this in its checkout, which begins at `onto`. */
export function withWork(
  world: ActionWorld,
  job: AgentJob,
  work: (folder: string) => void,
  onto = job.start,
): AgentJob {
  const folder = cloneAt(world, onto);
  work(folder);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=Work');
  git(folder, 'update-ref', 'refs/heads/work', 'HEAD');
  git(folder, 'bundle', 'create', '--quiet', 'work.bundle', 'refs/heads/work');
  const bundle = new Uint8Array(readFileSync(join(folder, 'work.bundle')));
  const head = git(folder, 'rev-parse', 'HEAD');
  rmSync(folder, { recursive: true, force: true });
  const other = withOutcome(job, { head });
  return { ...other, files: { ...other.files, 'work.bundle': bundle } };
}

/** Writes a file of the work, with its folders. */
export function putFile(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Uploads what the job left behind, and returns how its settle is to be started. */
export function upload(world: ActionWorld, job: AgentJob): Required<Pick<StepChange, 'run' | 'inputs'>> {
  const { id, digest } = world.github.host.createArtifact({
    runId: job.run,
    name: `orchestrate-outcome-${job.id}-${job.run}-1`,
    archive: zipSync(job.files, { mtime: '2000-01-01T00:00:00' }),
  });
  return {
    run: job.run,
    inputs: { assignment: job.id, 'outcome-artifact': String(id), 'outcome-digest': digest.replace('sha256:', '') },
  };
}

import { expect } from 'vitest';
import { type ActionWorld, proveCommit } from './action-world.ts';
import { type AgentJob, carryOut, upload } from './agent-job.ts';
import { type ActionEnd, type MatrixEntry, matrixOf } from './run-action.ts';

/** The run that the loop itself has started, or one by hand. */
export function nextRun(world: ActionWorld): number {
  const { host } = world.github;
  const queued = host.runs().find(({ workflowName, status }) => workflowName === 'Orchestrate' && status === 'queued');
  if (queued === undefined) return world.newRun();
  host.updateRun(queued.id, { status: 'in_progress' });
  return queued.id;
}

/** Ends a run that is under way. */
export function endRun(world: ActionWorld, run: number): void {
  world.github.host.updateRun(run, { status: 'completed', conclusion: 'success' });
}

/** The job of an agent that is at work. */
export function startAgent({ github: { host } }: ActionWorld, run: number, assignment: string): void {
  const job = host.createJob({ runId: run, name: `${assignment} / agent` });
  host.updateJob(job.id, { status: 'in_progress' });
}

/** Settles what an agent left behind; both jobs of its leg have ended well. */
export async function settle(world: ActionWorld, job: AgentJob): Promise<void> {
  const end = await world.run('settle', upload(world, job));
  expect(end).toMatchObject({ exitCode: 0, errors: [] });
  const { host } = world.github;
  for (const name of [`${job.id} / agent`, `${job.id} / settle`]) {
    const known = host.jobs(job.run).find((other) => other.name === name);
    const { id } = known ?? host.createJob({ runId: job.run, name });
    host.updateJob(id, { status: 'completed', conclusion: 'success' });
  }
}

/** One run that ends with its plan. */
export async function planOnly(world: ActionWorld): Promise<ActionEnd> {
  const run = nextRun(world);
  const end = await world.run('plan', { run });
  expect(end).toMatchObject({ exitCode: 0, errors: [] });
  endRun(world, run);
  return end;
}

export interface Dispatched {
  readonly run: number;
  readonly assignments: string;
  readonly leg: MatrixEntry;
  /** What its plan said. */
  readonly text: string;
}

/** One run that is under way: its plan has dispatched an agent, which nobody has carried out yet. */
export async function dispatch(world: ActionWorld): Promise<Dispatched> {
  const run = nextRun(world);
  const plan = await world.run('plan', { run });
  const [leg] = matrixOf(plan);
  if (leg === undefined) throw new Error(plan.text);
  return { run, assignments: plan.outputs.assignments ?? '', leg, text: plan.text };
}

/** One run: plan, and each of its legs to the end. */
export async function iterate(world: ActionWorld): Promise<void> {
  const run = nextRun(world);
  const plan = await world.run('plan', { run });
  expect(plan).toMatchObject({ exitCode: 0, errors: [] });
  const planned = { run, assignments: plan.outputs.assignments ?? '' };
  for (const leg of matrixOf(plan)) await settle(world, await carryOut(world, planned, leg));
  endRun(world, run);
}

/** Green checks on every head that is open and on the base, and an end to what was started there. */
export function prove({ github }: ActionWorld): void {
  const { host } = github;
  const open = host
    .runs()
    .filter(({ workflowName, status }) => workflowName !== 'Orchestrate' && status !== 'completed');
  for (const { id } of open) {
    for (const job of host.jobs(id)) host.updateJob(job.id, { status: 'completed', conclusion: 'success' });
    host.updateRun(id, { status: 'completed', conclusion: 'success' });
  }
  const pulls = github.world.pulls().filter(({ state }) => state === 'open');
  const shas = [github.world.branches().get('main') ?? '', ...pulls.map(({ headSha }) => headSha)];
  const unproven = shas.filter((sha) => github.world.checksOf(sha).every(({ name }) => name !== 'test'));
  for (const sha of unproven) proveCommit(github, sha);
}

/** Lets the loop go on until it has finished. */
export async function finish(world: ActionWorld): Promise<void> {
  for (let runs = 0; runs < 6; runs += 1) {
    prove(world);
    await iterate(world);
    if ((await world.ledger()).finished) return;
  }
  throw new Error('it does not come to an end');
}

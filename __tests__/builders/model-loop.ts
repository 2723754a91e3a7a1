import { decide } from '../../src/core/decide.ts';
import type { Decision, Plan } from '../../src/core/decision.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import { rememberApplied } from '../../src/core/remember.ts';
import type { OutcomeFacts, PassFacts, Snapshot } from '../../src/core/snapshot.ts';
import { changesGitHub, isSavedBefore } from '../../src/pass/effect.ts';
import { minute } from './ledger.ts';
import { endJob } from './model-agents.ts';
import { applyToModel } from './model-apply.ts';
import { type Deed, doDeed } from './model-people.ts';
import { type ModelJob, type ModelWorld, newSha, observe, runningJobs } from './model-world.ts';
import type { Tape } from './tape.ts';

const rounds = 3;

export interface ModelRun {
  readonly world: ModelWorld;
  readonly policy: Policy;
  readonly tape: Tape;
  /** Nobody but the loop mends a red base, and its CI can be cancelled too. */
  readonly isAlone?: boolean;
  /** What people may do between two runs; nothing where it is left out. */
  readonly deeds?: readonly Deed[];
  /** Told of every plan before it is applied, and of what the round before it had applied. */
  readonly inspect: (plan: Plan, world: ModelWorld, before: readonly Decision[]) => void;
}

/** Runs of the workflow, one after the other, agents and CI between them, until nothing has moved for a day. */
export function driveBacklog(run: ModelRun): Plan {
  for (let number = 1, idle = 0; number < 2000; number += 1) {
    const plan = runWorkflow(run, number);
    const isDone = letPeopleAct(run);
    const moved = moveWorld(run) || isDone;
    idle = moved || plan.decisions.length > 0 ? 0 : idle + 1;
    run.world.now += idle > 0 ? 480 * minute : minute;
    if (idle > 3) return plan;
  }
  throw new Error('the loop never comes to an end');
}

function letPeopleAct({ world, policy, tape, deeds = [] }: ModelRun): boolean {
  world.past.push(world.ledger);
  const deed = tape.choose(['none', 'none', 'none', ...deeds]);
  return deed !== 'none' && doDeed(deed, world, policy, tape);
}

/** One workflow run's plan; the matrix starts only when the pass came to its end. */
function runWorkflow(run: ModelRun, number: number): Plan {
  const { world } = run;
  const pass = { run: number, attempt: 1, holder: 'plan', canDispatch: true };
  const { plan, applied, isCrashed } = runPass(run, pass, null);
  const jobs = applied.flatMap((decision): ModelJob[] =>
    decision.kind === 'dispatch'
      ? [{ assignment: decision.assignment, state: isCrashed ? 'gone' : 'running', outcome: null, isSettled: false }]
      : [],
  );
  if (jobs.length > 0) world.runs.set(number, jobs);
  return plan;
}

interface PassResult {
  readonly plan: Plan;
  readonly applied: readonly Decision[];
  readonly isCrashed: boolean;
}

/** Gather, decide, apply; a pass that crashes forgets what it did since its last save. */
function runPass(run: ModelRun, pass: PassFacts, outcome: OutcomeFacts | null): PassResult {
  const { world, policy } = run;
  const applied: Decision[] = [];
  let held: Ledger = world.ledger;
  let last: readonly Decision[] = [];
  let earlier: Snapshot | null = null;
  for (let round = 1; ; round += 1) {
    const seen: Snapshot = look(world, pass, outcome, earlier);
    const plan = decide(seen, held, policy, world.now);
    run.inspect(plan, world, last);
    const isOver = plan.decisions.length === 0 || round > rounds;
    if (isOver || round === 1 || plan.decisions.some(isSavedBefore)) world.ledger = plan.ledger;
    if (isOver) return { plan, applied, isCrashed: false };
    const end = applyRound(run, plan, applied);
    if (end === 'crashed') return { plan, applied, isCrashed: true };
    last = end.done;
    held = end.ledger;
    earlier = plan.decisions.some(changesGitHub) ? null : seen;
  }
}

/** loopctl as it is now, and GitHub as it was seen before where nothing was changed there that asks for another look. */
function look(world: ModelWorld, pass: PassFacts, outcome: OutcomeFacts | null, earlier: Snapshot | null): Snapshot {
  const { staleTip } = world;
  const fresh = observe(world, pass, outcome);
  if (earlier === null) return fresh;
  world.staleTip = staleTip;
  const { base, pullRequests, runs, legs, strays } = earlier;
  return { ...fresh, base, pullRequests, runs, legs, strays };
}

interface RoundEnd {
  readonly done: readonly Decision[];
  /** What is remembered of it, and not saved yet. */
  readonly ledger: Ledger;
}

function applyRound({ world, tape }: ModelRun, plan: Plan, applied: Decision[]): RoundEnd | 'crashed' {
  let { ledger } = plan;
  const done: Decision[] = [];
  for (const decision of plan.decisions) {
    if (done.at(-1)?.kind === 'verify') world.ledger = ledger;
    const trouble = tape.choose([
      'none',
      'none',
      'none',
      'none',
      'none',
      'none',
      'refused',
      'crash before',
      'crash after',
    ]);
    if (trouble === 'crash before') return 'crashed';
    const result = trouble === 'refused' ? null : applyToModel(world, decision, tape);
    if (trouble === 'crash after') return 'crashed';
    if (result === null) continue;
    done.push(decision);
    applied.push(decision);
    ledger = rememberApplied(ledger, decision, result, world.now);
  }
  return { done, ledger };
}

/** Time passes: CI ends, agents end and are settled, a person mends a red base. True when anything moved. */
function moveWorld(run: ModelRun): boolean {
  const { world, tape } = run;
  const pending = world.pullRequests.filter(
    ({ check, isClosed, mergeSha }) => check === 'pending' && mergeSha === null && !isClosed,
  );
  for (const pullRequest of pending) pullRequest.check = tape.choose(['success', 'success', 'failure', 'pending']);
  const isBaseMoving = moveBase(run);
  const waiting = world.resettle.splice(0);
  for (const job of waiting) settle(run, job);
  const working = runningJobs(world);
  for (const job of working) {
    if (tape.choose([true, true, false])) endJob(world, job, tape);
    if (job.state === 'ended') settle(run, job);
  }
  return pending.length + waiting.length + working.length > 0 || isBaseMoving;
}

/** CI of the base ends, or a person mends it. */
function moveBase({ world, tape, isAlone = false }: ModelRun): boolean {
  const { base } = world;
  if (base.check === 'success') return false;
  if (base.check === 'pending') {
    base.check = tape.choose([
      'success',
      'success',
      'failure',
      'pending',
      ...(isAlone ? (['cancelled'] as const) : []),
    ]);
    return true;
  }
  if (isAlone) return false;
  world.base = { sha: newSha(world), check: 'pending' };
  return true;
}

function settle(run: ModelRun, job: ModelJob): void {
  const { id, run: number } = job.assignment;
  const pass = { run: number, attempt: 1, holder: `settle ${id}`, canDispatch: false };
  const { plan, isCrashed } = runPass(run, pass, job.outcome);
  job.isSettled = !(isCrashed || Object.hasOwn(plan.ledger.flights, id));
}

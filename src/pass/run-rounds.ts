import { isDeepStrictEqual } from 'node:util';
import type { Applied } from '../core/applied.ts';
import { decide } from '../core/decide.ts';
import { type Decision, type Plan, subjectOf } from '../core/decision.ts';
import { holdOfFailure } from '../core/degraded.ts';
import type { Instant } from '../core/instant.ts';
import type { Intent, Ledger } from '../core/ledger.ts';
import { noteApplied } from '../core/note-applied.ts';
import { tallySpent } from '../core/note-tally.ts';
import type { Hold } from '../core/reasons.ts';
import { recordLook } from '../core/record/pass-record.ts';
import type { OutcomeFacts, Snapshot } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import { LoopctlRefusal } from '../loopctl/loopctl-error.ts';
import { renderReply } from '../render/replies.ts';
import { announceDecision, announcePlan, announceUndone } from './announce.ts';
import { applyDecision } from './apply.ts';
import type { Tell } from './apply-answer.ts';
import { changesGitHub, isSavedBefore } from './effect.ts';
import { type Gathered, gather, type LookBefore } from './gather.ts';
import { LeftUndone } from './left-undone.ts';
import type { Pass } from './pass.ts';
import { type HeldLedger, saveLedger, takeLease } from './state.ts';
import { tellPeople } from './tell-people.ts';
import { tellUsage } from './tell-usage.ts';
import { type LeasedPass, requireTime, underLease } from './under-lease.ts';

const maxRounds = 3;

export interface PassResult {
  readonly kind: 'done';
  readonly plan: Plan;
  readonly world: Snapshot;
  readonly applied: readonly Decision[];
  /** What was rightly not carried out, by its name, and why. */
  readonly undone: ReadonlyMap<string, Hold>;
  /** What was remembered when the pass began. */
  readonly before: Ledger;
  /** Agents could be dispatched now, by another run. */
  readonly wantsRun: boolean;
}

interface RoundsStart {
  readonly loaded: HeldLedger;
  readonly prepared: Ledger;
  readonly outcome: Promise<OutcomeFacts | null> | null;
  readonly inspect: (world: Snapshot) => void;
}

/** Somebody else saved the ledger between our reading and our lease: nothing was done, everything is to be read again. */
export interface LostRace {
  readonly kind: 'lost_race';
}

/**
 * Gather, decide, apply, until nothing moves: three rounds at most. The first save takes the lease and names the
 * intents, before the first effect; a later round saves anew only where an effect of it has to find saved what led to
 * it. A verification is saved before anything else is done, and the last save gives the lease back. What the world
 * refused is not tried again in the same pass, nor does it start another run: it is a hold like any other.
 */
export async function runRounds(
  { loaded, prepared, outcome, inspect }: RoundsStart,
  pass: Pass,
): Promise<PassResult | LostRace> {
  let held: HeldLedger = { ...loaded, ledger: prepared };
  const done: Done = { applied: [], undone: new Map() };
  let before: LookBefore | null = null;
  let last: Round | null = null;
  for (let round = 1; ; round += 1) {
    const gathered: Gathered | RemoteError = await lookAgain(last, () =>
      gather(held.ledger, { outcome, before }, pass),
    );
    if (gathered instanceof RemoteError) return await endBlind(gathered, last, { loaded, held, done }, pass);
    const { world, look } = gathered;
    inspect(world);
    const now = pass.now();
    const decided = decide(world, held.ledger, pass.policy, now);
    pass.record(recordLook({ world, ledger: held.ledger, now }, decided));
    const plan = withoutUndone(decided, done);
    last = { world, plan };
    held = { ...held, ledger: plan.ledger };
    if (plan.decisions.length === 0 || round > maxRounds) {
      return await endPass(last, { loaded, held, done }, pass);
    }
    const leased = await saveIntents(plan.decisions, held, { isFirst: round === 1 }, pass);
    if (leased === null) return { kind: 'lost_race' };
    held = await applyAll(last, leased, pass, done);
    before = { look, isPast: plan.decisions.some(changesGitHub) };
  }
}

interface Round {
  readonly world: Snapshot;
  readonly plan: Plan;
}

/** After something was done, a look that fails is an answer too: what was done must not be lost with it. */
async function lookAgain(last: Round | null, look: () => Promise<Gathered>): Promise<Gathered | RemoteError> {
  try {
    return await look();
  } catch (error) {
    if (last === null || !(error instanceof RemoteError) || !error.retryable) throw error;
    return error;
  }
}

interface Ending {
  readonly loaded: HeldLedger;
  readonly held: HeldLedger;
  readonly done: Done;
  /** The last look failed: what people are shown would be of the one before. */
  readonly isBlind?: true;
}

/** The end of a pass that cannot look any more: what it did stands, and the next run sees what came of it. */
async function endBlind(
  error: RemoteError,
  last: Round | null,
  ending: Ending,
  pass: Pass,
): Promise<PassResult | LostRace> {
  if (last === null) throw error;
  const { plan, world } = last;
  const notes = [...plan.notes, holdOfFailure(error)];
  const { ledger } = ending.held;
  return await endPass(
    { world, plan: { ...plan, decisions: [], notes, ledger, wantsRun: !error.isTooMuch } },
    { ...ending, isBlind: true },
    pass,
  );
}

async function endPass({ world, plan }: Round, ending: Ending, pass: Pass): Promise<PassResult | LostRace> {
  const { loaded, done } = ending;
  announcePlan(plan, pass);
  const held = { ...ending.held, ledger: tallySpent(loaded.ledger, ending.held.ledger, world.outcome) };
  // Requests are kept for what moves the project.
  const isQuiet = ending.isBlind || plan.notes.some(({ code }) => code === 'budget_short');
  const isLeased = held.version !== loaded.version;
  const shown = isQuiet ? held : await tellPeople({ world, plan, held, isLeased }, pass);
  if (shown === null) return { kind: 'lost_race' };
  if (shown.version !== loaded.version) {
    await tellUsage(world, { before: loaded.ledger, after: shown.ledger }, underLease(pass, untilOf(shown)));
  }
  if (!(await giveBack(loaded, shown, pass))) return { kind: 'lost_race' };
  return {
    kind: 'done',
    plan,
    world,
    applied: done.applied,
    undone: done.undone,
    before: loaded.ledger,
    wantsRun: plan.wantsRun || plan.decisions.length > 0,
  };
}

/** The ledger under our lease, saved where the round asks for it; null when somebody else saved before our first. */
async function saveIntents(
  decisions: readonly Decision[],
  held: HeldLedger,
  { isFirst }: { readonly isFirst: boolean },
  pass: Pass,
): Promise<HeldLedger | null> {
  if (!isFirst) requireHeld(held, pass);
  if (!isFirst && !decisions.some(isSavedBefore)) return held;
  const leased = await takeLease(held, decisions.map(intentOf), pass);
  return leased ?? (isFirst ? null : stolen());
}

/** What a pass has done so far, and what it was refused, by intent. */
interface Done {
  readonly applied: Decision[];
  readonly undone: Map<string, Hold>;
}

function withoutUndone(plan: Plan, { undone }: Done): Plan {
  if (undone.size === 0) return plan;
  const holds = new Map(plan.holds);
  const decisions = plan.decisions.filter((decision) => {
    const hold = undone.get(nameOf(decision));
    if (hold !== undefined && 'story' in decision) holds.set(decision.story.number, hold);
    return hold === undefined;
  });
  return { ...plan, decisions, holds };
}

function intentOf(decision: Decision): Intent {
  return { kind: decision.kind, key: subjectOf(decision) };
}

function nameOf(decision: Decision): string {
  const { kind, key } = intentOf(decision);
  return `${kind} ${key}`;
}

/** Applies in order and remembers each; what the other side refused now is left to the next pass, the rest goes on. */
async function applyAll(
  { world, plan }: Round,
  leased: HeldLedger,
  pass: Pass,
  { applied, undone }: Done,
): Promise<HeldLedger> {
  let held = leased;
  let isOwed = false;
  const tell: Tell = (ask) =>
    renderReply(ask, { world, plan, ledger: held.ledger, tally: held.ledger.tally, now: pass.now() });
  for (const decision of plan.decisions) {
    requireHeld(held, pass);
    if (isOwed) held = (await saveLedger(held, pass)) ?? stolen();
    isOwed = false;
    const result = await attempt(decision, underLease(pass, untilOf(held)), tell);
    pass.record({ kind: 'end', intent: intentOf(decision), undone: result.kind === 'undone' ? result.hold : null });
    if (result.kind === 'undone') {
      undone.set(nameOf(decision), result.hold);
      announceUndone(decision, result.hold, pass);
      continue;
    }
    const { instead: done = decision, taken } = result.applied;
    held = { ...held, ledger: noteApplied(held.ledger, done, result.applied, pass.now()) };
    if (taken !== undefined) continue;
    applied.push(done);
    announceDecision(done, pass);
    isOwed = decision.kind === 'verify';
  }
  return held;
}

type Attempt =
  | { readonly kind: 'applied'; readonly applied: Applied }
  | { readonly kind: 'undone'; readonly hold: Hold };

async function attempt(decision: Decision, pass: LeasedPass, tell: Tell): Promise<Attempt> {
  try {
    return { kind: 'applied', applied: await applyDecision(decision, pass, tell) };
  } catch (error) {
    if (error instanceof LeftUndone) return { kind: 'undone', hold: error.hold };
    if (error instanceof LoopctlRefusal) {
      return { kind: 'undone', hold: { code: 'stalled_elsewhere', detail: error.message } };
    }
    if (error instanceof RemoteError) return { kind: 'undone', hold: holdOfFailure(error) };
    throw error;
  }
}

/** Nothing is done and nothing saved by a pass that was held up for longer than its lease. */
function requireHeld(held: HeldLedger, pass: Pass): void {
  requireTime(untilOf(held), pass);
}

function untilOf({ ledger }: HeldLedger): Instant {
  return ledger.lease?.until ?? 0;
}

function stolen(): never {
  throw new Error('The ledger was changed under our lease.');
}

/** The last save: without lease and intents, and only when there is something new to remember. */
async function giveBack(loaded: HeldLedger, held: HeldLedger, pass: Pass): Promise<boolean> {
  const ledger: Ledger = { ...held.ledger, lease: null, intents: [] };
  if (held.version === loaded.version && isDeepStrictEqual(ledger, { ...loaded.ledger, lease: null, intents: [] }))
    return true;
  if (held.version !== loaded.version) requireHeld(held, pass);
  return (await saveLedger({ ledger, version: held.version }, pass)) !== null;
}

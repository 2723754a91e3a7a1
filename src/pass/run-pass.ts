import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../core/instant.ts';
import type { Lease, Ledger } from '../core/ledger.ts';
import type { Hold } from '../core/reasons.ts';
import type { OutcomeFacts, Snapshot } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import { dispatchWorkflow } from '../github/dispatch-workflow.ts';
import { isSettleOver } from '../github/legs.ts';
import { readRun } from '../github/read-runs.ts';
import { StoredStateConflict } from '../loopctl/loopctl-error.ts';
import type { OpenedPass, Pass } from './pass.ts';
import { type PassResult, runRounds } from './run-rounds.ts';
import { isLeased, loadLedger } from './state.ts';

const patienceMs = 120_000;
/** Whether the holder of the lease still lives is asked at the first look, and then at every n-th: it costs a request. */
const holderEvery = 4;

export type PassEnd =
  | { readonly kind: 'done'; readonly result: PassResult }
  /** GitHub lets us ask for nothing more now: nothing was done. */
  | { readonly kind: 'spent'; readonly hold: Hold }
  /** Another pass held the lease for as long as we could wait: nothing was done. */
  | { readonly kind: 'leased' };

/** What makes a plan's pass another one than a settle's. */
export interface PassParts {
  /** What is to be known of an outcome; read once, and while others hold the lease: it does not change any more. */
  readonly outcome: (ledger: Ledger, pass: Pass) => Promise<OutcomeFacts | null>;
  /** Data operations before the first look: the backlog's import. */
  readonly prepare: (ledger: Ledger, pass: Pass) => Promise<Ledger>;
  /** Throws when the world as first seen must not be worked on; nothing is written then. */
  readonly inspect: (world: Snapshot) => void;
}

/**
 * One pass: waits while another holds the lease, runs the rounds, and starts the successor run when there is work that
 * only another run can do and none is queued.
 */
export async function runPass(parts: PassParts, opened: OpenedPass): Promise<PassEnd> {
  const once = { ...parts, outcome: rememberFirst(parts.outcome) };
  let since: Instant | null = null;
  for (let asked = 0; ; asked += 1) {
    const result = await tryPass(once, asked, opened).catch(holdOfTooMuch);
    if (result !== null && 'code' in result) return { kind: 'spent', hold: result };
    if (result !== null) {
      if (since !== null) opened.log(`· waited ${opened.now() - since} ms for the lease`);
      await startSuccessor(result, opened);
      return { kind: 'done', result };
    }
    since ??= opened.now();
    if (opened.now() > since + patienceMs) return { kind: 'leased' };
    // Those who wait for one lease should not ask in step, nor ever more often than is of use.
    await sleep(Math.min(1000, 120 * 1.3 ** asked) * (0.75 + Math.random() / 2));
    await opened.loopctl.reload();
  }
}

/** Null while another pass is at work, or when it saved between our look and our lease. */
async function tryPass(parts: PassParts, asked: number, opened: OpenedPass): Promise<PassResult | null> {
  const { slug } = opened.settings;
  const pass: Pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
  const loaded = await loadLedger(pass);
  const isHeld = isLeased(loaded.ledger, pass) && !(await isHolderGone(loaded.ledger.lease, asked, pass));
  const outcome = parts.outcome(loaded.ledger, pass);
  if (isHeld) {
    await outcome;
    return null;
  }
  try {
    const prepared = await parts.prepare(loaded.ledger, pass);
    const result = await runRounds({ loaded, prepared, outcome, inspect: parts.inspect }, pass);
    return result.kind === 'done' ? result : null;
  } catch (error) {
    if (error instanceof StoredStateConflict) return null;
    throw error;
  }
}

function holdOfTooMuch(error: unknown): Hold {
  if (error instanceof RemoteError && error.isTooMuch) return { code: 'budget_short', detail: error.message };
  throw error;
}

function rememberFirst(read: PassParts['outcome']): PassParts['outcome'] {
  let first: ReturnType<typeof read> | null = null;
  return (ledger, pass) => {
    first ??= read(ledger, pass);
    return first;
  };
}

/**
 * A run that is over has no job left that could act, and neither has a leg whose settle is over, whoever else of its
 * run is still at work: what was held when it was killed holds nobody up.
 */
export async function isHolderGone(
  lease: Lease | null,
  asked: number,
  { github, facts }: OpenedPass,
): Promise<boolean> {
  if (lease === null || asked % holderEvery !== 0) return false;
  const { run: id, attempt, holder } = lease;
  const run = id === facts.run ? { attempt: facts.attempt, status: 'in_progress' } : await readRun(github, id);
  if (run !== null && (run.attempt > attempt || run.status === 'completed')) return true;
  const assignment = /^settle (.+)$/.exec(holder)?.[1];
  return assignment !== undefined && (await isSettleOver(github, { run: id, attempt, assignment }));
}

async function startSuccessor({ wantsRun, world }: PassResult, { github, settings, log }: OpenedPass): Promise<void> {
  if (!wantsRun || world.queuedRuns > 0) return;
  try {
    await dispatchWorkflow(github, { workflow: settings.workflow, ref: settings.defaultBranch });
  } catch (error) {
    // What was done stands, and the clock wakes the next run.
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    log(`! wake - — not done: ${error.message}`);
    return;
  }
  log('▸ wake - — there is work for another run');
}

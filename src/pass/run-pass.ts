import { holdOfFailure } from '../core/degraded.ts';
import type { Lease, Ledger } from '../core/ledger.ts';
import type { Hold } from '../core/reasons.ts';
import type { OutcomeFacts, Snapshot } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import { dispatchWorkflow } from '../github/dispatch-workflow.ts';
import { StoredStateConflict } from '../loopctl/loopctl-error.ts';
import type { OpenedPass, Pass } from './pass.ts';
import { type PassResult, runRounds } from './run-rounds.ts';
import { loadLedger } from './state.ts';
import { type Attempt, findHolder, waitForLease } from './wait-for-lease.ts';

const patienceMs = 120_000;

/** GitHub lets us ask for nothing more now: nothing was done. */
interface Spent {
  readonly kind: 'spent';
  readonly hold: Hold;
}

export type PassEnd =
  | { readonly kind: 'done'; readonly result: PassResult }
  | Spent
  /** Another pass held the lease for as long as we could wait: nothing was done. */
  | { readonly kind: 'leased'; readonly holder: Lease | null };

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
  const attempt = (asked: number): Promise<Attempt<PassResult | Spent>> => tryPass(once, asked, opened).catch(toSpent);
  const end = await waitForLease(attempt, patienceMs, opened);
  if (end.kind === 'busy') return { kind: 'leased', holder: end.holder };
  if (end.value.kind === 'spent') return end.value;
  await startSuccessor(end.value, opened);
  return { kind: 'done', result: end.value };
}

async function tryPass(parts: PassParts, asked: number, opened: OpenedPass): Promise<Attempt<PassResult>> {
  const { slug } = opened.settings;
  const pass: Pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
  const loaded = await loadLedger(pass);
  const holder = await findHolder(loaded.ledger.lease, asked, pass);
  const outcome = parts.outcome(loaded.ledger, pass);
  if (holder !== null) {
    await outcome;
    return { kind: 'busy', holder };
  }
  try {
    const prepared = await parts.prepare(loaded.ledger, pass);
    const result = await runRounds({ loaded, prepared, outcome, inspect: parts.inspect }, pass);
    return result.kind === 'done' ? { kind: 'done', value: result } : { kind: 'busy', holder: null };
  } catch (error) {
    if (error instanceof StoredStateConflict) return { kind: 'busy', holder: null };
    throw error;
  }
}

function toSpent(error: unknown): Attempt<Spent> {
  if (!(error instanceof RemoteError && error.isTooMuch)) throw error;
  return { kind: 'done', value: { kind: 'spent', hold: holdOfFailure(error) } };
}

function rememberFirst(read: PassParts['outcome']): PassParts['outcome'] {
  let first: ReturnType<typeof read> | null = null;
  return (ledger, pass) => {
    first ??= read(ledger, pass);
    return first;
  };
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

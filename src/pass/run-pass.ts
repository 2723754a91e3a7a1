import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../core/ledger.ts';
import type { OutcomeFacts, Snapshot } from '../core/snapshot.ts';
import { dispatchWorkflow } from '../github/dispatch-workflow.ts';
import type { Pass } from './pass.ts';
import { type PassResult, runRounds } from './run-rounds.ts';
import { isLeased, loadLedger } from './state.ts';

const patienceMs = 120_000;

export type PassEnd =
  | { readonly kind: 'done'; readonly result: PassResult }
  /** Another pass held the lease for as long as we could wait: nothing was done. */
  | { readonly kind: 'leased' };

/** What makes a plan's pass another one than a settle's. */
export interface PassParts {
  /** What is to be known of an outcome, read once the lease is free. */
  readonly outcome: (ledger: Ledger) => Promise<OutcomeFacts | null>;
  /** Data operations before the first look: the backlog's import. */
  readonly prepare: (ledger: Ledger) => Promise<Ledger>;
  /** Throws when the world as first seen must not be worked on; nothing is written then. */
  readonly inspect: (world: Snapshot) => void;
}

/**
 * One pass: waits while another holds the lease, runs the rounds, and starts the successor run when there is work that
 * only another run can do and none is queued.
 */
export async function runPass(parts: PassParts, pass: Pass): Promise<PassEnd> {
  const giveUp = pass.now() + patienceMs;
  let outcome: OutcomeFacts | null | undefined;
  for (;;) {
    const held = await loadLedger(pass);
    if (!isLeased(held.ledger, pass)) {
      outcome ??= await parts.outcome(held.ledger);
      const ledger = await parts.prepare(held.ledger);
      const result = await runRounds({ loaded: held, prepared: ledger, outcome, inspect: parts.inspect }, pass);
      if (result.kind === 'done') {
        await startSuccessor(result, pass);
        return { kind: 'done', result };
      }
    }
    if (pass.now() > giveUp) return { kind: 'leased' };
    await sleep(200 + Math.random() * 400);
    await pass.loopctl.reload();
  }
}

async function startSuccessor({ wantsRun, world }: PassResult, pass: Pass): Promise<void> {
  if (!wantsRun || world.queuedRuns > 0) return;
  await dispatchWorkflow(pass.github, { workflow: pass.settings.workflow, ref: pass.settings.defaultBranch });
  pass.log('▸ wake - — there is work for another run');
}

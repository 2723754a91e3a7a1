import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../core/instant.ts';
import type { Lease } from '../core/ledger.ts';
import { isSettleOver } from '../github/legs.ts';
import { readRun } from '../github/read-runs.ts';
import type { OpenedPass, Pass } from './pass.ts';
import { isLeased } from './state.ts';

/** Whether the holder of the lease still lives is asked at the first look, and then at every n-th: it costs a request. */
const holderEvery = 4;

/** What came of trying. */
export type Attempt<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** A pass is at work (`holder`), or somebody saved between our look and our save: nothing was done. */
  | { readonly kind: 'busy'; readonly holder: Lease | null };

/** Tries until something comes of it, or others have held the lease for as long as we can wait. */
export async function waitForLease<Value>(
  attempt: (asked: number) => Promise<Attempt<Value>>,
  patienceMs: number,
  { now, log, loopctl }: Pick<OpenedPass, 'now' | 'log' | 'loopctl'>,
): Promise<Attempt<Value>> {
  let since: Instant | null = null;
  for (let asked = 0; ; asked += 1) {
    const tryingAt = now();
    const tried = await attempt(asked);
    if (tried.kind === 'done') {
      if (since !== null) log(`· waited ${tryingAt - since} ms for the lease`);
      return tried;
    }
    since ??= now();
    if (now() > since + patienceMs) return tried;
    // Those who wait for one lease should not ask in step, nor ever more often than is of use.
    await sleep(Math.min(1000, 120 * 1.3 ** asked) * (0.75 + Math.random() / 2));
    await loopctl.reload();
  }
}

/** The lease of a pass that is at work; null where there is none, or its holder is gone. */
export async function findHolder(lease: Lease | null, asked: number, pass: Pass): Promise<Lease | null> {
  return lease !== null && isLeased(lease, pass) && !(await isGone(lease, asked, pass)) ? lease : null;
}

/**
 * A run that is over has no job left that could act, and neither has a leg whose settle is over, whoever else of its
 * run is still at work: what was held when it was killed holds nobody up.
 */
async function isGone(
  { run: id, attempt, holder }: Lease,
  asked: number,
  { github, facts }: Pick<OpenedPass, 'github' | 'facts'>,
): Promise<boolean> {
  if (asked % holderEvery !== 0) return false;
  const run = id === facts.run ? { attempt: facts.attempt, status: 'in_progress' } : await readRun(github, id);
  if (run !== null && (run.attempt > attempt || run.status === 'completed')) return true;
  const assignment = /^settle (.+)$/.exec(holder)?.[1];
  return assignment !== undefined && (await isSettleOver(github, { run: id, attempt, assignment }));
}

/** Who is at work, in a few words. */
export function describeHolder(holder: Lease | null): string {
  return holder === null ? 'another pass' : `run ${holder.run} (${holder.holder})`;
}

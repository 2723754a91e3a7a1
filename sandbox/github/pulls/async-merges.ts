import { randomUUID } from 'node:crypto';
import type { Caller } from '../auth/tokens.ts';
import { queueOn } from '../rules/demands.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { AsyncMergeRow } from '../world/merge-rows.ts';
import type { MergeMethod } from '../world/rows.ts';
import { mergePull } from './merge-pull.ts';
import { enqueue, entryOf } from './merge-queue.ts';
import { Refusal } from './refusal.ts';

export interface AsyncMergeRequest {
  readonly method: MergeMethod | null;
  readonly action: AsyncMergeRow['action'];
  readonly expectedSha: string | null;
  readonly title: string | null;
  readonly message: string | null;
}

/** Takes a merge request on; rules are judged when it runs, a moment later. At most one waits per pull request. */
export function requestMerge(
  site: Site,
  outbox: TriggerOutbox,
  caller: Caller,
  number: number,
  request: AsyncMergeRequest,
): AsyncMergeRow {
  const pull = site.tables.pulls.get(number);
  if (pull === undefined) throw new Refusal(404, 'Not Found');
  const row = site.tables.asyncMerges.put({
    uuid: randomUUID(),
    number,
    status: 'pending',
    message: 'Merge request accepted.',
    method: request.method ?? 'default',
    action: request.action,
    expectedHeadSha: request.expectedSha,
    headSha: request.expectedSha ?? pull.headSha,
    sha: null,
    commitTitle: request.title,
    commitMessage: request.message,
    by: caller.login,
    tokenId: caller.tokenId,
    createdAt: site.now(),
  });
  setTimeout(() => void carryOut(site, outbox, caller, row), site.conditions.mergeDelayMs).unref();
  return row;
}

/** The request that still waits for a pull request. */
export function pendingMerge(site: Site, number: number): AsyncMergeRow | undefined {
  return site.tables.asyncMerges.where('number', number).find((row) => row.status === 'pending');
}

async function carryOut(site: Site, outbox: TriggerOutbox, caller: Caller, row: AsyncMergeRow): Promise<void> {
  try {
    if (await isEnqueued(site, outbox, caller, row)) return;
    const sha = await mergePull(site, outbox, caller, row.number, {
      method: row.method === 'default' ? 'merge' : row.method,
      expectedSha: row.expectedHeadSha,
      title: row.commitTitle,
      message: row.commitMessage,
    });
    site.tables.asyncMerges.put({ ...row, status: 'merged', message: 'Pull request merged.', sha });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    site.tables.asyncMerges.put({ ...row, status: 'failed', message: error.message });
  }
}

/** Whether it went into the merge queue of its base instead, where there is one and the asker did not want otherwise. */
async function isEnqueued(site: Site, outbox: TriggerOutbox, caller: Caller, row: AsyncMergeRow): Promise<boolean> {
  const pull = site.tables.pulls.get(row.number);
  if (pull === undefined || row.action === 'direct_merge' || queueOn(site, pull.baseRef) === null) return false;
  if (entryOf(site, row.number) === undefined) {
    await enqueue(site, outbox, caller, { number: row.number, expectedHead: row.expectedHeadSha });
  }
  site.tables.asyncMerges.put({ ...row, status: 'enqueued', message: 'Pull request was added to the merge queue.' });
  return true;
}

/** Ends the requests that a kill interrupted: merged if the merge is there, else failed; the asker may ask again. */
export function settleInterruptedMerges(site: Site): void {
  for (const row of site.tables.asyncMerges.where('status', 'pending')) {
    const sha = site.tables.pulls.get(row.number)?.mergeCommitSha ?? null;
    const end =
      sha === null
        ? ({ status: 'failed', message: 'The merge request timed out.' } as const)
        : ({ status: 'merged', message: 'Pull request merged.' } as const);
    site.tables.asyncMerges.put({ ...row, ...end, sha });
  }
}

import { stateOfRequired } from '../checks/required.ts';
import { zeroSha } from '../git/repository.ts';
import { demandsOn, queueOn } from '../rules/demands.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { QueueEntryRow } from '../world/merge-rows.ts';
import type { IntentRow, IssueRow, MergeMethod, PullRow } from '../world/rows.ts';
import { buildMerge, completeMerge } from './merge-pull.ts';
import { refusalsOf } from './merge-state.ts';
import { repositoryPayload, senderPayload } from './payload.ts';
import { recordRefChanges } from './ref-changes.ts';
import { Refusal } from './refusal.ts';

/** In whose name the queue merges. */
const queue: Actor = { login: 'github-merge-queue[bot]', kind: 'installation' };

/** Puts a pull request at the end of its base's queue; what the rules keep from merging is kept from the queue too. */
export async function enqueue(
  site: Site,
  outbox: TriggerOutbox,
  caller: Parameters<typeof refusalsOf>[2],
  { number, expectedHead }: { readonly number: number; readonly expectedHead: string | null },
): Promise<QueueEntryRow> {
  const pull = site.tables.pulls.get(number);
  const issue = site.tables.issues.get(number);
  if (pull === undefined || issue === undefined) throw new Refusal(404, 'Not Found');
  if (queueOn(site, pull.baseRef) === null) throw new Refusal(422, 'The base branch does not have a merge queue.');
  if (pull.mergedAt !== null || issue.state === 'closed') throw new Refusal(422, 'Pull request is closed');
  if (pull.draft) throw new Refusal(422, 'Pull request is in draft');
  if (expectedHead !== null && expectedHead !== pull.headSha) {
    throw new Refusal(422, 'Expected head sha didn’t match current head ref.');
  }
  if (entryOf(site, number) !== undefined) throw new Refusal(422, 'Pull request is already in the merge queue');
  const refusals = await refusalsOf(site, pull, caller);
  if (refusals.length > 0) throw new Refusal(422, refusals.join(' '));
  const entry = site.tables.queueEntries.put({
    id: site.store.nextId(),
    number,
    base: pull.baseRef,
    headSha: pull.headSha,
    by: caller.login,
    enqueuedAt: site.now(),
    group: null,
  });
  advanceSoon(site, outbox);
  return entry;
}

/** The entry of a pull request that is in the queue. */
export function entryOf(site: Site, number: number): QueueEntryRow | undefined {
  return site.tables.queueEntries.where('number', number)[0];
}

/** Its place in line, counted from 1. */
export function positionOf(site: Site, entry: QueueEntryRow): number {
  const line = site.tables.queueEntries.all().filter(({ base }) => base === entry.base);
  return line.findIndex(({ id }) => id === entry.id) + 1;
}

/** Takes a pull request out of the queue, and keeps why. */
export async function dequeue(site: Site, outbox: TriggerOutbox, entry: QueueEntryRow, reason: string): Promise<void> {
  site.store.together(() => {
    site.tables.queueEntries.delete(entry.id);
    const at = site.now();
    site.tables.queueRemovals.put({ id: site.store.nextId(), number: entry.number, reason, at });
  });
  await disband(site, outbox, entry);
}

/** Goes on with the queue whenever something has moved that it waits for; returns how to end that. */
export function keepQueueMoving(site: Site, outbox: TriggerOutbox): () => void {
  const waitedFor = ['check', 'status', 'push', 'pull_request'];
  advanceSoon(site, outbox);
  return site.subscribe(({ kind }) => {
    if (waitedFor.includes(kind)) advanceSoon(site, outbox);
  });
}

function advanceSoon(site: Site, outbox: TriggerOutbox): void {
  if (site.tables.queueEntries.size === 0) return;
  setImmediate(() => void site.exclusively(() => advance(site, outbox)));
}

/** Takes the first in line as far as it comes: a group is made and tested, then merged or taken apart. */
async function advance(site: Site, outbox: TriggerOutbox): Promise<void> {
  for (;;) {
    const entry = site.tables.queueEntries.all()[0];
    if (entry === undefined || !(await takeFurther(site, outbox, entry))) return;
  }
}

/** Whether the line moved. */
async function takeFurther(site: Site, outbox: TriggerOutbox, entry: QueueEntryRow): Promise<boolean> {
  const pull = site.tables.pulls.get(entry.number);
  const issue = site.tables.issues.get(entry.number);
  const method = queueOn(site, entry.base);
  const tip = site.tip(entry.base);
  const isOver = pull === undefined || issue?.state !== 'open' || method === null || tip === undefined;
  if (isOver || pull.headSha !== entry.headSha) {
    await dequeue(site, outbox, entry, isOver ? 'the pull request is closed' : 'the head has changed');
    return true;
  }
  if (entry.group === null || entry.group.baseSha !== tip) {
    await disband(site, outbox, entry);
    return formGroup(site, outbox, { entry, pull, issue, method, tip });
  }
  const { sha } = entry.group;
  const states = demandsOn(site, entry.base, null).checks.map((check) => stateOfRequired(site, sha, check));
  if (states.includes('failure')) {
    await dequeue(site, outbox, entry, 'failed checks');
    return true;
  }
  if (states.some((state) => state !== 'success')) return false;
  await mergeGroup(site, outbox, { entry, pull, method, tip, sha });
  return true;
}

interface Forming {
  readonly entry: QueueEntryRow;
  readonly pull: PullRow;
  readonly issue: IssueRow;
  readonly method: MergeMethod;
  readonly tip: string;
}

/** The commit that the base is to get, on a branch of the queue's own, for the checks to be made on. */
async function formGroup(site: Site, outbox: TriggerOutbox, forming: Forming): Promise<boolean> {
  const { entry, pull, issue, method, tip } = forming;
  const request = { method, expectedSha: entry.headSha, title: null, message: null };
  const sha = await buildMerge(site, queue, { pull, issue, request }, tip);
  if (sha === null) {
    await dequeue(site, outbox, entry, 'merge conflict');
    return true;
  }
  const branch = `gh-readonly-queue/${entry.base}/pr-${pull.number}-${tip}`;
  const ref = `refs/heads/${branch}`;
  const change = { ref, before: zeroSha, after: sha };
  await site.repository.updateRefs([{ ...change, before: null }]);
  site.tables.queueEntries.put({ ...entry, group: { sha, baseSha: tip, ref } });
  await recordRefChanges(site, outbox, { ...queue, viaMerge: null }, [change]);
  outbox.emit(queue, {
    event: 'merge_group',
    action: 'checks_requested',
    ref,
    sha,
    headSha: sha,
    headBranch: branch,
    actor: queue.login,
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: sha,
        head_ref: ref,
        base_sha: tip,
        base_ref: `refs/heads/${entry.base}`,
        head_commit: { id: sha, message: issue.title },
      },
      repository: repositoryPayload(site),
      sender: senderPayload(queue.login),
    },
  });
  // Where no check is asked for it is merged at once.
  return true;
}

interface Merging extends Omit<Forming, 'issue'> {
  readonly sha: string;
}

async function mergeGroup(site: Site, outbox: TriggerOutbox, merging: Merging): Promise<void> {
  const { entry, pull, method, tip, sha } = merging;
  const intent: IntentRow = site.tables.intents.put({
    id: site.store.nextId(),
    kind: 'merge',
    by: queue.login,
    tokenKind: queue.kind,
    number: pull.number,
    method,
    headSha: pull.headSha,
    expectedSha: entry.headSha,
    baseBefore: tip,
    sha,
  });
  if (await site.repository.updateRefs([{ ref: `refs/heads/${entry.base}`, before: tip, after: sha }])) {
    await completeMerge(site, outbox, intent as IntentRow & { kind: 'merge' });
    site.tables.queueEntries.delete(entry.id);
    await disband(site, outbox, entry);
  } else {
    site.tables.intents.delete(intent.id);
  }
}

/** The queue's own branch goes with the group. */
async function disband(site: Site, outbox: TriggerOutbox, { group }: QueueEntryRow): Promise<void> {
  if (group === null) return;
  const change = { ref: group.ref, before: group.sha, after: zeroSha };
  if (await site.repository.updateRefs([change])) {
    await recordRefChanges(site, outbox, { ...queue, viaMerge: null }, [change]);
  }
}

import { zeroSha } from '../git/repository.ts';
import { demandsOn } from '../rules/demands.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { IssueRow, PullRow } from '../world/rows.ts';
import { repositoryPayload, senderPayload } from './payload.ts';
import { announcePull } from './pull-events.ts';
import { type PushedCommit, pushedCommits } from './pushed-commits.ts';
import { makeTestMerge } from './test-merge.ts';

export interface RefChange {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** Who moved the refs; `kind: null` when a kill left nobody to name. */
export interface Mover {
  readonly login: string;
  readonly kind: Actor['kind'] | null;
  /** The pull request whose merge it was. */
  readonly viaMerge: number | null;
}

/** The refs that the repository has otherwise than we last recorded; our own `refs/pull` aside. */
export async function unrecordedChanges(site: Site): Promise<readonly RefChange[]> {
  const actual = await site.repository.readRefs();
  const recorded = site.tables.refs.all();
  const moved = [...actual]
    .filter(([name]) => !name.startsWith('refs/pull/'))
    .map(([name, after]) => ({ ref: name, before: site.tables.refs.get(name)?.sha ?? zeroSha, after }))
    .filter((change) => change.before !== change.after);
  const gone = recorded.filter((row) => !actual.has(row.name));
  return [...moved, ...gone.map((row) => ({ ref: row.name, before: row.sha, after: zeroSha }))];
}

/** Those of the named refs that are now otherwise than last recorded. */
export async function changesAmong(site: Site, refs: readonly string[]): Promise<readonly RefChange[]> {
  const changes = await Promise.all(
    refs.map(async (ref) => ({
      ref,
      before: site.tables.refs.get(ref)?.sha ?? zeroSha,
      after: (await site.repository.readRef(ref)) ?? zeroSha,
    })),
  );
  return changes.filter((change) => change.before !== change.after);
}

/** What is known of a change before it is recorded: all that needs git, which takes time. */
interface PreparedChange {
  readonly change: RefChange;
  readonly commits: readonly PushedCommit[];
  readonly skipsWorkflows: boolean;
  readonly pulls: readonly PreparedPull[];
}

interface PreparedPull {
  readonly pull: PullRow;
  readonly issue: IssueRow;
  readonly testMergeSha: string | null;
  readonly mergedBy: 'push' | null;
}

/**
 * Records refs that moved, with all that follows: push events, pull requests that moved with their head, and the
 * workflows of both. `alongside` is recorded in the same line, so a kill leaves either nothing or everything.
 */
export async function recordRefChanges(
  site: Site,
  outbox: TriggerOutbox,
  mover: Mover,
  changes: readonly RefChange[],
  alongside: () => void = () => undefined,
): Promise<void> {
  const prepared: PreparedChange[] = [];
  for (const change of changes) prepared.push(await prepareChange(site, change, mover));
  site.store.together(() => {
    for (const one of prepared) recordRef(site, mover, one.change);
    alongside();
    for (const one of prepared) recordEffects(site, outbox, mover, one);
  });
}

async function prepareChange(site: Site, change: RefChange, mover: Mover): Promise<PreparedChange> {
  const branch = branchOf(change.ref);
  const commits = branch === null ? [] : await pushedCommits(site, change.before, change.after);
  const pulls = branch === null ? [] : await preparePulls(site, branch, change, mover);
  return { change, commits, pulls, skipsWorkflows: asksToSkip(commits.at(-1)?.message ?? '') };
}

async function preparePulls(
  site: Site,
  branch: string,
  change: RefChange,
  mover: Mover,
): Promise<readonly PreparedPull[]> {
  const prepared: PreparedPull[] = [];
  for (const pull of site.tables.pulls.all()) {
    const issue = site.tables.issues.get(pull.number);
    if (issue?.state !== 'open') continue;
    if (pull.headRef === branch && change.after !== zeroSha) {
      const moved = { ...pull, headSha: change.after };
      prepared.push({ pull: moved, issue, testMergeSha: await makeTestMerge(site, moved), mergedBy: null });
    } else if (pull.headRef === branch) {
      prepared.push({ pull, issue, testMergeSha: pull.testMergeSha, mergedBy: null });
    } else if (
      pull.baseRef === branch &&
      mover.viaMerge === null &&
      (await isContained(site, pull.headSha, change.after))
    ) {
      prepared.push({ pull, issue, testMergeSha: pull.testMergeSha, mergedBy: 'push' });
    }
  }
  return prepared;
}

async function isContained(site: Site, head: string, tip: string): Promise<boolean> {
  return tip !== zeroSha && site.plumbing.contains(tip, head);
}

function recordRef(site: Site, mover: Mover, change: RefChange): void {
  if (change.after === zeroSha) site.tables.refs.delete(change.ref);
  else site.tables.refs.put({ name: change.ref, sha: change.after });
  site.tables.repositories.put({ ...site.repo(), pushedAt: site.now() });
  const { ref, before, after } = change;
  site.happen({
    kind: 'push',
    ref,
    before,
    after,
    by: mover.login,
    tokenKind: mover.kind ?? 'unknown',
    viaMerge: mover.viaMerge,
  });
}

function recordEffects(site: Site, outbox: TriggerOutbox, mover: Mover, prepared: PreparedChange): void {
  const actor: Actor = { login: mover.login, kind: mover.kind ?? 'user' };
  if (!prepared.skipsWorkflows) emitPush(site, outbox, actor, prepared);
  for (const one of prepared.pulls) {
    if (one.mergedBy === 'push') closeAsMerged(site, outbox, actor, one, prepared.change);
    else if (prepared.change.after === zeroSha) closeForLostHead(site, outbox, actor, one);
    else synchronise(site, outbox, actor, one);
  }
}

function emitPush(site: Site, outbox: TriggerOutbox, actor: Actor, { change, commits }: PreparedChange): void {
  const branch = branchOf(change.ref);
  if (branch === null || change.after === zeroSha) return;
  outbox.emit(actor, {
    event: 'push',
    ref: change.ref,
    sha: change.after,
    headSha: change.after,
    headBranch: branch,
    actor: actor.login,
    payload: {
      ref: change.ref,
      before: change.before,
      after: change.after,
      created: change.before === zeroSha,
      deleted: false,
      compare: `${site.urls.html}/compare/${change.before.slice(0, 12)}...${change.after.slice(0, 12)}`,
      commits,
      head_commit: commits.at(-1) ?? null,
      repository: repositoryPayload(site),
      pusher: { name: actor.login },
      sender: senderPayload(actor.login),
    },
  });
}

function synchronise(site: Site, outbox: TriggerOutbox, actor: Actor, one: PreparedPull): void {
  const at = site.now();
  const pull = site.tables.pulls.put({
    ...one.pull,
    testMergeSha: one.testMergeSha,
    baseSha: site.tip(one.pull.baseRef) ?? one.pull.baseSha,
    headPushedAt: at,
    headPushedBy: actor.login,
  });
  const issue = site.tables.issues.put({ ...one.issue, updatedAt: at });
  if (demandsOn(site, pull.baseRef, null).dismissStale) dismissApprovals(site, pull.number);
  announcePull(site, outbox, actor, 'synchronize', pull, issue);
}

function dismissApprovals(site: Site, number: number): void {
  for (const review of site.tables.reviews.where('number', number)) {
    if (review.state === 'APPROVED') site.tables.reviews.put({ ...review, state: 'DISMISSED' });
  }
}

function closeForLostHead(site: Site, outbox: TriggerOutbox, actor: Actor, one: PreparedPull): void {
  const at = site.now();
  const issue = site.tables.issues.put({
    ...one.issue,
    state: 'closed',
    closedAt: at,
    closedBy: actor.login,
    updatedAt: at,
  });
  announcePull(site, outbox, actor, 'closed', one.pull, issue);
}

// Somebody pushed the head into the base past the pull request: GitHub shows it as merged.
function closeAsMerged(site: Site, outbox: TriggerOutbox, actor: Actor, one: PreparedPull, change: RefChange): void {
  const at = site.now();
  const pull = site.tables.pulls.put({
    ...one.pull,
    mergedAt: at,
    mergedBy: actor.login,
    mergeCommitSha: change.after,
    mergeBaseBefore: change.before,
  });
  const issue = site.tables.issues.put({
    ...one.issue,
    state: 'closed',
    closedAt: at,
    closedBy: actor.login,
    updatedAt: at,
  });
  announcePull(site, outbox, actor, 'closed', pull, issue);
}

function branchOf(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}

const skipMarks = ['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'];

function asksToSkip(message: string): boolean {
  return skipMarks.some((mark) => message.includes(mark));
}

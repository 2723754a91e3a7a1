import type { Caller } from '../auth/tokens.ts';
import { zeroSha } from '../git/repository.ts';
import { demandsOn, rulesetsOn } from '../rules/demands.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { IntentRow, IssueRow, MergeMethod, PullRow } from '../world/rows.ts';
import { refusalsOf } from './merge-state.ts';
import { announcePull } from './pull-events.ts';
import { recordRefChanges } from './ref-changes.ts';
import { Refusal } from './refusal.ts';
import { personalSignature, serverSignature } from './signatures.ts';

export interface MergeRequest {
  readonly method: MergeMethod;
  readonly expectedSha: string | null;
  readonly title: string | null;
  readonly message: string | null;
}

/** Merges a pull request if everything allows it and returns the commit; throws GitHub's own refusal otherwise. */
export async function mergePull(
  site: Site,
  outbox: TriggerOutbox,
  caller: Caller,
  number: number,
  request: MergeRequest,
): Promise<string> {
  return site.exclusively(async () => {
    const pull = site.tables.pulls.get(number);
    const issue = site.tables.issues.get(number);
    if (pull === undefined || issue === undefined) throw new Refusal(404, 'Not Found');
    try {
      return await mergeAllowed(site, outbox, caller, { pull, issue, request });
    } catch (error) {
      if (error instanceof Refusal) tellRefused(site, caller, pull, request, error);
      throw error;
    }
  });
}

interface Merging {
  readonly pull: PullRow;
  readonly issue: IssueRow;
  readonly request: MergeRequest;
}

async function mergeAllowed(site: Site, outbox: TriggerOutbox, caller: Caller, merging: Merging): Promise<string> {
  const { pull, request } = merging;
  await refuseUnmergeable(site, caller, merging);
  const baseBefore = site.tip(pull.baseRef) ?? zeroSha;
  const sha = await buildMerge(site, caller, merging, baseBefore);
  if (sha === null) throw new Refusal(405, 'Pull Request is not mergeable');
  const intent: IntentRow = site.tables.intents.put({
    id: site.store.nextId(),
    kind: 'merge',
    by: caller.login,
    tokenKind: caller.kind,
    number: pull.number,
    method: request.method,
    headSha: pull.headSha,
    expectedSha: request.expectedSha,
    baseBefore,
    sha,
  });
  const moved = await site.repository.updateRefs([
    { ref: `refs/heads/${pull.baseRef}`, before: baseBefore, after: sha },
  ]);
  if (!moved) {
    site.tables.intents.delete(intent.id);
    throw new Refusal(405, 'Base branch was modified. Review and try the merge again.');
  }
  await completeMerge(site, outbox, intent as IntentRow & { kind: 'merge' });
  if (site.repo().deleteBranchOnMerge) await deleteHead(site, outbox, caller, pull);
  return sha;
}

/** Records a merge whose commit is on the base, at once or, after a kill, at the next start. */
export async function completeMerge(
  site: Site,
  outbox: TriggerOutbox,
  intent: IntentRow & { kind: 'merge' },
): Promise<void> {
  const pull = site.tables.pulls.get(intent.number);
  const issue = site.tables.issues.get(intent.number);
  if (pull === undefined || issue === undefined) return;
  const actor = { login: intent.by, kind: intent.tokenKind };
  const change = { ref: `refs/heads/${pull.baseRef}`, before: intent.baseBefore, after: intent.sha };
  await recordRefChanges(site, outbox, { ...actor, viaMerge: pull.number }, [change], () => {
    const at = site.now();
    const merged = site.tables.pulls.put({
      ...pull,
      baseSha: intent.baseBefore,
      mergedAt: at,
      mergedBy: intent.by,
      mergeCommitSha: intent.sha,
      mergeBaseBefore: intent.baseBefore,
    });
    const closed = site.tables.issues.put({
      ...issue,
      state: 'closed',
      closedAt: at,
      closedBy: intent.by,
      updatedAt: at,
    });
    const { number, method, headSha, expectedSha, sha, baseBefore, by, tokenKind } = intent;
    site.happen({
      kind: 'merge',
      number,
      method,
      headSha,
      expectedSha,
      sha,
      base: pull.baseRef,
      baseBefore,
      by,
      tokenKind,
    });
    announcePull(site, outbox, actor, 'closed', merged, closed);
    site.tables.intents.delete(intent.id);
  });
}

async function refuseUnmergeable(site: Site, caller: Caller, { pull, issue, request }: Merging): Promise<void> {
  if (pull.mergedAt !== null || issue.state === 'closed') throw new Refusal(405, 'Pull Request is not mergeable');
  if (request.expectedSha !== null && request.expectedSha !== pull.headSha) {
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  }
  if (pull.draft) throw new Refusal(405, 'Pull Request is still a draft');
  refuseMethod(site, caller, pull, request.method);
  const base = site.tip(pull.baseRef);
  if (base === undefined || (await site.plumbing.mergedTree(base, pull.headSha)) === null) {
    throw new Refusal(405, 'Pull Request is not mergeable');
  }
  const isQueued = demandsOn(site, pull.baseRef, caller).queue !== null;
  const refusals = [
    ...(isQueued ? ['Changes must be made through the merge queue'] : []),
    ...(await refusalsOf(site, pull, caller)),
  ];
  if (refusals.length === 0) return;
  const byRuleset = rulesetsOn(site, pull.baseRef).length > 0;
  throw new Refusal(
    405,
    byRuleset ? `Repository rule violations found\n\n${refusals.join('\n\n')}` : refusals.join(' '),
  );
}

const methodNames = {
  merge: 'Merge commits',
  squash: 'Squash merges',
  rebase: 'Rebase merges',
} as const satisfies Record<MergeMethod, string>;

function refuseMethod(site: Site, caller: Caller, pull: PullRow, method: MergeMethod): void {
  const repo = site.repo();
  const allowed = { merge: repo.allowMerge, squash: repo.allowSquash, rebase: repo.allowRebase }[method];
  const demands = demandsOn(site, pull.baseRef, caller);
  const allowedHere = (demands.methods?.includes(method) ?? true) && !(demands.linear && method === 'merge');
  if (!allowed) throw new Refusal(405, `${methodNames[method]} are not allowed on this repository.`);
  if (!allowedHere) throw new Refusal(405, `${methodNames[method]} are not allowed on this branch.`);
}

/** The commit that a merge would make on this tip; null where it conflicts. */
export async function buildMerge(
  site: Site,
  caller: Actor,
  { pull, issue, request }: Merging,
  base: string,
): Promise<string | null> {
  const committer = serverSignature(site);
  if (request.method === 'rebase') return site.plumbing.rebase(base, pull.headSha, committer);
  const tree = await site.plumbing.mergedTree(base, pull.headSha);
  if (tree === null) return null;
  const parents = request.method === 'merge' ? [base, pull.headSha] : [base];
  const author = personalSignature(site, caller.login);
  return site.repository.writeCommit({
    tree,
    parents,
    author,
    committer,
    message: messageOf(site, pull, issue, request),
  });
}

function messageOf(site: Site, pull: PullRow, issue: IssueRow, request: MergeRequest): string {
  const isMerge = request.method === 'merge';
  const title = isMerge
    ? `Merge pull request #${pull.number} from ${site.repo().owner}/${pull.headRef}`
    : `${issue.title} (#${pull.number})`;
  const message = isMerge ? issue.title : '';
  return [request.title ?? title, request.message ?? message].filter((part) => part !== '').join('\n\n');
}

async function deleteHead(site: Site, outbox: TriggerOutbox, caller: Caller, pull: PullRow): Promise<void> {
  const ref = `refs/heads/${pull.headRef}`;
  const before = site.tip(pull.headRef);
  if (before === undefined) return;
  if (await site.repository.updateRefs([{ ref, before, after: zeroSha }])) {
    await recordRefChanges(site, outbox, { ...caller, viaMerge: null }, [{ ref, before, after: zeroSha }]);
  }
}

function tellRefused(site: Site, caller: Caller, pull: PullRow, request: MergeRequest, refusal: Refusal): void {
  site.happen({
    kind: 'merge_refused',
    number: pull.number,
    headSha: pull.headSha,
    expectedSha: request.expectedSha,
    status: refusal.status,
    message: refusal.message,
    by: caller.login,
  });
}

import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { PullRow } from '../world/rows.ts';
import { announcePull } from './pull-events.ts';
import { invalid, Refusal } from './refusal.ts';
import { makeTestMerge } from './test-merge.ts';

export interface NewPull {
  readonly title: string;
  readonly body: string | null;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

/** Opens a pull request between two branches of the repository; at most one is open for a pair. */
export async function openPull(site: Site, outbox: TriggerOutbox, actor: Actor, input: NewPull): Promise<PullRow> {
  if (actor.kind === 'job' && !site.repo().actionsMayApprove) {
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  }
  const { owner } = site.repo();
  const headRef = input.head.startsWith(`${owner}:`) ? input.head.slice(owner.length + 1) : input.head;
  return site.exclusively(async () => {
    const headSha = site.tip(headRef);
    const baseSha = site.tip(input.base);
    if (headSha === undefined) throw invalid('PullRequest', 'head', 'invalid');
    if (baseSha === undefined) throw invalid('PullRequest', 'base', 'invalid');
    await refuseImpossible(site, headRef, input.base, headSha, baseSha);
    const at = site.now();
    const draft: PullRow = {
      number: nextNumber(site),
      id: site.store.nextId(),
      draft: input.draft,
      headRef,
      headSha,
      headPushedAt: at,
      headPushedBy: actor.login,
      baseRef: input.base,
      baseSha,
      testMergeSha: null,
      mergedAt: null,
      mergedBy: null,
      mergeCommitSha: null,
      mergeBaseBefore: null,
    };
    const pull = { ...draft, testMergeSha: await makeTestMerge(site, draft) };
    return site.store.together(() => {
      const issue = site.tables.issues.put({
        number: pull.number,
        id: site.store.nextId(),
        isPull: true,
        title: input.title,
        body: input.body,
        author: actor.login,
        state: 'open',
        stateReason: null,
        labels: [],
        assignees: [],
        createdAt: at,
        updatedAt: at,
        closedAt: null,
        closedBy: null,
        edits: [],
        isPinned: false,
      });
      site.tables.pulls.put(pull);
      announcePull(site, outbox, actor, 'opened', pull, issue);
      return pull;
    });
  });
}

/** The next number of an issue or pull request: they share one count. */
export function nextNumber(site: Site): number {
  return site.tables.issues.size + 1;
}

async function refuseImpossible(
  site: Site,
  headRef: string,
  base: string,
  headSha: string,
  baseSha: string,
): Promise<void> {
  const same = site.tables.pulls.where('headRef', headRef).find((pull) => {
    return pull.baseRef === base && site.tables.issues.get(pull.number)?.state === 'open';
  });
  const { owner } = site.repo();
  if (same !== undefined) {
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'custom', message: `A pull request already exists for ${owner}:${headRef}.` },
    ]);
  }
  const { ahead } = await site.plumbing.divergence(baseSha, headSha);
  if (ahead === 0) {
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'custom', message: `No commits between ${base} and ${headRef}` },
    ]);
  }
}

import { zeroSha } from '../git/repository.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { PullRow } from '../world/rows.ts';
import { openPull } from './open-pull.ts';
import { recordRefChanges } from './ref-changes.ts';
import { Refusal } from './refusal.ts';
import { personalSignature, serverSignature } from './signatures.ts';

/** Opens a pull request that takes a merged one back, on a branch of its own, as the button "Revert" does. */
export async function revertPull(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  number: number,
  input: { readonly title: string | null; readonly body: string | null; readonly draft: boolean },
): Promise<PullRow> {
  const pull = site.tables.pulls.get(number);
  const issue = site.tables.issues.get(number);
  if (pull === undefined || issue === undefined) throw new Refusal(404, 'Not Found');
  const title = input.title ?? `Revert "${issue.title}"`;
  const branch = freeBranch(site, `revert-${number}-${pull.headRef}`);
  await site.exclusively(async () => {
    const after = await revertCommit(site, actor, pull, title);
    const change = { ref: `refs/heads/${branch}`, before: zeroSha, after };
    if (!(await site.repository.updateRefs([change]))) throw new Refusal(422, `${branch} exists already`);
    await recordRefChanges(site, outbox, { login: actor.login, kind: actor.kind, viaMerge: null }, [change]);
  });
  const { owner, name } = site.repo();
  const body = input.body ?? `Reverts ${owner}/${name}#${number}`;
  return openPull(site, outbox, actor, { title, body, head: branch, base: pull.baseRef, draft: input.draft });
}

async function revertCommit(site: Site, actor: Actor, pull: PullRow, title: string): Promise<string> {
  const tip = site.tip(pull.baseRef);
  if (pull.mergeCommitSha === null || pull.mergeBaseBefore === null || tip === undefined) {
    throw new Refusal(422, 'Pull request is not merged');
  }
  const tree = await site.plumbing.revertedTree(tip, pull.mergeBaseBefore, pull.mergeCommitSha);
  if (tree === null) throw new Refusal(422, 'This pull request could not be reverted automatically: it conflicts.');
  return site.repository.writeCommit({
    tree,
    parents: [tip],
    author: personalSignature(site, actor.login),
    committer: serverSignature(site),
    message: `${title}\n\nThis reverts commit ${pull.mergeCommitSha}.`,
  });
}

function freeBranch(site: Site, wanted: string): string {
  let name = wanted;
  for (let count = 1; site.tip(name) !== undefined; count += 1) name = `${wanted}-${count}`;
  return name;
}

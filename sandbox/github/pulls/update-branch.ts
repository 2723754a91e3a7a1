import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { PullRow } from '../world/rows.ts';
import { recordRefChanges } from './ref-changes.ts';
import { invalid, Refusal } from './refusal.ts';
import { personalSignature, serverSignature } from './signatures.ts';

/** Merges the base into a pull request's head, as the button "Update branch" does. */
export async function updateBranch(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  number: number,
  expectedHead: string | null,
): Promise<void> {
  await site.exclusively(async () => {
    const pull = site.tables.pulls.get(number);
    const base = pull === undefined ? undefined : site.tip(pull.baseRef);
    if (pull === undefined || base === undefined) throw new Refusal(404, 'Not Found');
    if (expectedHead !== null && expectedHead !== pull.headSha) {
      throw invalid('PullRequest', 'expected_head_sha', 'invalid', "expected head sha didn't match current head ref.");
    }
    const after = await mergeBaseIn(site, actor, pull, base);
    const change = { ref: `refs/heads/${pull.headRef}`, before: pull.headSha, after };
    if (!(await site.repository.updateRefs([change]))) throw new Refusal(422, 'Head branch was modified.');
    await recordRefChanges(site, outbox, { login: actor.login, kind: actor.kind, viaMerge: null }, [change]);
  });
}

async function mergeBaseIn(site: Site, actor: Actor, pull: PullRow, base: string): Promise<string> {
  const { behind } = await site.plumbing.divergence(base, pull.headSha);
  if (behind === 0) throw new Refusal(422, 'There are no new commits on the base branch.');
  const tree = await site.plumbing.mergedTree(pull.headSha, base);
  if (tree === null) throw new Refusal(422, 'merge conflict between base and head');
  return site.repository.writeCommit({
    tree,
    parents: [pull.headSha, base],
    author: personalSignature(site, actor.login),
    committer: serverSignature(site),
    message: `Merge branch '${pull.baseRef}' into ${pull.headRef}`,
  });
}

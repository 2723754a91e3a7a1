import { type RefUpdate, zeroSha } from '../git/repository.ts';
import type { Site } from '../site.ts';
import type { PullRow } from '../world/rows.ts';
import { serverSignature } from './signatures.ts';

/** Merges a head into its base on the side and keeps both fetchable as `refs/pull/N/…`; null when they conflict. */
export async function makeTestMerge(site: Site, pull: PullRow): Promise<string | null> {
  const sha = await testMerge(site, pull);
  const updates: RefUpdate[] = [{ ref: `refs/pull/${pull.number}/head`, before: null, after: pull.headSha }];
  if (sha !== null) updates.push({ ref: `refs/pull/${pull.number}/merge`, before: null, after: sha });
  // A conflict leaves no merge to fetch, where one was before.
  else if (pull.testMergeSha !== null)
    updates.push({ ref: `refs/pull/${pull.number}/merge`, before: null, after: zeroSha });
  await site.repository.updateRefs(updates);
  return sha;
}

async function testMerge(site: Site, pull: PullRow): Promise<string | null> {
  const base = site.tip(pull.baseRef);
  const tree = base === undefined ? null : await site.plumbing.mergedTree(base, pull.headSha);
  if (base === undefined || tree === null) return null;
  const signature = serverSignature(site);
  const message = `Merge ${pull.headSha} into ${base}`;
  return site.repository.writeCommit({
    tree,
    parents: [base, pull.headSha],
    author: signature,
    committer: signature,
    message,
  });
}

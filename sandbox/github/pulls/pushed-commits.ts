import type { Commit } from '../git/commits.ts';
import { zeroSha } from '../git/repository.ts';
import { diffTrees } from '../git/tree-diff.ts';
import type { Site } from '../site.ts';

export interface PushedCommit {
  readonly id: string;
  readonly tree_id: string;
  readonly message: string;
  readonly timestamp: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly added: readonly string[];
  readonly modified: readonly string[];
  readonly removed: readonly string[];
}

const listed = 20;

/** The newest commits a push brought, oldest first, with the files each touched, as a push payload lists them. */
export async function pushedCommits(site: Site, before: string, after: string): Promise<readonly PushedCommit[]> {
  if (after === zeroSha) return [];
  const known = new Set([before, site.tip(site.repo().defaultBranch)]);
  const commits: Commit[] = [];
  let commit = await site.repository.commit(after);
  while (commit !== undefined && commits.length < listed && !(known.has(commit.sha) && commits.length > 0)) {
    commits.unshift(commit);
    const [parent] = commit.parents;
    commit = parent === undefined ? undefined : await site.repository.commit(parent);
  }
  return Promise.all(commits.map((one) => describe(site, one)));
}

async function describe(site: Site, commit: Commit): Promise<PushedCommit> {
  const parent = commit.parents[0] === undefined ? undefined : await site.repository.commit(commit.parents[0]);
  const changes = await diffTrees(site.repository.tree, parent?.tree ?? null, commit.tree);
  const paths = (isOne: (change: (typeof changes)[number]) => boolean): readonly string[] =>
    changes.filter(isOne).map((change) => change.path);
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message.trimEnd(),
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    added: paths((change) => change.before === null),
    modified: paths((change) => change.before !== null && change.after !== null),
    removed: paths((change) => change.after === null),
  };
}

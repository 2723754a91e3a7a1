import type { Divergence } from './ancestry.ts';
import type { Commit, Signature } from './commits.ts';
import type { Repository } from './repository.ts';

export interface MergePlumbing {
  /** The tree of merging two commits, or null when they conflict; remembered by the pair. */
  mergedTree(ours: string, theirs: string): Promise<string | null>;
  /** How many commits `head` has that `base` lacks, and the other way round. */
  divergence(base: string, head: string): Promise<Divergence>;
  /** The newest commit both have, or null when their histories never met. */
  mergeBase(base: string, head: string): Promise<string | null>;
  /** Whether a tip's history has a commit, or is it. */
  contains(tip: string, sha: string): Promise<boolean>;
  /** How many files and lines differ between two commits; remembered by the pair. */
  diffSize(from: string, to: string): Promise<DiffSize>;
  /** Puts the commits that `head` has and `base` lacks on top of `base`; null when one conflicts. */
  rebase(base: string, head: string, committer: Signature): Promise<string | null>;
  /** The tree of `onto` with the change from `from` to `to` undone; null when that conflicts. */
  revertedTree(onto: string, from: string, to: string): Promise<string | null>;
}

export interface DiffSize {
  readonly files: number;
  readonly additions: number;
  readonly deletions: number;
}

/** Merging without a work tree, by git's own plumbing. */
export function createMergePlumbing(repository: Repository): MergePlumbing {
  const merged = new Map<string, Promise<string | null>>();
  const sizes = new Map<string, Promise<DiffSize>>();

  function mergedTree(ours: string, theirs: string): Promise<string | null> {
    return remembered(merged, `${ours} ${theirs}`, () => treeOfMerge(ours, theirs));
  }

  async function treeOfMerge(ours: string, theirs: string): Promise<string | null> {
    const { ahead, behind } = (await repository.compare(ours, theirs)).divergence;
    // Where one contains the other there is nothing to merge.
    const container = behind === 0 ? theirs : ahead === 0 ? ours : null;
    if (container === null) return mergeTree(repository, ours, theirs);
    return (await repository.commit(container))?.tree ?? null;
  }

  async function revertedTree(onto: string, from: string, to: string): Promise<string | null> {
    const tree = (await repository.commit(from))?.tree;
    return tree === undefined ? null : applied(repository, { onto, parent: to, tree });
  }

  return {
    mergedTree,
    divergence: async (base, head) => (await repository.compare(base, head)).divergence,
    mergeBase: async (base, head) => (await repository.compare(base, head)).mergeBases[0] ?? null,
    contains: async (tip, sha) => (await repository.compare(tip, sha)).divergence.ahead === 0,
    diffSize: (from, to) => remembered(sizes, `${from} ${to}`, () => measureDiff(repository, from, to)),
    rebase: (base, head, committer) => rebaseCommits(repository, base, head, committer),
    revertedTree,
  };
}

function remembered<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  find: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

async function mergeTree(repository: Repository, ours: string, theirs: string): Promise<string | null> {
  const answer = await repository.attempt(['merge-tree', '--write-tree', '--no-messages', ours, theirs]);
  return answer.exitCode === 0 ? answer.stdout.slice(0, 40) : null;
}

async function measureDiff(repository: Repository, from: string, to: string): Promise<DiffSize> {
  const listed = await repository.run(['diff-tree', '-r', '--numstat', '--no-commit-id', from, to]);
  // Binary files count as files and have no lines.
  const lines = listed.split('\n').filter((line) => line !== '');
  const counts = lines.map((line) =>
    line
      .split('\t')
      .slice(0, 2)
      .map((count) => Number(count) || 0),
  );
  return {
    files: lines.length,
    additions: counts.reduce((sum, [added = 0]) => sum + added, 0),
    deletions: counts.reduce((sum, [, removed = 0]) => sum + removed, 0),
  };
}

async function rebaseCommits(
  repository: Repository,
  base: string,
  head: string,
  committer: Signature,
): Promise<string | null> {
  const listed = await repository.run(['rev-list', '--reverse', '--topo-order', '--no-merges', `${base}..${head}`]);
  let tip = base;
  for (const sha of listed.split('\n').filter((line) => line !== '')) {
    const commit = await repository.commit(sha);
    const picked = commit === undefined ? null : await pick(repository, commit, tip, committer);
    if (picked === null) return null;
    tip = picked;
  }
  return tip;
}

async function pick(
  repository: Repository,
  commit: Commit,
  onto: string,
  committer: Signature,
): Promise<string | null> {
  const parent = commit.parents[0];
  if (parent === undefined) return null;
  const tree = await applied(repository, { onto, parent, tree: commit.tree });
  if (tree === null) return null;
  return repository.writeCommit({ tree, parents: [onto], author: commit.author, committer, message: commit.message });
}

// merge-tree takes no explicit base before git 2.40: commits made up on the wanted base give it that base.
async function applied(
  repository: Repository,
  change: { readonly onto: string; readonly parent: string; readonly tree: string },
): Promise<string | null> {
  const onto = await repository.commit(change.onto);
  if (onto === undefined) return null;
  const nobody = { name: 'sandbox', email: 'sandbox@localhost', date: '2000-01-01T00:00:00Z' };
  const sides = [onto.tree, change.tree].map((tree) =>
    repository.writeCommit({ tree, parents: [change.parent], author: nobody, committer: nobody, message: 'a side' }),
  );
  return mergeTree(repository, sides[0] ?? '', sides[1] ?? '');
}

import type { Commit, Signature } from './commits.ts';
import type { Repository } from './repository.ts';

export interface MergePlumbing {
  /** The tree of merging two commits, or null when they conflict; remembered by the pair. */
  mergedTree(ours: string, theirs: string): Promise<string | null>;
  /** How many commits `head` has that `base` lacks, and the other way round; remembered by the pair. */
  divergence(base: string, head: string): Promise<Divergence>;
  /** The newest commit both have, or null when their histories never met. */
  mergeBase(base: string, head: string): Promise<string | null>;
  /** Puts the commits that `head` has and `base` lacks on top of `base`; null when one conflicts. */
  rebase(base: string, head: string, committer: Signature): Promise<string | null>;
  /** The tree of `onto` with the change from `from` to `to` undone; null when that conflicts. */
  revertedTree(onto: string, from: string, to: string): Promise<string | null>;
}

export interface Divergence {
  readonly ahead: number;
  readonly behind: number;
}

/** Merging without a work tree, by git's own plumbing. */
export function createMergePlumbing(repository: Repository): MergePlumbing {
  const merged = new Map<string, Promise<string | null>>();
  const counted = new Map<string, Promise<Divergence>>();
  const bases = new Map<string, Promise<string | null>>();

  function mergedTree(ours: string, theirs: string): Promise<string | null> {
    return remembered(merged, `${ours} ${theirs}`, () => treeOfMerge(ours, theirs));
  }

  async function treeOfMerge(ours: string, theirs: string): Promise<string | null> {
    const { ahead, behind } = await divergence(ours, theirs);
    // Where one contains the other there is nothing to merge.
    const container = behind === 0 ? theirs : ahead === 0 ? ours : null;
    if (container === null) return mergeTree(repository, ours, theirs);
    return (await repository.commit(container))?.tree ?? null;
  }

  function divergence(base: string, head: string): Promise<Divergence> {
    return remembered(counted, `${base} ${head}`, () => countDivergence(repository, base, head));
  }

  async function revertedTree(onto: string, from: string, to: string): Promise<string | null> {
    const tree = (await repository.commit(from))?.tree;
    return tree === undefined ? null : applied(repository, { onto, parent: to, tree });
  }

  return {
    mergedTree,
    divergence,
    mergeBase: (base, head) => remembered(bases, `${base} ${head}`, () => findMergeBase(repository, base, head)),
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

async function countDivergence(repository: Repository, base: string, head: string): Promise<Divergence> {
  const counts = await repository.run(['rev-list', '--count', '--left-right', `${base}...${head}`]);
  const [behind, ahead] = counts.trim().split('\t').map(Number);
  return { ahead: ahead ?? 0, behind: behind ?? 0 };
}

async function findMergeBase(repository: Repository, base: string, head: string): Promise<string | null> {
  const answer = await repository.attempt(['merge-base', base, head]);
  return answer.exitCode === 0 ? answer.stdout.trim() : null;
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

// merge-tree takes no explicit base before git 2.40: a commit made up on the wanted base gives it that base.
async function applied(
  repository: Repository,
  change: { readonly onto: string; readonly parent: string; readonly tree: string },
): Promise<string | null> {
  const nobody = { name: 'sandbox', email: 'sandbox@localhost', date: '2000-01-01T00:00:00Z' };
  const sides = await Promise.all([ourSide(repository, change, nobody), theirSide(repository, change, nobody)]);
  return mergeTree(repository, sides[0], sides[1]);
}

async function ourSide(
  repository: Repository,
  change: { readonly onto: string; readonly parent: string },
  nobody: Signature,
): Promise<string> {
  const tree = (await repository.commit(change.onto))?.tree ?? '';
  return repository.writeCommit({ tree, parents: [change.parent], author: nobody, committer: nobody, message: 'ours' });
}

function theirSide(
  repository: Repository,
  change: { readonly parent: string; readonly tree: string },
  nobody: Signature,
): Promise<string> {
  return repository.writeCommit({
    tree: change.tree,
    parents: [change.parent],
    author: nobody,
    committer: nobody,
    message: 'theirs',
  });
}

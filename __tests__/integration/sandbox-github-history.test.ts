import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitFiles } from '../../sandbox/github/git/commit-files.ts';
import { createMergePlumbing } from '../../sandbox/github/git/merging.ts';
import { openRepository, type Repository } from '../../sandbox/github/git/repository.ts';
import { diffTrees } from '../../sandbox/github/git/tree-diff.ts';

const signature = { name: 'Ann', email: 'ann@example.com', date: '2026-01-01T00:00:00Z' };
const directory = mkdtempSync(join(tmpdir(), 'sandbox-github-history-'));
let repository: Repository;
let emptyTree: string;

beforeAll(async () => {
  repository = await openRepository(join(directory, 'repo.git'), 'main');
  emptyTree = (await repository.run(['mktree'], { input: '' })).trim();
});

afterAll(() => {
  repository.close();
  rmSync(directory, { recursive: true, force: true });
});

function commit(message: string, ...parents: readonly string[]): string {
  return repository.writeCommit({ tree: emptyTree, parents, author: signature, committer: signature, message });
}

test('histories compare as git compares them, crosswise merges and strangers included', async () => {
  const root = commit('root');
  const [a, b] = [commit('a', root), commit('b', root)];
  const [ab, ba] = [commit('ab', a, b), commit('ba', b, a)];
  const [x, y] = [commit('x', ab), commit('y', commit('y0', ba))];
  const stranger = commit('stranger');
  const octopus = commit('octopus', x, y, stranger);
  const all = [root, a, b, ab, ba, x, y, stranger, octopus];
  await repository.updateRefs(all.map((sha, index) => ({ ref: `refs/heads/b${index}`, before: null, after: sha })));
  for (const base of all) {
    for (const head of all) {
      const { divergence, mergeBases } = await repository.compare(base, head);
      const counts = await repository.run(['rev-list', '--count', '--left-right', `${base}...${head}`]);
      expect(`${divergence.behind}\t${divergence.ahead}`).toBe(counts.trim());
      const bases = await repository.attempt(['merge-base', '--all', base, head]);
      expect(mergeBases.toSorted()).toEqual(
        bases.stdout
          .split('\n')
          .filter((line) => line !== '')
          .toSorted(),
      );
    }
  }
});

describe('files', () => {
  const files = (parent: string | null, changes: Readonly<Record<string, string | null>>): Promise<string> =>
    commitFiles(repository, { parent, files: changes, message: 'm', signature });

  test('differ between trees as git says they do', async () => {
    const one = await files(null, { 'a.txt': 'a', 'dir/b.txt': 'b', 'dir/sub/c.txt': 'c', swap: 'file', run: 'plain' });
    const two = await files(one, {
      'a.txt': 'A',
      'dir/sub/c.txt': null,
      'dir/d.txt': 'd',
      swap: null,
      'swap/in.txt': 'x',
      run: '#!/bin/sh',
    });
    const [before, after] = [await repository.commit(one), await repository.commit(two)];
    const changes = await diffTrees(repository.tree, before?.tree ?? null, after?.tree ?? null);
    const ours = changes.map(
      (change) => `${change.before === null ? 'A' : change.after === null ? 'D' : 'M'}\t${change.path}`,
    );
    const theirs = await repository.run(['diff-tree', '-r', '--no-renames', '--name-status', one, two]);
    expect(ours.toSorted()).toEqual(theirs.trim().split('\n').toSorted());
    expect(await repository.entryAt(after?.tree ?? '', 'run')).toMatchObject({ mode: '100755' });
  });

  test('of a change undone are as they were, with later changes kept', async () => {
    const plumbing = createMergePlumbing(repository);
    const start = await files(null, { 'a.txt': 'a\n' });
    const merged = await files(start, { 'b.txt': 'b\n' });
    const later = await files(merged, { 'c.txt': 'c\n' });
    const tree = await plumbing.revertedTree(later, start, merged);
    expect((await repository.tree(tree ?? '')).map((entry) => entry.name)).toEqual(['a.txt', 'c.txt']);
    const rewritten = await files(later, { 'b.txt': 'b2\n' });
    expect(await plumbing.revertedTree(rewritten, start, merged)).toBeNull();
  });

  test('written without a process are what git reads and checks', async () => {
    await repository.updateRefs([
      { ref: 'refs/heads/checked', before: null, after: await files(null, { 'ä b.txt': 'ü\n' }) },
    ]);
    expect(await repository.attempt(['fsck', '--strict', '--no-dangling'])).toMatchObject({ exitCode: 0 });
    expect(await repository.run(['show', 'checked:ä b.txt'])).toBe('ü\n');
  });
});

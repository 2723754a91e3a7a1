import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEntry, listFiles, readTexts, treeOf } from '../../src/git/file-tree.ts';
import { runGit, runGitBytes } from '../../src/git/git.ts';
import { type GitObject, makeObject } from '../../src/git/git-object.ts';
import { makeCommit } from '../../src/git/make-commit.ts';
import { readPack } from '../../src/git/read-pack.ts';
import { listTree, readTree } from '../../src/git/read-tree.ts';
import { folderMode, makeTree } from '../../src/git/tree-object.ts';
import { writePack } from '../../src/git/write-pack.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';
import { storeCommit } from './store-commit.ts';

const author = { name: 'Ada', email: 'ada@example.org' };
const at = new Date('2026-11-22T12:00:00Z');
const long = Array.from({ length: 400 }, (_, line) => `line ${line * line}`).join('\n');

interface Two {
  readonly gitDir: string;
  readonly first: string;
  readonly second: string;
}

/** A repository with two commits, of which the second is best said as what it changes in the first. */
async function twoCommits(world: GitWorld): Promise<Two> {
  const gitDir = world.folder('packs');
  await runGit(['init', '--quiet', '--bare', gitDir]);
  const files = { 'a.txt': long, 'b/c.txt': 'c', 'b/d/e.txt': 'ü', 'b-d.txt': '' };
  const changes = new Map(Object.entries(files));
  const first = await storeCommit(gitDir, { parent: null, changes, message: 'One\n', author, at });
  const changed = new Map([['a.txt', `${long.slice(0, 3000)}in between${long.slice(3000)}`]]);
  const second = await storeCommit(gitDir, { parent: first, changes: changed, message: 'Two\n', author, at });
  return { gitDir, first, second };
}

async function packOf(gitDir: string, revisions: readonly string[], ...flags: readonly string[]): Promise<Buffer> {
  const args = ['pack-objects', '--quiet', '--revs', '--stdout', ...flags];
  const { stdout } = await runGitBytes(args, { gitDir, input: `${revisions.join('\n')}\n` });
  return Buffer.from(stdout);
}

function byId(objects: readonly GitObject[] | null): Map<string, GitObject> {
  return new Map((objects ?? []).map((object) => [object.id, object]));
}

test.each([
  ['whole objects', ['--window=0']],
  ['deltas by their distance', ['--delta-base-offset']],
  ['deltas by the id of their base', []],
])('a pack of %s is read as git reads it', async (_, flags) => {
  await using world = await createGitWorld();
  const { gitDir, second } = await twoCommits(world);
  const objects = byId(readPack(await packOf(gitDir, [second], ...flags), new Map()));
  const listed = await runGit(['rev-list', '--objects', '--no-object-names', second], { gitDir });
  expect([...objects.keys()].sort()).toEqual(listed.stdout.trim().split('\n').sort());
  const tree = treeOf(objects.get(second) ?? makeObject('blob', Buffer.alloc(0)));
  expect(listFiles(objects, tree)).toEqual(await listTree(gitDir, second));
  const { files } = await readTree(gitDir, second);
  const contentAt = (path: string): string | undefined =>
    objects.get(findEntry(objects, tree, path)?.id ?? '')?.content.toString();
  expect(contentAt('a.txt')).toBe(files.get('a.txt'));
  expect(contentAt('b/c.txt')).toBe('c');
  expect(findEntry(objects, tree, 'b')).toMatchObject({ mode: folderMode });
  expect(findEntry(objects, tree, 'b/none.txt')).toBeNull();
  expect(findEntry(objects, tree, 'a.txt/c.txt')).toBeNull();
});

test('a folder whose mode an old tool wrote with a zero before it is a folder', () => {
  const blob = makeObject('blob', Buffer.from('x'));
  const inner = makeTree([{ mode: '100644', name: 'c.txt', id: blob.id }]);
  const outer = makeTree([{ mode: `0${folderMode}`, name: 'b', id: inner.id }]);
  const objects = byId([blob, inner, outer]);
  expect(outer.content.toString('latin1')).toMatch(/^040000 b/);
  expect(findEntry(objects, outer.id, 'b/c.txt')).toMatchObject({ id: blob.id });
  expect([...listFiles(objects, outer.id).keys()]).toEqual(['b/c.txt']);
});

test('a thin pack is read by who knows what it leans on, and by nobody else', async () => {
  await using world = await createGitWorld();
  const { gitDir, first, second } = await twoCommits(world);
  const thin = await packOf(gitDir, [second, `^${first}`], '--thin', '--delta-base-offset');
  expect(thin.length).toBeLessThan(2000);
  const known = byId(readPack(await packOf(gitDir, [first]), new Map()));
  const objects = new Map([...known, ...byId(readPack(thin, known))]);
  const tree = treeOf(objects.get(second) ?? makeObject('blob', Buffer.alloc(0)));
  expect(objects.get(findEntry(objects, tree, 'a.txt')?.id ?? '')?.content.toString()).toContain('in between');
  expect(readPack(thin, new Map())).toBeNull();
});

test('what is no pack, or one that was cut or changed on its way, gives nothing that it does not hold', async () => {
  await using world = await createGitWorld();
  const { gitDir, second } = await twoCommits(world);
  const pack = await packOf(gitDir, [second], '--delta-base-offset');
  const real = byId(readPack(pack, new Map()));
  fc.assert(
    fc.property(fc.nat(pack.length - 1), fc.nat(255), fc.boolean(), (place, byte, isCut) => {
      const spoilt = Buffer.from(isCut ? pack.subarray(0, place) : pack);
      if (!isCut) spoilt[place] = byte;
      for (const { id, type, content } of readPack(spoilt, new Map()) ?? []) {
        expect(id).toBe(makeObject(type, content).id);
        if (real.has(id)) expect(content.equals(real.get(id)?.content ?? Buffer.alloc(0))).toBe(true);
      }
    }),
  );
  expect(readPack(Buffer.from('<html>A moment, please.</html>'), new Map())).toBeNull();
});

test('a pack that unpacks to more than is kept in memory is left to git', () => {
  const blob = makeObject('blob', Buffer.alloc(65_000_000));
  const pack = writePack([blob]);
  expect(pack.length).toBeLessThan(100_000);
  expect(readPack(pack, new Map())).toBeNull();
});

/** Folders within folders, so many deep: each holds the next one under several names, the last one a file. */
function nest(
  depth: number,
  names: readonly string[],
  content = 'x',
): { objects: Map<string, GitObject>; root: string } {
  const blob = makeObject('blob', Buffer.from(content));
  const trees = [makeTree(names.map((name) => ({ mode: '100644', name, id: blob.id })))];
  for (let level = 1; level < depth; level += 1) {
    const id = trees.at(-1)?.id ?? '';
    trees.push(makeTree(names.map((name) => ({ mode: folderMode, name, id }))));
  }
  return { objects: byId([blob, ...trees]), root: trees.at(-1)?.id ?? '' };
}

test.each([
  ['a few folders that stand for billions of files', nest(12, [...'abcdefghij'])],
  ['a path without an end', nest(3000, ['folder'])],
  [
    'a folder of more entries than anybody lists',
    nest(
      1,
      Array.from({ length: 100_001 }, (_, at) => `${at}`),
    ),
  ],
])('%s are listed to no end but an error', (_, { objects, root }) => {
  expect(() => listFiles(objects, root)).toThrow('more than any store of ours');
});

test('one file at a thousand paths is read as often as there is room for it', () => {
  const { objects, root } = nest(3, [...'abcdefghij'], 'x'.repeat(600_000));
  const files = listFiles(objects, root);
  expect(files.size).toBe(1000);
  expect(() => readTexts(objects, files)).toThrow('more than any store of ours');
  expect(readTexts(objects, new Map([...files].slice(0, 3))).get('a/a/c')).toHaveLength(600_000);
});

test('a commit holds what its parent holds and what was changed, and brings all that is new and nothing else', async () => {
  await using world = await createGitWorld();
  const { gitDir, first } = await twoCommits(world);
  const { id } = makeObject('blob', Buffer.from('c'));
  const files = new Map([...(await listTree(gitDir, first)), ['b/c.txt', { mode: '100755', id }]]);
  const changes = new Map([
    ['b-d.txt', null],
    ['b/f.txt', 'c'],
    ['a.txt/x', 'now a folder'],
  ]);
  const made = makeCommit({ parent: first, files, changes, message: 'Three\n', author, at });
  expect(made.objects.map(({ type }) => type).sort()).toEqual(['blob', 'blob', 'commit', 'tree', 'tree', 'tree']);
  await runGit(['index-pack', '--stdin', '--strict'], { gitDir, input: writePack(made.objects) });
  await runGit(['fsck', '--strict', made.commit], { gitDir });
  expect([...(await readTree(gitDir, made.commit)).files]).toEqual([
    ['a.txt/x', 'now a folder'],
    ['b/c.txt', 'c'],
    ['b/d/e.txt', 'ü'],
    ['b/f.txt', 'c'],
  ]);
  expect((await listTree(gitDir, made.commit)).get('b/c.txt')?.mode).toBe('100755');
});

import { ConfigurationError } from '../errors.ts';
import type { GitObject } from './git-object.ts';
import { folderMode, makeTree, parseTree, type TreeEntry } from './tree-object.ts';

const submoduleMode = '160000';

/** A file of a commit: its mode and its blob. */
export type TreeFile = Pick<TreeEntry, 'mode' | 'id'>;

/** Every file of a commit by path, in git's order. */
export type FileTree = ReadonlyMap<string, TreeFile>;

/** The tree that a commit's content names. */
export function treeOf(commit: GitObject): string {
  return /^tree ([0-9a-f]{40})\n/.exec(commit.content.toString('latin1', 0, 64))?.[1] ?? '';
}

/** Far more than a store of ours holds, in entries of trees, in letters of a path, and in bytes of all files. */
const most = { entries: 100_000, path: 1000, bytes: 500_000_000 } as const;

/**
 * Every file below a tree; none of a tree that is not among the objects. More than any store of ours holds is an error: a
 * few folders that name one another again and again stand for more files than anybody could list.
 */
export function listFiles(objects: ReadonlyMap<string, GitObject>, root: string): FileTree {
  const files = new Map<string, TreeFile>();
  const open = [{ mode: folderMode, path: '', id: root }];
  let listed = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { mode, path, id } = next;
    if (mode !== folderMode) {
      files.set(path, { mode, id });
      continue;
    }
    const entries = parseTree(objects.get(id)?.content ?? Buffer.alloc(0));
    listed += entries.length;
    if (listed > most.entries || path.length > most.path) throw tooLarge();
    const below = path === '' ? '' : `${path}/`;
    for (const entry of entries.toReversed()) open.push({ mode: entry.mode, path: below + entry.name, id: entry.id });
  }
  return files;
}

/** The text of every file; one that is not among the objects is left out. */
export function readTexts(objects: ReadonlyMap<string, GitObject>, files: FileTree): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const [path, { id }] of files) {
    const blob = objects.get(id);
    if (blob?.type !== 'blob') continue;
    bytes += blob.content.length;
    // The same blob may stand at every path.
    if (bytes > most.bytes) throw tooLarge();
    texts.set(path, blob.content.toString('utf8'));
  }
  return texts;
}

function tooLarge(): ConfigurationError {
  return new ConfigurationError(
    'The branch of the store holds more than any store of ours: it was not written by us.',
    {
      remedy: 'See who pushed to the state branch, put it back to the commit before, and have a rule protect it.',
    },
  );
}

/** What stands at a path below a tree, whether it is among the objects or not; null where there is nothing. */
export function findEntry(objects: ReadonlyMap<string, GitObject>, tree: string, path: string): TreeFile | null {
  return path.split('/').reduce<TreeFile | null>(
    (folder, name) => {
      const object = folder?.mode === folderMode ? objects.get(folder.id) : undefined;
      return object === undefined ? null : (parseTree(object.content).find((one) => one.name === name) ?? null);
    },
    { mode: folderMode, id: tree },
  );
}

/** Whether an entry is a file of the repository, and no folder, and no commit of another one. */
export function isFile({ mode }: TreeFile): boolean {
  return mode !== folderMode && mode !== submoduleMode;
}

/** The trees that hold some files, the outermost last; where a file stands in the way of a folder, the folder stays. */
export function makeTrees(files: FileTree): readonly GitObject[] {
  const entries = new Map<string, TreeEntry>();
  const folders = new Map<string, Map<string, TreeFile>>();
  for (const [path, file] of files) {
    const slash = path.indexOf('/');
    if (slash === -1) {
      entries.set(path, { ...file, name: path });
      continue;
    }
    const folder = path.slice(0, slash);
    const inside = folders.get(folder) ?? new Map<string, TreeFile>();
    folders.set(folder, inside.set(path.slice(slash + 1), file));
  }
  const below: GitObject[] = [];
  for (const [name, inside] of folders) {
    below.push(...makeTrees(inside));
    entries.set(name, { mode: folderMode, name, id: below.at(-1)?.id ?? '' });
  }
  return [...below, makeTree([...entries.values()])];
}

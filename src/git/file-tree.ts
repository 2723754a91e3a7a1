import type { GitObject } from './git-object.ts';
import { folderMode, makeTree, parseTree, type TreeEntry } from './tree-object.ts';

/** A file of a commit: its mode and its blob. */
export type TreeFile = Pick<TreeEntry, 'mode' | 'id'>;

/** Every file of a commit by path, in git's order. */
export type FileTree = ReadonlyMap<string, TreeFile>;

/** The tree that a commit's content names. */
export function treeOf(commit: GitObject): string {
  return /^tree ([0-9a-f]{40})\n/.exec(commit.content.toString('latin1', 0, 64))?.[1] ?? '';
}

/** Every file below a tree; none of a tree that is not among the objects. */
export function listFiles(objects: ReadonlyMap<string, GitObject>, tree: string, below = ''): FileTree {
  const files = new Map<string, TreeFile>();
  for (const { mode, name, id } of parseTree(objects.get(tree)?.content ?? Buffer.alloc(0))) {
    if (mode !== folderMode) files.set(below + name, { mode, id });
    else for (const [path, file] of listFiles(objects, id, `${below}${name}/`)) files.set(path, file);
  }
  return files;
}

/** The file at a path below a tree, or whatever else is there; null where there is nothing. */
export function findFile(objects: ReadonlyMap<string, GitObject>, tree: string, path: string): GitObject | null {
  const found = path.split('/').reduce<GitObject | undefined>((folder, name) => {
    const entry = folder?.type === 'tree' ? parseTree(folder.content).find((one) => one.name === name) : undefined;
    return entry === undefined ? undefined : objects.get(entry.id);
  }, objects.get(tree));
  return found ?? null;
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

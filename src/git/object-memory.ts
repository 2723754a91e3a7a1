import { findEntry, type TreeFile, treeOf } from './file-tree.ts';
import type { GitObject } from './git-object.ts';

/** What was read of a repository by this process. */
export interface ObjectMemory {
  /** Of a commit whose files are read one by one the trees, and those files. */
  readonly objects: Map<string, GitObject>;
  /** The commits that refs stood at, by the full name that they have here. */
  readonly refs: Map<string, string>;
  /** The commits that were fetched without their parents and with all their files. */
  readonly shallow: Set<string>;
}

export function createObjectMemory(): ObjectMemory {
  return { objects: new Map(), refs: new Map(), shallow: new Set() };
}

/** What stands at a path of a commit; null where there is nothing, undefined where the commit was not read. */
export function recallEntry({ objects }: ObjectMemory, commit: string, path: string): TreeFile | null | undefined {
  const object = objects.get(commit);
  return object === undefined ? undefined : findEntry(objects, treeOf(object), path);
}

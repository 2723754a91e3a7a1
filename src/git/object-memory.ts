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
  /** The commits of which the trees alone were fetched. */
  readonly bare: Set<string>;
}

export function createObjectMemory(): ObjectMemory {
  return { objects: new Map(), refs: new Map(), shallow: new Set(), bare: new Set() };
}

/** Whether a commit is known with all its files. */
export function hasWhole({ objects, bare }: ObjectMemory, commit: string): boolean {
  return objects.has(commit) && !bare.has(commit);
}

/** What stands at a path of a commit; null where there is nothing, undefined where the commit was not read. */
export function recallEntry({ objects }: ObjectMemory, commit: string, path: string): TreeFile | null | undefined {
  const object = objects.get(commit);
  return object === undefined ? undefined : findEntry(objects, treeOf(object), path);
}

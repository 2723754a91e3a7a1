import type { TreeEntry } from './trees.ts';

export interface TreeChange {
  readonly path: string;
  readonly before: TreeEntry | null;
  readonly after: TreeEntry | null;
}

export type ReadTree = (sha: string) => Promise<readonly TreeEntry[]>;

/** The files that differ between two trees; a null tree is empty. Trees of one SHA are not looked into. */
export async function diffTrees(
  read: ReadTree,
  before: string | null,
  after: string | null,
  prefix = '',
): Promise<readonly TreeChange[]> {
  if (before === after) return [];
  const [old, young] = [await entriesOf(read, before), await entriesOf(read, after)];
  const changes: TreeChange[] = [];
  for (const name of new Set([...old.keys(), ...young.keys()])) {
    changes.push(...(await diffEntries(read, old.get(name) ?? null, young.get(name) ?? null, `${prefix}${name}`)));
  }
  return changes;
}

async function entriesOf(read: ReadTree, sha: string | null): Promise<ReadonlyMap<string, TreeEntry>> {
  const entries = sha === null ? [] : await read(sha);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

async function diffEntries(
  read: ReadTree,
  before: TreeEntry | null,
  after: TreeEntry | null,
  path: string,
): Promise<readonly TreeChange[]> {
  if (before?.sha === after?.sha && before?.mode === after?.mode) return [];
  const [oldTree, youngTree] = [treeOf(before), treeOf(after)];
  const within = await diffTrees(read, oldTree, youngTree, `${path}/`);
  const [oldFile, youngFile] = [fileOf(before), fileOf(after)];
  return oldFile === null && youngFile === null ? within : [{ path, before: oldFile, after: youngFile }, ...within];
}

function treeOf(entry: TreeEntry | null): string | null {
  return entry?.type === 'tree' ? entry.sha : null;
}

function fileOf(entry: TreeEntry | null): TreeEntry | null {
  return entry?.type === 'tree' ? null : entry;
}

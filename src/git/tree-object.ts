import { type GitObject, makeObject } from './git-object.ts';

export interface TreeEntry {
  /** As git writes it: `100644`, `40000` for a folder. */
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

export const folderMode = '40000';

/** The entries of a tree's content. */
export function parseTree(content: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, at);
    if (space === -1 || end < space) break;
    entries.push({
      // Old tools wrote a folder's with a zero before it.
      mode: content.toString('latin1', at, space).replace(/^0+/, ''),
      name: content.toString('utf8', space + 1, end),
      id: content.toString('hex', end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}

/** The tree of some entries, in git's order: that of bytes, a folder's name as if it ended in a slash. */
export function makeTree(entries: readonly TreeEntry[]): GitObject {
  const sorted = entries
    .map((entry) => ({ entry, key: Buffer.from(entry.mode === folderMode ? `${entry.name}/` : entry.name) }))
    .sort((left, right) => Buffer.compare(left.key, right.key));
  const parts = sorted.flatMap(({ entry: { mode, name, id } }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(id, 'hex'),
  ]);
  return makeObject('tree', Buffer.concat(parts));
}

import type { TreeChange } from '../core/tree-change.ts';
import { type GitOptions, runGit } from './git.ts';

export interface TreeScan {
  /** Every path of the head's tree. */
  readonly paths: readonly string[];
  readonly changes: readonly TreeChange[];
}

/** Lists a commit's tree and what differs in it from another's, without looking into any file. */
export async function scanTree(base: string, head: string, git: GitOptions): Promise<TreeScan> {
  const [listing, raw] = await Promise.all([
    runGit(['ls-tree', '-r', '-z', '-l', '--full-tree', head], git),
    runGit(['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', base, head], git),
  ]);
  const sizes = parseSizes(listing.stdout);
  return { paths: [...sizes.keys()], changes: parseChanges(raw.stdout, sizes) };
}

function parseSizes(listing: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const line of listing.split('\0')) {
    const match = /^\d+ \w+ [0-9a-f]+ +(\d+|-)\t(.+)$/s.exec(line);
    if (match?.[2] !== undefined) sizes.set(match[2], Number(match[1]) || 0);
  }
  return sizes;
}

function parseChanges(raw: string, sizes: ReadonlyMap<string, number>): readonly TreeChange[] {
  const fields = raw.split('\0');
  const changes: TreeChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const match = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [ADMT]$/.exec(fields[at] ?? '');
    const path = fields[at + 1];
    const [, oldMode, newMode, oldBlob, newBlob] = match ?? [];
    if (path === undefined || !oldMode || !newMode || !oldBlob || !newBlob) {
      throw new Error(`not a line of git diff-tree: ${JSON.stringify(fields[at])}`);
    }
    changes.push({ path, oldMode, newMode, oldBlob, newBlob, size: sizes.get(path) ?? 0 });
  }
  return changes;
}

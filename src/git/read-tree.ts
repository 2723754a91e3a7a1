import { runGit, runGitBytes } from './git.ts';

interface TreeEntry {
  readonly path: string;
  readonly blob: string;
}

/** Returns the text of every file of a commit, in two processes whatever their number. */
export async function readTree(gitDir: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const listing = await runGit(['ls-tree', '-r', '-z', '--full-tree', commit], { gitDir });
  const entries = parseListing(listing.stdout);
  const input = entries.map((entry) => `${entry.blob}\n`).join('');
  const batch = await runGitBytes(['cat-file', '--batch', '--buffer'], { gitDir, input, maxBytes: 500_000_000 });
  return readBatch(Buffer.from(batch.stdout.buffer, batch.stdout.byteOffset, batch.stdout.byteLength), entries);
}

function parseListing(listing: string): readonly TreeEntry[] {
  return listing.split('\0').flatMap((line) => {
    const match = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line);
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ blob: match[1], path: match[2] }];
  });
}

function readBatch(output: Buffer, entries: readonly TreeEntry[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let offset = 0;
  for (const entry of entries) {
    const lineEnd = output.indexOf(10, offset);
    const size = Number(output.toString('latin1', offset, lineEnd).split(' ')[2]);
    files.set(entry.path, output.toString('utf8', lineEnd + 1, lineEnd + 1 + size));
    offset = lineEnd + 1 + size + 1;
  }
  return files;
}

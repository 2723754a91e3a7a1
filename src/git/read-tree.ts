import { runGit } from './git.ts';
import { readObjects } from './read-objects.ts';

/** A commit with the text of every file in it. */
export interface CommitFiles {
  readonly commit: string;
  readonly files: ReadonlyMap<string, string>;
}

interface TreeEntry {
  readonly path: string;
  readonly blob: string;
}

/** The commit that a ref stands for and the text of every file of it, in two processes whatever their number. */
export async function readTree(gitDir: string, ref: string): Promise<CommitFiles> {
  const listing = await runGit(['ls-tree', '-r', '-z', '--full-tree', ref], { gitDir });
  const entries = parseListing(listing.stdout);
  const [commit, ...blobs] = await readObjects(gitDir, [ref, ...entries.map(({ blob }) => blob)]);
  const files = entries.map(({ path }, index) => [path, blobs[index]?.content.toString('utf8') ?? ''] as const);
  return { commit: commit?.id ?? '', files: new Map(files) };
}

function parseListing(listing: string): readonly TreeEntry[] {
  return listing.split('\0').flatMap((line) => {
    const match = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line);
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ blob: match[1], path: match[2] }];
  });
}

import type { FileTree } from './file-tree.ts';
import { runGit } from './git.ts';
import { readObjects } from './read-objects.ts';

/** A commit with the text of every file in it. */
export interface CommitFiles {
  readonly commit: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The commit that a ref stands for and the text of every file of it, in two processes whatever their number. */
export async function readTree(gitDir: string, ref: string): Promise<CommitFiles> {
  const entries = [...(await listTree(gitDir, ref))];
  const [commit, ...blobs] = await readObjects(gitDir, [ref, ...entries.map(([, { id }]) => id)]);
  const files = entries.flatMap(([path], index) => {
    const object = blobs[index];
    return object?.type === 'blob' ? [[path, object.content.toString('utf8')] as const] : [];
  });
  return { commit: commit?.id ?? '', files: new Map(files) };
}

/** Every file of a commit by path. */
export async function listTree(gitDir: string, commit: string): Promise<FileTree> {
  const { stdout } = await runGit(['ls-tree', '-r', '-z', '--full-tree', commit], { gitDir });
  const files = stdout.split('\0').flatMap((line) => {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return mode === undefined || id === undefined || path === undefined ? [] : [[path, { mode, id }] as const];
  });
  return new Map(files);
}

import { runGit } from './git.ts';
import { GitError } from './git-error.ts';
import { readShallow, writeShallow } from './repository-files.ts';
import type { FetchedPack } from './smart-http.ts';

/** Takes a fetched pack into a bare repository, with what it leans on there; false where git could not. */
export async function indexPack(directory: string, { pack, shallow }: FetchedPack): Promise<boolean> {
  try {
    await runGit(['index-pack', '--stdin', '--fix-thin'], { gitDir: directory, input: pack });
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
  if (shallow.length > 0) await writeShallow(directory, [...new Set([...(await readShallow(directory)), ...shallow])]);
  return true;
}

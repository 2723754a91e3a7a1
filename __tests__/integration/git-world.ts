import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../../src/git/git.ts';

/** A folder with one bare repository in it, gone when its user is done. */
export interface GitWorld extends AsyncDisposable {
  readonly directory: string;
  readonly gitDir: string;
  readonly url: string;
  folder(name: string): string;
  git(...args: readonly string[]): Promise<string>;
}

export async function createGitWorld(): Promise<GitWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'orchestrate-git-'));
  const gitDir = join(directory, 'remote.git');
  await runGit(['init', '--quiet', '--bare', '--initial-branch=main', gitDir]);
  return {
    directory,
    gitDir,
    url: `file://${gitDir}`,
    folder: (name) => join(directory, name),
    git: async (...args) => (await runGit(args, { gitDir })).stdout,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

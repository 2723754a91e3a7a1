import { runGit } from './git.ts';

export interface EmptyCommit {
  /** A bare repository that holds the parent with its tree. */
  readonly repository: string;
  readonly parent: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
}

/** A commit that changes nothing, on top of its parent; its SHA. */
export async function makeEmptyCommit({ repository, parent, message, author }: EmptyCommit): Promise<string> {
  const { name, email } = author;
  const { stdout } = await runGit(['commit-tree', `${parent}^{tree}`, '-p', parent, '-m', message], {
    gitDir: repository,
    env: { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
  });
  return stdout.trim();
}

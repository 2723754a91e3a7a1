import { rm } from 'node:fs/promises';
import type { GitOptions } from './git.ts';

/** Runs something with an index file of its own, so that no lock or half-made merge left behind is in the way. */
export async function withTemporaryIndex<T>(
  path: string,
  use: (env: NonNullable<GitOptions['env']>) => Promise<T>,
): Promise<T> {
  try {
    return await use({ GIT_INDEX_FILE: path });
  } finally {
    await rm(path, { force: true });
    await rm(`${path}.lock`, { force: true });
  }
}

/** Who a commit is by, as git wants to be told; the same moment gives the same commit. */
export function identity(who: { readonly name: string; readonly email: string }, at: Date): Record<string, string> {
  const date = at.toISOString();
  return {
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: who.name,
    GIT_COMMITTER_EMAIL: who.email,
    GIT_COMMITTER_DATE: date,
  };
}

import { writeFile } from 'node:fs/promises';
import { checkoutGit } from './checkout-git.ts';
import { runGit, runGitBytes } from './git.ts';

const baseRef = 'refs/orchestrate/base';

export interface BasePack {
  /** The commit that is to be merged. */
  readonly base: string;
  /** The commit that the receiver starts from, and has with some of its history. */
  readonly start: string;
}

/** What a base has that a start has not, as a bundle; null where there is nothing of that kind. */
export async function packBase(repository: string, { base, start }: BasePack): Promise<Uint8Array | null> {
  const git = { gitDir: repository };
  const { exitCode } = await runGit(['merge-base', '--is-ancestor', base, start], { ...git, accept: [1] });
  if (exitCode === 0) return null;
  await runGit(['update-ref', baseRef, base], git);
  const { stdout } = await runGitBytes(['bundle', 'create', '--quiet', '-', baseRef, `^${start}`], git);
  return stdout;
}

/** Gives a checkout the commits of such a bundle, by way of a file, so that its agent can merge them by their SHA. */
export async function unpackBase(checkout: string, bundle: Uint8Array, file: string): Promise<void> {
  await writeFile(file, bundle);
  const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];
  await checkoutGit(['fetch', ...flags, file, `+${baseRef}:${baseRef}`], { cwd: checkout });
}

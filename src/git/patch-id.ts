import { type GitOptions, runGit, runGitBytes } from './git.ts';

/**
 * The change from one commit to another as a patch that says all of it: binaries as text, no renames, no attribute or
 * driver asked; only what a deleted file held is left out. Bytes: what is not UTF-8 must not become the same.
 */
export async function readPatch(base: string, head: string, git: GitOptions): Promise<Uint8Array> {
  const exact = ['--text', '--full-index', '--no-renames', '--no-ext-diff', '--no-textconv', '--irreversible-delete'];
  const { stdout } = await runGitBytes(['diff-tree', '-r', '-p', ...exact, '--diff-algorithm=myers', base, head], git);
  return stdout;
}

/**
 * What a verdict is about: a patch's stable id, which a moved base keeps. Unlike `--stable` alone it does not pass over
 * white space: indentation is code in more than one language. Empty for an empty patch. Needs git 2.39.
 */
export async function computePatchId(patch: Uint8Array, git: GitOptions): Promise<string> {
  if (patch.length === 0) return '';
  const { stdout } = await runGit(['patch-id', '--verbatim'], { ...git, input: patch });
  return stdout.split(' ')[0] ?? '';
}

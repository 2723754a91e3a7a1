import { createHash } from 'node:crypto';
import { type GitOptions, runGitBytes } from './git.ts';

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
 * What a verdict is about: a stable id of a patch from `readPatch`, kept when a moved base shifts its lines; empty for
 * an empty patch. `git patch-id` would not do: it passes over white space, which is code in more than one language, and
 * over all that follows a NUL in a line.
 */
export function computePatchId(patch: Uint8Array): string {
  if (patch.length === 0) return '';
  const hash = createHash('sha256');
  // Latin 1 keeps every byte; a line of content begins with a space, a sign or a backslash, so headers are known.
  for (const line of Buffer.from(patch).toString('latin1').split('\n')) {
    hash.update(`${withoutPosition(line)}\n`, 'latin1');
  }
  return hash.digest('hex');
}

/** A header without what a moved base changes: line numbers, the function around, the blobs where content is shown. */
function withoutPosition(line: string): string {
  if (line.startsWith('@@ ')) return '@@';
  return /^index [0-9a-f]+\.\.[0-9a-f]*[1-9a-f]/.test(line) ? '' : line;
}

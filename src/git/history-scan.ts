import { findSecret } from '../core/secret-patterns.ts';
import { showPath } from '../core/show-path.ts';
import { type GitOptions, runGit } from './git.ts';

export interface HistoryRange {
  readonly head: string;
  /** Commits that are known already, with all they contain. */
  readonly known: readonly string[];
}

export interface HistoryScan {
  /** The commit a range really ends with; null for an empty range. */
  readonly last: string | null;
  readonly secrets: readonly string[];
}

/** Looks for secrets in everything new commits add, messages too: what a later commit removes is pushed all the same. */
export async function scanHistory(range: HistoryRange, git: GitOptions): Promise<HistoryScan> {
  const plain = ['-p', '-c', '-U0', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color', '--no-notes'];
  // Messages are indented, so that none of their lines passes for a removed one.
  const format = '--format=format:%H%n%w(0,4,4)%B';
  const revisions = [range.head, ...range.known.map((commit) => `^${commit}`)];
  const { stdout } = await runGit(['log', ...plain, format, ...revisions, '--'], git);
  const lines = stdout.split('\n');
  return { last: lines[0] === '' ? null : (lines[0] ?? null), secrets: findSecrets(lines) };
}

/** Removed lines, and hunk headers, which quote a line from above that was there before. */
const isNotAdded = /^( ?-|@@)/;

function findSecrets(lines: readonly string[]): readonly string[] {
  const found = new Set<string>();
  let place = 'a commit message';
  for (const line of lines) {
    if (/^[0-9a-f]{40,64}$/.test(line)) place = 'a commit message';
    else if (/^diff --(git|combined|cc) /.test(line)) place = 'a file';
    else if (line.startsWith('+++ ')) place = showPath(line.slice(4).replace(/^b\//, ''));
    const kind = isNotAdded.test(line) ? null : findSecret(line);
    if (kind !== null) found.add(`${place}: it holds what looks like ${kind}, in one of the commits`);
  }
  return [...found];
}

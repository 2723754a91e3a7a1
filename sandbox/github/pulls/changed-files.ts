import type { Site } from '../site.ts';
import type { PullRow } from '../world/rows.ts';

export interface ChangedFile {
  readonly filename: string;
  readonly previous: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** The hunks, where the file is text. */
  readonly patch: string | null;
}

/** The files that differ between two commits, with their hunks. */
export async function changedFiles(site: Site, from: string, to: string): Promise<readonly ChangedFile[]> {
  const [raw, numbers, patch] = await Promise.all([
    site.repository.run(['diff-tree', '-r', '-M', '-z', '--raw', '--no-commit-id', from, to]),
    site.repository.run(['diff-tree', '-r', '-M', '--numstat', '--no-commit-id', from, to]),
    site.repository.run(['diff-tree', '-r', '-M', '-p', '--no-commit-id', from, to]),
  ]);
  const counts = numbers
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t').slice(0, 2).map(Number));
  const patches = patch
    .split(/^diff --git .*$/m)
    .slice(1)
    .map(hunksOf);
  return parseRaw(raw).map((entry, index) => ({
    ...entry,
    additions: counts[index]?.[0] || 0,
    deletions: counts[index]?.[1] || 0,
    patch: patches[index] ?? null,
  }));
}

function hunksOf(patch: string): string | null {
  const start = patch.search(/^@@/m);
  return start === -1 ? null : patch.slice(start).trimEnd();
}

const statuses = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'changed' } as const satisfies Record<
  string,
  ChangedFile['status']
>;

type RawEntry = Pick<ChangedFile, 'filename' | 'previous' | 'status' | 'sha'>;

// `:modes and SHAs, letter` and then one path, or two for a rename, each ended by a zero byte.
function parseRaw(raw: string): readonly RawEntry[] {
  const fields = raw.split('\0').slice(0, -1);
  const entries: RawEntry[] = [];
  while (fields.length > 0) {
    const [, , before = '', after = '', letter = ''] = (fields.shift() ?? '').split(' ');
    const status = statuses[letter.charAt(0) as keyof typeof statuses] ?? 'modified';
    const previous = status === 'renamed' ? (fields.shift() ?? '') : null;
    entries.push({ filename: fields.shift() ?? '', previous, status, sha: status === 'removed' ? before : after });
  }
  return entries;
}

export interface DiffNumbers {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changed_files: number;
}

/** How big a pull request is, against the newest commit it shares with its base. */
export async function diffNumbers(site: Site, pull: PullRow): Promise<DiffNumbers> {
  const base = pull.mergeBaseBefore ?? site.tip(pull.baseRef) ?? pull.baseSha;
  const [{ ahead: commits }, mergeBase] = await Promise.all([
    site.plumbing.divergence(base, pull.headSha),
    site.plumbing.mergeBase(base, pull.headSha),
  ]);
  const size = mergeBase === null ? null : await site.plumbing.diffSize(mergeBase, pull.headSha);
  return {
    commits,
    additions: size?.additions ?? 0,
    deletions: size?.deletions ?? 0,
    changed_files: size?.files ?? 0,
  };
}

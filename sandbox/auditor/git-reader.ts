import { buffer } from 'node:stream/consumers';
import { spawnSmall } from '../spawner/spawn-small.ts';

/** Reads the bare repository with git alone, asking nobody. */
export async function readGit(
  repository: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<Buffer> {
  const child = spawnSmall('git', ['--git-dir', repository, ...args], {
    env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  child.stderr.resume();
  // A git that fails at once closes its input; its exit code tells.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [output, code] = await Promise.all([
    buffer(child.stdout),
    new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}`);
  return output;
}

/** The contents of blobs by their ids, in one process. */
export async function readBlobs(repository: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const output = await readGit(repository, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  const texts: string[] = [];
  let offset = 0;
  while (texts.length < ids.length) {
    const headerEnd = output.indexOf(10, offset);
    const size = Number(output.subarray(offset, headerEnd).toString().split(' ')[2]);
    texts.push(output.subarray(headerEnd + 1, headerEnd + 1 + size).toString());
    offset = headerEnd + 1 + size + 1;
  }
  return texts;
}

/** The newest commit that both have. */
export async function readMergeBase(repository: string, base: string, head: string): Promise<string> {
  return (await readGit(repository, ['merge-base', base, head])).toString().trim();
}

/** What a head changes against its merge base with another commit, as a patch id that survives a moved base. */
export async function readPatchId(repository: string, base: string, head: string): Promise<string> {
  const mergeBase = (await readGit(repository, ['merge-base', base, head])).toString().trim();
  const diff = await readGit(repository, ['diff-tree', '-p', '--full-index', mergeBase, head]);
  return (await readGit(repository, ['patch-id', '--stable'], diff)).toString().split(' ')[0] ?? '';
}

/** The paths that a head changes against its merge base with another commit. */
export async function readChangedPaths(repository: string, base: string, head: string): Promise<readonly string[]> {
  const output = await readGit(repository, ['diff', '--name-only', '--no-renames', '-z', `${base}...${head}`]);
  return output
    .toString()
    .split('\0')
    .filter((path) => path !== '');
}

/** The files of a commit, each with its blob, as `git ls-tree` tells them. */
export async function readTreeFiles(repository: string, commit: string): Promise<readonly string[]> {
  const output = await readGit(repository, ['ls-tree', '-r', '-z', commit]);
  return output
    .toString()
    .split('\0')
    .filter((line) => line !== '');
}

/** The trees of commits, in one process; commits that are not there are left out. */
export async function readTrees(repository: string, commits: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (commits.length === 0) return new Map();
  const wanted = commits.map((commit) => `${commit}^{tree}\n`).join('');
  const output = (await readGit(repository, ['cat-file', '--batch-check=%(objectname)'], wanted)).toString();
  const trees = output.split('\n');
  return new Map(
    commits.flatMap((commit, index) => (/^[0-9a-f]+$/.test(trees[index] ?? '') ? [[commit, trees[index] ?? '']] : [])),
  );
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseOrigin } from '../doctor/command-line.ts';
import { runGit } from '../git/git.ts';

/**
 * This checkout as a workflow names it: `owner/name@<commit>`; null where it cannot be named, since nothing says where
 * it came from, it came from another host than github.com or the repository's, or the commit was pushed nowhere.
 */
export async function nameOwnRelease(root: string, host: string): Promise<string | null> {
  const ask = async (...args: string[]): Promise<string> => {
    const { stdout, exitCode } = await runGit(args, { cwd: root, accept: [1, 128] });
    return exitCode === 0 ? stdout.trim() : '';
  };
  const origin = parseOrigin(await ask('config', '--get', 'remote.origin.url'));
  const commit = await ask('rev-parse', 'HEAD');
  const pushed = await ask('branch', '--remotes', '--contains', 'HEAD');
  if (origin === null || pushed === '' || !/^[0-9a-f]{40}$/.test(commit)) return null;
  return ['github.com', host].includes(origin.host) ? `${origin.owner}/${origin.repo}@${commit}` : null;
}

/** The workflows that people copy, by file name. */
export async function readExamples(root: string): Promise<Readonly<Record<string, string>>> {
  const folder = join(root, 'examples');
  const names = (await readdir(folder)).filter((name) => /^orchestrate[\w-]*\.yml$/.test(name)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

import { type GitOptions, type GitResult, runGit } from './git.ts';

/** What a checkout's own configuration may not do to us: hooks, watchers, housekeeping; a foreign owner is no obstacle. */
const wary = {
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'commit.gpgSign': 'false',
  'submodule.recurse': 'false',
  'advice.detachedHead': 'false',
  // In a container the checkout often belongs to another user than the one who runs this.
  'safe.directory': '*',
} as const;

/** Runs git on the checkout of an agent job. */
export function checkoutGit(args: readonly string[], options: GitOptions): Promise<GitResult> {
  return runGit(args, { ...options, config: { ...options.config, ...wary } });
}

/** The commit a name stands for, or null where there is none or the repository cannot be read. */
export async function findCommit(name: string, options: GitOptions): Promise<string | null> {
  const found = await checkoutGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], {
    ...options,
    accept: [1, 128],
  });
  return found.exitCode === 0 ? found.stdout.trim() : null;
}

/** Whether one commit is reachable from another; a commit that is missing is not. */
export async function isAncestor(ancestor: string, descendant: string, options: GitOptions): Promise<boolean> {
  const answer = await checkoutGit(['merge-base', '--is-ancestor', ancestor, descendant], {
    ...options,
    accept: [1, 128],
  });
  return answer.exitCode === 0;
}

import { type GitResult, runGit } from './git.ts';

export interface RemoteGit {
  /** http(s) or file URL. */
  readonly remoteUrl: string;
  readonly token?: string;
  /** The bare repository that git runs in. */
  readonly directory: string;
}

/** Runs git in a bare repository of ours against a remote, with its token; no hook of anybody runs. */
export function remoteGit({ directory, remoteUrl, token }: RemoteGit, args: readonly string[]): Promise<GitResult> {
  return runGit(args, {
    gitDir: directory,
    config: { 'core.hooksPath': '/dev/null', 'transfer.fsckObjects': 'false' },
    ...(token === undefined ? {} : { credential: { url: remoteUrl, token } }),
    timeoutSeconds: 60,
  });
}

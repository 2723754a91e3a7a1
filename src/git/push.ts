import { listFetched } from './fetch-commits.ts';
import { type GitOptions, type GitResult, runGit, runGitBytes } from './git.ts';
import { GitError } from './git-error.ts';
import { askRefs, sendPack } from './smart-http.ts';

export interface PushRequest {
  /** A bare repository that holds the head. */
  readonly repository: string;
  readonly head: string;
  /** The full name, such as `refs/heads/orchestrate/1.1`. */
  readonly ref: string;
  /** The commit it must have now, or null where it must not exist. */
  readonly expected: string | null;
  readonly remoteUrl: string;
  readonly token: string;
}

export type Pushed =
  | { readonly kind: 'pushed' | 'already' }
  /** Somebody else moved it: what it has now, or null where it is gone. */
  | { readonly kind: 'moved'; readonly actual: string | null }
  /** The server read the push and said no: a rule, a missing permission. */
  | { readonly kind: 'refused'; readonly message: string };

/** The full name of a branch. */
export function branchRef(branch: string): string {
  return `refs/heads/${branch}`;
}

/** Where work that must not be seen by any workflow yet is kept: no branch, and named by the commit itself. */
export function keptRef(head: string): string {
  return `refs/orchestrate/kept/${head}`;
}

/**
 * Pushes a commit to a ref with a lease on what was there; a lost answer is settled by what is there now. What is not
 * simply taken git itself pushes again: it has the words for what is wrong.
 */
export async function pushRef(request: PushRequest): Promise<Pushed> {
  const { ref } = request;
  if (await isTaken(request)) return { kind: 'pushed' };
  const lease = `--force-with-lease=${ref}:${request.expected ?? ''}`;
  try {
    const { stderr } = await remoteGit(request, ['push', lease, request.remoteUrl, `${request.head}:${ref}`]);
    return { kind: stderr.includes('Everything up-to-date') ? 'already' : 'pushed' };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return await settle(request, error);
  }
}

/** By one request and one process; whatever the repository has from the remote is left out of the pack. */
async function isTaken({ repository, head, ref, expected, remoteUrl, token }: PushRequest): Promise<boolean> {
  if (!/^https?:/.test(remoteUrl) || expected === head) return false;
  const known = await listFetched(repository);
  const input = [head, ...known.map((commit) => `^${commit}`), ''].join('\n');
  const pack = await makePack(repository, input);
  if (pack === null) return false;
  const remote = { remoteUrl, token };
  const answer = await sendPack(remote, { ref, expected, commit: head, pack });
  return answer === 'taken' || (answer === 'unknown' && (await askRefs(remote, [ref]))?.[0] === head);
}

/** Null where that did not work, or would be too much to be held here. */
async function makePack(gitDir: string, input: string): Promise<Buffer | null> {
  const args = ['pack-objects', '--quiet', '--revs', '--stdout', '--thin', '--delta-base-offset'];
  try {
    return (await runGitBytes(args, { gitDir, input })).stdout;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** A push that failed is judged by the ref, not by its answer; trouble on the way is thrown, and can be tried again. */
async function settle(request: PushRequest, error: GitError): Promise<Pushed> {
  const actual = await readRemote(request);
  if (actual === request.head) return { kind: 'pushed' };
  if (actual !== request.expected) return { kind: 'moved', actual };
  const words = refusalWords(error.stderr);
  if (words === '') throw error;
  return { kind: 'refused', message: words };
}

async function readRemote(request: PushRequest): Promise<string | null> {
  const { ref } = request;
  const { stdout } = await remoteGit(request, ['ls-remote', '--refs', request.remoteUrl, ref]);
  const line = stdout.split('\n').find((entry) => entry.endsWith(`\t${ref}`));
  return line?.split('\t')[0] ?? null;
}

/** What the server itself said: its own lines, and the reason of a rejected ref; nothing where it was in trouble. */
function refusalWords(stderr: string): string {
  if (/error: 5\d\d/.test(stderr)) return '';
  const lines = stderr
    .split('\n')
    .filter((line) => /^remote: |rejected\]|error: 40[13]|Authentication failed/.test(line));
  return lines
    .map((line) => line.replace(/^remote: /, '').trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 2000);
}

function remoteGit(request: PushRequest, args: readonly string[]): Promise<GitResult> {
  const options: GitOptions = {
    gitDir: request.repository,
    config: { 'core.hooksPath': '/dev/null', 'gc.auto': '0' },
    credential: { url: request.remoteUrl, token: request.token },
    timeoutSeconds: 120,
  };
  return runGit(args, options);
}

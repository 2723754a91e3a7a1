import { ConfigurationError, RemoteError } from '../errors.ts';
import { GitError, spokeToRemote } from '../git/git-error.ts';
import { LoopctlRefusal, LoopctlTrouble } from '../loopctl/loopctl-error.ts';
import { LeaseOver } from '../pass/lease-over.ts';

/** What a person can do something about: what happened, and what to do. */
export interface Explanation {
  readonly message: string;
  readonly remedy: string;
}

const token =
  'Give the step a fresh installation token of the App, as the example workflows do; such a token is good for an hour.';
const permissions =
  'Give the App write permission on actions, checks, contents and pull requests and read permission on commit statuses, install it on this repository, and accept the change where it is installed.';
const repository = 'Check the name of the repository, and that the App is installed on it.';
const appToken =
  'Give the step an installation token of an App, as the example workflows do: a personal access token does not reach everything that is needed.';
const server = 'Update the GitHub Enterprise Server: it does not have what is asked of it.';
const patience = 'Nothing, if it passes: the next run looks again. If it stays, see https://www.githubstatus.com.';
const loopctlPatience = 'Nothing, if it passes: the next run looks again. If it stays, look at the loopctl server.';
const loopctlAddress = 'Check `loopctl-url`: it must be the address of a loopctl server, without `/api/v1`.';

const loopctlRefusal =
  'See whether the project is still there, and the keys are of its tenant: `npx . doctor` tells what loopctl makes of them.';

/** What a failure means to the people whose run it is; null when it is our bug, and its stack is what helps. */
export function explainFailure(error: unknown): Explanation | null {
  if (error instanceof ConfigurationError) return { message: error.message, remedy: error.remedy };
  if (error instanceof RemoteError) return { message: error.message, remedy: remedyOfRemote(error) };
  if (error instanceof LoopctlRefusal) return { message: error.message, remedy: loopctlRefusal };
  if (error instanceof LeaseOver) return { message: error.message, remedy: patience };
  if (error instanceof GitError && spokeToRemote(error)) return explainGit(error);
  return null;
}

function remedyOfRemote(error: RemoteError): string {
  const { status, message, retryable, unknownFields } = error;
  if (error instanceof LoopctlTrouble) return retryable ? loopctlPatience : loopctlAddress;
  if (retryable) return patience;
  if (unknownFields.length > 0) return server;
  if (message.includes('not accessible by personal access token')) return appToken;
  if (status === 401) return token;
  // GraphQL answers 200 and says it in words.
  if (status === 403 || message.includes('not accessible by integration')) return permissions;
  return repository;
}

function explainGit({ stderr }: GitError): Explanation {
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return { message: `GitHub did not let git in: ${said}`, remedy: remedyOfGit(stderr) };
}

function remedyOfGit(stderr: string): string {
  if (/Authentication failed|could not read Username|\b401\b/.test(stderr)) return token;
  if (/\b403\b|not granted|denied|not allowed/i.test(stderr)) return permissions;
  return /not found/i.test(stderr) ? repository : patience;
}

import { RemoteError } from '../errors.ts';
import { GitError, spokeToRemote } from '../git/git-error.ts';

/** Does what needs GitHub's git; its trouble on the way is trouble that may pass, as that of GitHub's API is. */
export async function withGitTrouble<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof GitError) || !spokeToRemote(error)) throw error;
    throw new RemoteError(error.message, {
      request: `git ${error.command.split(' ', 1)[0]}`,
      status: null,
      requestId: null,
      retryable: true,
      cause: error,
    });
  }
}

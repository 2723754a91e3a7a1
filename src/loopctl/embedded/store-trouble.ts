import { ConfigurationError, RemoteError } from '../../errors.ts';
import { GitError } from '../../git/git-error.ts';

/** What git and GitHub say when it is a permission or a rule, and not the weather, that keeps us out. */
const refusals =
  /\b(403|GH006|GH013)\b|denied|not allowed|not granted|refusing to allow|protected branch|hook declined/i;

/** What they say when they do not know the token, or not any more. */
const strangers = /\b401\b|Authentication failed|could not read Username/i;

const unreachable = /Repository not found|does not appear to be a git repository|not found$/im;

/** Turns git's trouble with the state branch into what the user can mend, or into trouble that may pass. */
export async function tellTrouble<Result>(what: 'read' | 'write', work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof GitError ? explain(what, error) : error;
  }
}

function explain(what: 'read' | 'write', error: GitError): Error {
  const said = wordsOf(error.stderr);
  if (strangers.test(error.stderr)) {
    return new ConfigurationError(`GitHub does not accept the token: ${said}`, {
      remedy:
        'Give the step a fresh installation token of the App, as the example workflows do; such a token is good for an hour.',
      cause: error,
    });
  }
  if (refusals.test(error.stderr)) {
    return new ConfigurationError(`The state branch may not be ${what === 'read' ? 'read' : 'written'}: ${said}`, {
      remedy:
        what === 'read'
          ? 'Give the token `contents: read` on this repository.'
          : 'Give the token `contents: write`, and let it push to the state branch where a rule protects it.',
      cause: error,
    });
  }
  if (unreachable.test(error.stderr)) {
    return new ConfigurationError(`The repository of the state branch was not found: ${said}`, {
      remedy: 'Check the repository and that the token may see it.',
      cause: error,
    });
  }
  return new RemoteError(`The state branch could not be ${what === 'read' ? 'read' : 'written'}: ${said}`, {
    request: what === 'read' ? 'fetch of the state branch' : 'push of the state branch',
    status: null,
    requestId: null,
    retryable: true,
    cause: error,
  });
}

/** What the server itself said, else git's last words. */
function wordsOf(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const remote = lines.flatMap((line) => /^remote: *(\S.*)$/.exec(line)?.[1]?.trim() ?? []);
  return remote.length > 0 ? remote.join(' ').slice(0, 500) : (lines.at(-1) ?? '');
}

import { describe, expect, it } from 'vitest';
import { ConfigurationError, RemoteError } from '../../src/errors.ts';
import { GitError } from '../../src/git/git-error.ts';
import { LoopctlRefusal } from '../../src/loopctl/loopctl-error.ts';
import { explainFailure } from '../../src/phases/explain-failure.ts';

function remote(status: number | null, retryable: boolean, message = 'GitHub said no'): RemoteError {
  return new RemoteError(message, { request: 'GET /x', status, requestId: null, retryable });
}

function git(stderr: string, command = 'fetch --quiet'): GitError {
  return new GitError({ command, exitCode: 128, stderr });
}

const tooOld = new RemoteError('no such field', {
  request: 'POST /graphql',
  status: 200,
  requestId: null,
  retryable: false,
  unknownFields: ['mergeStateStatus'],
});

const refused = new LoopctlRefusal({
  request: 'GET /api/v1/x',
  status: 404,
  code: null,
  message: 'Not found',
  context: {},
});

describe('what a failure means to the people whose run it is', () => {
  it.each([
    ['a configuration that cannot stand', new ConfigurationError('x', { remedy: 'Mend x.' }), 'Mend x.'],
    ['a token that is not known', remote(401, false), 'a fresh installation token'],
    ['a permission that is missing', remote(403, false), 'Give the App write permission'],
    ['one that GraphQL misses', remote(200, false, 'Resource not accessible by integration'), 'Give the App write'],
    ['what a personal token misses', remote(200, false, 'not accessible by personal access token'), 'token of an App'],
    ['a server that is too old', tooOld, 'Update the GitHub Enterprise Server'],
    ['a limit that was reached', remote(403, true), 'the next run looks again'],
    ['a server in trouble', remote(502, true), 'the next run looks again'],
    ['an answer that was lost', remote(null, true), 'the next run looks again'],
    ['a repository that is elsewhere', remote(301, false), 'Check the name of the repository'],
    ['what loopctl refuses to show', refused, 'See whether the project is still there'],
    ['a token that git is refused with', git("fatal: Authentication failed for 'https://x/'"), 'a fresh installation'],
    ['a permission that git misses', git('remote: denied.\nfatal: returned error: 403'), 'Give the App write'],
    ['a repository that git cannot find', git("fatal: repository 'https://x/' not found"), 'Check the name'],
    ['a network that is down', git('fatal: Could not resolve host: github.com', 'push x'), 'the next run looks again'],
  ])('tells what to do about %s', (_, error, remedy) => {
    expect(explainFailure(error)?.remedy).toContain(remedy);
  });

  it('shows what git said last, and not the whole command', () => {
    const { message } = explainFailure(git('remote: Bad credentials\nfatal: Authentication failed\n')) ?? {};
    expect(message).toBe('GitHub did not let git in: fatal: Authentication failed');
  });

  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['a git command of our own that failed', git('fatal: Not a valid object name', 'rev-parse HEAD')],
    ['something that is no error', 'thrown'],
  ])('leaves %s to its stack', (_, error) => {
    expect(explainFailure(error)).toBeNull();
  });
});

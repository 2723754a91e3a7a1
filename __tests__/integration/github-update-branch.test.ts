import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { ensureUpdated, type UpdateAnswer } from '../../src/github/update-branch.ts';
import { always, type GitHubServer, type Handler, inTurn, serveGitHub } from './github-server.ts';
import { sha } from './github-world.ts';

const call = 'PUT /pulls/7/update-branch';
const patience = { attempts: 3, firstMs: 1, mostMs: 1 };
const accepted = always({
  status: 202,
  body: { message: 'Updating pull request branch.', url: 'https://github.test' },
});
const before = always({ body: { head: { sha: sha('a') } } });
const after = always({ body: { head: { sha: sha('b') } } });

async function update(
  head: Handler,
  answer: Handler,
): Promise<{ readonly answer: UpdateAnswer; readonly server: GitHubServer }> {
  await using server = await serveGitHub({ 'GET /pulls/7': head, [call]: answer });
  return { answer: await ensureUpdated(server.github, { number: 7, headSha: sha('a') }, patience), server };
}

function refuse(message: string, status = 422): Handler {
  return always({ status, body: { message } });
}

describe('bringing a branch up to date', () => {
  test('names the head it is for, and waits until it is another one', async () => {
    const { answer, server } = await update(inTurn(before, before, after), accepted);
    expect(answer).toEqual({ kind: 'moved' });
    expect(server.sent(call).map(({ body }) => body)).toEqual([{ expected_head_sha: sha('a') }]);
  });

  test('asks for nothing when the head is another one already', async () => {
    const { answer, server } = await update(after, accepted);
    expect(answer).toEqual({ kind: 'moved' });
    expect(server.sent(call)).toEqual([]);
  });

  test('does not wait for ever', async () => {
    expect((await update(before, accepted)).answer).toEqual({ kind: 'pending' });
  });

  test('tells that there is nothing to bring in', async () => {
    const { answer } = await update(before, refuse('There are no new commits on the base branch.'));
    expect(answer).toEqual({ kind: 'up_to_date' });
  });

  test('finds a head that moved while it was asked for', async () => {
    const { answer } = await update(inTurn(before, after), refuse("expected head sha didn't match current head ref."));
    expect(answer).toEqual({ kind: 'moved' });
  });

  test.each([
    ['a conflict', 422, 'merge conflict between base and head'],
    ['a permission that is missing', 403, 'refusing to allow a GitHub App to update a workflow'],
  ])('is refused by %s, in GitHub’s words', async (_, status, message) => {
    expect((await update(before, refuse(message, status))).answer).toEqual({ kind: 'refused', message });
  });

  test('whose answer was lost is told by the head, and not asked for again', async () => {
    const { answer, server } = await update(inTurn(before, after), always('drop'));
    expect(answer).toEqual({ kind: 'moved' });
    expect(server.sent(call)).toHaveLength(1);
  });

  test('fails when GitHub has no such pull request', async () => {
    await expect(update(before, refuse('Not Found', 404))).rejects.toThrow(RemoteError);
  });
});

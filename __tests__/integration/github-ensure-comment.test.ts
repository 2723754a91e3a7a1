import { describe, expect, test } from 'vitest';
import { ensureComment, type WantedComment } from '../../src/github/ensure-comment.ts';
import { type GitHubServer, type Handler, serveGitHub } from './github-server.ts';

const mark = '<!-- orchestrate:status -->';
const wanted: WantedComment = { on: 7, body: `It waits.\n${mark}`, mark, viewer: 'app', isRenewed: false };
const old = `It waited.\n${mark}`;

interface Stored {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
}

function stored(id: number, body: string, login = 'app[bot]'): Stored {
  return { id, body, user: { login } };
}

function serve(comments: Stored[]): Promise<GitHubServer> {
  const change: Handler = ({ body, path }) => {
    const found = comments.find(({ id }) => path.endsWith(`/${id}`));
    return found === undefined
      ? { status: 404, body: { message: 'Not Found' } }
      : { body: Object.assign(found, Object(body)) };
  };
  const remove: Handler = ({ path }) => {
    comments.splice(
      comments.findIndex(({ id }) => path.endsWith(`/${id}`)),
      1,
    );
    return { status: 204 };
  };
  return serveGitHub({
    'GET /issues/7/comments': () => ({ body: comments }),
    'POST /issues/7/comments': ({ body }) => {
      const created = stored(50, Object(body).body);
      comments.push(created);
      return { status: 201, body: created };
    },
    'PATCH /issues/comments/41': change,
    'DELETE /issues/comments/41': remove,
  });
}

function calls(server: GitHubServer): string[] {
  return server.exchanges.map(({ method, path }) => `${method} ${path}`);
}

describe('the one comment of ours', () => {
  test('is posted where there is none of ours, whatever others wrote', async () => {
    const comments = [stored(39, 'Done.'), stored(40, `I quote: ${old}`, 'ada')];
    await using server = await serve(comments);
    await expect(ensureComment(server.github, wanted, null)).resolves.toBe(50);
    expect(comments.map(({ body }) => body)).toEqual(['Done.', `I quote: ${old}`, wanted.body]);
  });

  test('is changed without a look where it is known', async () => {
    const comments = [stored(41, old)];
    await using server = await serve(comments);
    await expect(ensureComment(server.github, wanted, 41)).resolves.toBe(41);
    expect(calls(server)).toEqual(['PATCH /issues/comments/41']);
    expect(comments).toEqual([stored(41, wanted.body)]);
  });

  test('is found by its mark where it is not known', async () => {
    const comments = [stored(41, old)];
    await using server = await serve(comments);
    await expect(ensureComment(server.github, wanted, null)).resolves.toBe(41);
    expect(comments).toEqual([stored(41, wanted.body)]);
  });

  test('is posted without a look where nobody has commented yet', async () => {
    await using server = await serve([]);
    await expect(ensureComment(server.github, wanted, 'none')).resolves.toBe(50);
    expect(calls(server)).toEqual(['POST /issues/7/comments']);
  });

  test('is left alone where it says so already, whatever the line ends', async () => {
    await using server = await serve([stored(41, wanted.body.replace('\n', '\r\n'))]);
    await expect(ensureComment(server.github, wanted, null)).resolves.toBe(41);
    expect(calls(server)).toEqual(['GET /issues/7/comments']);
  });

  test('is posted again where somebody deleted it', async () => {
    const comments: Stored[] = [];
    await using server = await serve(comments);
    await expect(ensureComment(server.github, wanted, 41)).resolves.toBe(50);
    expect(comments).toEqual([stored(50, wanted.body)]);
  });

  test('is posted anew where people are called, and the one before it goes', async () => {
    const comments = [stored(41, old)];
    await using server = await serve(comments);
    await expect(ensureComment(server.github, { ...wanted, isRenewed: true }, 41)).resolves.toBe(50);
    expect(comments).toEqual([stored(50, wanted.body)]);
  });

  test('calls nobody twice where a pass was killed in between', async () => {
    const comments = [stored(41, old), stored(42, wanted.body)];
    await using server = await serve(comments);
    await expect(ensureComment(server.github, { ...wanted, isRenewed: true }, 41)).resolves.toBe(42);
    expect(comments).toEqual([stored(42, wanted.body)]);
    expect(calls(server)).not.toContain('POST /issues/7/comments');
  });
});

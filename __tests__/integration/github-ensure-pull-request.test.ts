import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { ensurePullRequest, type WantedPullRequest } from '../../src/github/ensure-pull-request.ts';
import { type Exchange, type GitHubServer, type Handler, type Loss, type Reply, serveGitHub } from './github-server.ts';
import { sha } from './github-world.ts';

const wanted: WantedPullRequest = {
  head: 'orchestrate/1.2',
  base: 'main',
  title: 'Parse dates',
  body: 'First line\nSecond line',
  labels: ['orchestrate'],
};

interface Stored {
  readonly number: number;
  title: string;
  body: string | null;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
  labels: { readonly name: string }[];
}

function stored(change: Partial<Stored> = {}): Stored {
  return {
    number: 7,
    title: wanted.title,
    body: wanted.body,
    head: { ref: wanted.head, sha: sha('a') },
    base: { ref: 'main' },
    labels: [{ name: 'orchestrate' }],
    ...change,
  };
}

/** A repository's pull requests; `create` stands for what happens to the answer once one was opened. */
function serve(
  pulls: Stored[],
  create: (created: Stored) => Reply | Loss = (created) => ({ status: 201, body: show(created) }),
): Promise<GitHubServer> {
  const open: Handler = ({ body }) => {
    const { title, body: text, head, base } = body as Record<'title' | 'body' | 'head' | 'base', string>;
    const created = stored({ title, body: text, head: { ref: head, sha: sha('a') }, base: { ref: base }, labels: [] });
    pulls.push(created);
    return create(created);
  };
  return serveGitHub({
    'GET /pulls': ({ query }) => ({
      body: pulls.filter(({ head }) => query['head'] === `o:${head.ref}`).map(show),
    }),
    'POST /pulls': open,
    'POST /issues/7/labels': ({ body }) => ({ body: addLabels(findSeventh(pulls), body) }),
  });
}

function show(pull: Stored): unknown {
  return { ...pull, node_id: `PR_${pull.number}`, html_url: `https://github.test/o/r/pull/${pull.number}` };
}

function findSeventh(pulls: readonly Stored[]): Stored {
  return pulls.find(({ number }) => number === 7) ?? stored();
}

function addLabels(pull: Stored, body: unknown): unknown {
  const { labels } = body as { labels: string[] };
  pull.labels.push(...labels.map((name) => ({ name })));
  return pull.labels;
}

function writes(server: GitHubServer): string[] {
  return server.exchanges
    .filter(({ method }) => method !== 'GET')
    .map((sent: Exchange) => `${sent.method} ${sent.path}`);
}

describe('ensuring a pull request', () => {
  test('opens it with its labels when there is none', async () => {
    const pulls: Stored[] = [];
    await using server = await serve(pulls);
    await expect(ensurePullRequest(server.github, wanted)).resolves.toEqual({
      number: 7,
      id: 'PR_7',
      url: 'https://github.test/o/r/pull/7',
      headSha: sha('a'),
      isAsWanted: true,
    });
    expect(pulls).toEqual([stored()]);
  });

  test('leaves the text of one that is open, whoever wrote it', async () => {
    const pulls = [stored({ title: 'Mine', body: null })];
    await using server = await serve(pulls);
    await expect(ensurePullRequest(server.github, wanted)).resolves.toMatchObject({ number: 7, isAsWanted: false });
    expect(writes(server)).toEqual([]);
    expect(pulls).toEqual([stored({ title: 'Mine', body: null })]);
  });

  test('puts the label on one that is without, and does nothing else', async () => {
    const pulls = [stored({ labels: [] })];
    await using server = await serve(pulls);
    await ensurePullRequest(server.github, wanted);
    expect(writes(server)).toEqual(['POST /issues/7/labels']);
    expect(pulls).toEqual([stored()]);
  });

  test('leaves labels that people added', async () => {
    const pulls = [stored({ labels: [{ name: 'orchestrate' }, { name: 'look at this' }] })];
    await using server = await serve(pulls);
    await ensurePullRequest(server.github, wanted);
    expect(writes(server)).toEqual([]);
  });

  test('takes no other pull request for ours when GitHub ignores the filter', async () => {
    const other = stored({ head: { ref: 'feature', sha: sha('d') } });
    await using server = await serveGitHub({
      'GET /pulls': () => ({ body: [show(other)] }),
      'POST /pulls': () => ({ status: 201, body: show(stored()) }),
    });
    await expect(ensurePullRequest(server.github, wanted)).resolves.toMatchObject({ isAsWanted: true });
  });

  test.each<readonly [string, Reply | Loss]>([
    ['a 502 after it was opened', { status: 502, body: { message: 'Bad Gateway' } }],
    ['a connection that dropped after it was opened', 'drop'],
    ['an answer cut short after it was opened', 'cut'],
    ['a 422 because another pass was quicker', { status: 422, body: { message: 'A pull request already exists' } }],
  ])('opens it once in spite of %s', async (_, answer) => {
    const pulls: Stored[] = [];
    await using server = await serve(pulls, () => answer);
    await expect(ensurePullRequest(server.github, wanted)).resolves.toMatchObject({ number: 7 });
    expect(pulls).toEqual([stored()]);
    expect(server.sent('POST /pulls')).toHaveLength(1);
  });

  test.each<readonly [string, Reply | Loss]>([
    ['lost', 'drop'],
    [
      'refused',
      { status: 422, body: { message: 'Validation Failed', errors: [{ message: 'Head sha can’t be blank' }] } },
    ],
    ['forbidden', { status: 403, body: { message: 'GitHub Actions is not permitted to create pull requests' } }],
  ])('fails when the request was %s and it is not there', async (_, answer) => {
    await using server = await serveGitHub({ 'GET /pulls': () => ({ body: [] }), 'POST /pulls': () => answer });
    await expect(ensurePullRequest(server.github, wanted)).rejects.toThrow(RemoteError);
    expect(server.sent('POST /pulls')).toHaveLength(1);
  });

  test('opens none where the base holds every commit of the head', async () => {
    const errors = [
      { resource: 'PullRequest', code: 'custom', message: 'No commits between main and orchestrate/1.1' },
    ];
    const refused: Reply = { status: 422, body: { message: 'Validation Failed', errors } };
    await using server = await serveGitHub({ 'GET /pulls': () => ({ body: [] }), 'POST /pulls': () => refused });
    await expect(ensurePullRequest(server.github, wanted)).resolves.toBeNull();
    expect(writes(server)).toEqual(['POST /pulls']);
  });
});

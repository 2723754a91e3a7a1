import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { ensureCheck, type KnownCheck, type WantedCheck } from '../../src/github/ensure-check.ts';
import { type GitHubServer, type Loss, type Reply, serveGitHub } from './github-server.ts';
import { sha } from './github-world.ts';

const wanted: WantedCheck = {
  sha: sha('a'),
  name: 'orchestrate/gate',
  externalId: 'orchestrate',
  conclusion: 'success',
  title: 'Every clause holds',
  summary: 'Story 1.2',
  detailsUrl: 'https://github.test/o/r/actions/runs/9',
};

interface Stored {
  readonly id: number;
  name: string;
  external_id: string | null;
  status: string;
  conclusion: string | null;
  details_url: string | null;
  output: { readonly title: string | null; readonly summary: string | null; readonly annotations_count?: number };
}

function stored(change: Partial<Stored> = {}): Stored {
  return {
    id: 41,
    name: wanted.name,
    external_id: wanted.externalId,
    status: 'completed',
    conclusion: 'success',
    details_url: wanted.detailsUrl,
    output: { title: wanted.title, summary: wanted.summary },
    ...change,
  };
}

const inProgress = { status: 'in_progress', conclusion: null };

/** The check runs of one commit; `lose` stands for what happens to the answer of a write that took place. */
function serve(runs: Stored[], lose?: Reply | Loss): Promise<GitHubServer> {
  return serveGitHub({
    [`GET /commits/${sha('a')}/check-runs`]: () => ({ body: { total_count: runs.length, check_runs: runs } }),
    'POST /check-runs': ({ body }) => {
      const created = { ...stored({ ...inProgress, details_url: null }), id: 50, ...Object(body) };
      runs.push(created);
      return lose ?? { status: 201, body: created };
    },
    'PATCH /check-runs/50': () => ({ body: {} }),
    'PATCH /check-runs/41': ({ body }) => {
      Object.assign(runs.find(({ id }) => id === 41) ?? {}, body);
      return lose ?? { body: {} };
    },
  });
}

function writes(server: GitHubServer): string[] {
  return server.exchanges.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

describe('ensuring a check', () => {
  test('makes it on the commit when there is none', async () => {
    await using server = await serve([]);
    await expect(ensureCheck(server.github, wanted)).resolves.toBe(50);
    expect(server.sent('POST /check-runs').map(({ body }) => body)).toEqual([
      {
        name: 'orchestrate/gate',
        head_sha: sha('a'),
        external_id: 'orchestrate',
        status: 'completed',
        conclusion: 'success',
        details_url: wanted.detailsUrl,
        output: { title: wanted.title, summary: wanted.summary },
      },
    ]);
  });

  test.each([
    ['a finished one', stored(), wanted],
    ['one in progress', stored(inProgress), { ...wanted, conclusion: null }],
  ])('writes nothing when %s says so already', async (_, run, want) => {
    await using server = await serve([run]);
    await expect(ensureCheck(server.github, want)).resolves.toBe(41);
    expect(writes(server)).toEqual([]);
  });

  test.each([
    ['its conclusion', { conclusion: 'failure' }],
    ['that it is done', inProgress],
    ['its title', { output: { title: 'Old', summary: wanted.summary } }],
    ['its summary', { output: { title: wanted.title, summary: 'Old' } }],
    ['its link', { details_url: 'https://github.test/o/r/actions/runs/1' }],
  ])('updates %s', async (_, change) => {
    const runs = [stored(change)];
    await using server = await serve(runs);
    await expect(ensureCheck(server.github, wanted)).resolves.toBe(41);
    expect(writes(server)).toEqual(['PATCH /check-runs/41']);
    expect(runs).toEqual([stored()]);
  });

  test('turns back by a newer check run: what is completed stays so', async () => {
    await using server = await serve([stored()]);
    await expect(ensureCheck(server.github, { ...wanted, conclusion: null })).resolves.toBe(50);
    expect(writes(server)).toEqual(['POST /check-runs']);
  });

  test('looks at the newest of several', async () => {
    await using server = await serve([stored(inProgress), stored({ id: 45 })]);
    await expect(ensureCheck(server.github, wanted)).resolves.toBe(45);
    expect(writes(server)).toEqual([]);
  });

  test.each([
    ["another app's check of the same name", { external_id: 'other' }],
    ['a check of another name', { name: 'orchestrate/review' }],
  ])('leaves %s alone', async (_, change) => {
    const other = stored({ ...change, conclusion: 'failure' });
    const runs = [other];
    await using server = await serve(runs);
    await expect(ensureCheck(server.github, wanted)).resolves.toBe(50);
    expect(runs[0]).toEqual(stored({ ...change, conclusion: 'failure' }));
  });

  test('makes its own when the one of its name turns out to be another app’s', async () => {
    const forbidden = { status: 403, body: { message: 'Invalid app_id' } };
    await using server = await serveGitHub({
      [`GET /commits/${sha('a')}/check-runs`]: () => ({ body: { check_runs: [stored({ conclusion: 'failure' })] } }),
      'PATCH /check-runs/41': () => forbidden,
      'POST /check-runs': () => ({ status: 201, body: { id: 50 } }),
    });
    await expect(ensureCheck(server.github, wanted)).resolves.toBe(50);
  });

  test.each<readonly [string, Reply | Loss]>([
    ['a 502', { status: 502, body: { message: 'Bad Gateway' } }],
    ['a dropped connection', 'drop'],
    ['an answer cut short', 'cut'],
  ])('writes once in spite of %s after it took place', async (_, lose) => {
    const created: Stored[] = [];
    await using creating = await serve(created, lose);
    await expect(ensureCheck(creating.github, wanted)).resolves.toBe(50);
    expect(created).toHaveLength(1);

    const updated = [stored({ conclusion: 'failure' })];
    await using updating = await serve(updated, lose);
    await expect(ensureCheck(updating.github, wanted)).resolves.toBe(41);
    expect(writes(updating)).toEqual(['PATCH /check-runs/41']);
  });

  test.each<readonly [string, Reply | Loss]>([
    ['lost before it took place', 'drop'],
    ['not for this token', { status: 403, body: { message: 'You must authenticate via a GitHub App.' } }],
  ])('fails when the write was %s', async (_, answer) => {
    await using server = await serveGitHub({
      [`GET /commits/${sha('a')}/check-runs`]: () => ({ body: { check_runs: [] } }),
      'POST /check-runs': () => answer,
    });
    await expect(ensureCheck(server.github, wanted)).rejects.toThrow(RemoteError);
    expect(server.sent('POST /check-runs')).toHaveLength(1);
  });
});

describe('ensuring a check of which something is known', () => {
  const there: KnownCheck = { kind: 'there', id: 41, isOpen: true };

  test('changes it without a look', async () => {
    const runs = [stored(inProgress)];
    await using server = await serve(runs);
    await expect(ensureCheck(server.github, wanted, there)).resolves.toBe(41);
    expect(calls(server)).toEqual(['PATCH /check-runs/41']);
    expect(runs).toEqual([stored()]);
  });

  test('turns a completed one back by a newer check run', async () => {
    await using server = await serve([stored()]);
    const open = { ...wanted, conclusion: null };
    await expect(ensureCheck(server.github, open, { ...there, isOpen: false })).resolves.toBe(50);
    expect(calls(server)).toEqual(['POST /check-runs']);
  });

  test('makes one without a look where there is none', async () => {
    await using server = await serve([]);
    await expect(ensureCheck(server.github, wanted, { kind: 'none' })).resolves.toBe(50);
    expect(calls(server)).toEqual(['POST /check-runs']);
  });

  test('makes another where the one that was known is gone', async () => {
    await using server = await serveGitHub({
      'PATCH /check-runs/41': () => ({ status: 404, body: { message: 'Not Found' } }),
      'POST /check-runs': () => ({ status: 201, body: { id: 50 } }),
    });
    await expect(ensureCheck(server.github, wanted, there)).resolves.toBe(50);
  });
});

describe('ensuring a check with annotations', () => {
  const annotated: WantedCheck = {
    ...wanted,
    annotations: Array.from({ length: 70 }, (_, index) => ({
      path: 'src/a.js',
      line: index + 1,
      level: 'failure',
      title: 'HIGH',
      message: 'No test.',
    })),
  };
  const sentOf = (server: GitHubServer): unknown[][] =>
    server.exchanges
      .filter(({ method }) => method !== 'GET')
      .map(({ body }) => (body as { output: { annotations?: unknown[] } }).output.annotations ?? []);
  const withCount = (annotations_count: number, change: Partial<Stored> = {}): Stored =>
    stored({ ...change, output: { title: wanted.title, summary: wanted.summary, annotations_count } });

  test('sends as many at once as GitHub takes, on their lines', async () => {
    await using server = await serve([stored(inProgress)]);
    await expect(ensureCheck(server.github, annotated)).resolves.toBe(41);
    const sent = sentOf(server);
    expect(sent.map(({ length }) => length)).toEqual([50, 20]);
    expect(sent[1]?.[0]).toEqual({
      path: 'src/a.js',
      start_line: 51,
      end_line: 51,
      annotation_level: 'failure',
      title: 'HIGH',
      message: 'No test.',
    });
  });

  test('writes nothing where all of them are there', async () => {
    await using server = await serve([withCount(70)]);
    await expect(ensureCheck(server.github, annotated)).resolves.toBe(41);
    expect(writes(server)).toEqual([]);
  });

  test('says something else without adding them once more', async () => {
    await using server = await serve([withCount(70, { conclusion: 'failure' })]);
    await expect(ensureCheck(server.github, annotated)).resolves.toBe(41);
    expect(sentOf(server)).toEqual([[]]);
  });

  test('begins anew where only half of them came to be, since they can only be added to', async () => {
    await using server = await serve([withCount(50)]);
    await expect(ensureCheck(server.github, annotated)).resolves.toBe(50);
    expect(writes(server)).toEqual(['POST /check-runs', 'PATCH /check-runs/50']);
  });

  test('looks even at one that is known', async () => {
    await using server = await serve([withCount(70)]);
    await ensureCheck(server.github, annotated, { kind: 'there', id: 41, isOpen: false });
    expect(writes(server)).toEqual([]);
  });
});

function calls(server: GitHubServer): string[] {
  return server.exchanges.map(({ method, path }) => `${method} ${path}`);
}

import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { downloadArtifact } from '../../src/github/download-artifact.ts';
import { always, type GitHubServer, type Loss, type Reply, serveGitHub, token } from './github-server.ts';

const outcome = zipSync({ 'outcome.json': strToU8('{"version":1}'), 'agent.log': strToU8('done\n') });
const limits = { archiveBytes: 10_000, unpackedBytes: 100_000 };

function digestOf(archive: Uint8Array): string {
  return createHash('sha256').update(archive).digest('hex');
}

interface Storage extends AsyncDisposable {
  readonly api: GitHubServer;
  readonly blobs: GitHubServer;
}

/** The API, and the other host the archives lie on. */
async function serve(archive: Reply | Loss, described: Readonly<Record<string, unknown>> = {}): Promise<Storage> {
  const blobs = await serveGitHub({ 'GET /storage/9.zip': always(archive) });
  const description = {
    id: 9,
    size_in_bytes: outcome.length,
    expired: false,
    digest: `sha256:${digestOf(outcome)}`,
    workflow_run: { id: 30 },
    ...described,
  };
  const location = `${blobs.url}/storage/9.zip?sig=signed`;
  const api = await serveGitHub({
    'GET /actions/artifacts/9': always({ body: description }),
    'GET /actions/artifacts/9/zip': always({ status: 302, headers: { location } }),
  });
  return {
    api,
    blobs,
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await blobs[Symbol.asyncDispose]();
    },
  };
}

const wanted = { id: 9, runId: 30, digest: digestOf(outcome) };

describe('an outcome artifact', () => {
  test.each([
    ['as the upload step tells it', digestOf(outcome)],
    ['as the API tells it', `sha256:${digestOf(outcome)}`],
  ])('comes as files when its digest is right, %s', async (_, digest) => {
    await using storage = await serve({ body: outcome });
    const unpacked = await downloadArtifact(storage.api.github, { ...wanted, digest });
    expect(unpacked).toEqual({
      kind: 'files',
      files: new Map([
        ['outcome.json', Buffer.from('{"version":1}')],
        ['agent.log', Buffer.from('done\n')],
      ]),
    });
  });

  test('is fetched from the other host without the token', async () => {
    await using storage = await serve({ body: outcome });
    await downloadArtifact(storage.api.github, wanted);
    expect(storage.api.exchanges.map(({ authorization }) => authorization)).toEqual([
      `token ${token}`,
      `token ${token}`,
    ]);
    expect(storage.blobs.exchanges).toMatchObject([{ path: '/storage/9.zip', authorization: undefined }]);
  });

  test.each([
    ['was made by another run', { workflow_run: { id: 31 } }, 'not made by run 30'],
    ['was made by no run', { workflow_run: null }, 'not made by run 30'],
    ['has expired', { expired: true }, 'expired'],
    ['says it is too large', { size_in_bytes: 10_001 }, 'larger than 10000 bytes'],
    ['has another digest by its own account', { digest: `sha256:${'0'.repeat(64)}` }, 'digest'],
  ])('is refused unfetched when it %s', async (_, described, reason) => {
    await using storage = await serve({ body: outcome }, described);
    const unpacked = await downloadArtifact(storage.api.github, wanted, limits);
    expect(unpacked).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
    expect(storage.blobs.exchanges).toEqual([]);
  });

  test('is refused when what is fetched has another digest', async () => {
    const other = zipSync({ 'outcome.json': strToU8('{"version":2}') });
    await using storage = await serve({ body: other }, { digest: null });
    const unpacked = await downloadArtifact(storage.api.github, wanted);
    expect(unpacked).toEqual({ kind: 'refused', reason: expect.stringContaining(digestOf(other)) });
  });

  test('is refused as soon as more comes than it may be, whatever it said', async () => {
    await using storage = await serve({ body: new Uint8Array(20_000_000) }, { size_in_bytes: 10 });
    const unpacked = await downloadArtifact(storage.api.github, wanted, limits);
    expect(unpacked).toEqual({ kind: 'refused', reason: expect.stringContaining('larger than 10000 bytes') });
  });

  test('is refused when what is inside does not belong there', async () => {
    const archive = zipSync({ 'outcome.json': strToU8('{}'), '../../evil': strToU8('x') });
    await using storage = await serve({ body: archive }, { digest: null });
    const unpacked = await downloadArtifact(storage.api.github, { ...wanted, digest: digestOf(archive) });
    expect(unpacked).toEqual({ kind: 'refused', reason: expect.stringContaining('evil') });
  });

  test.each([
    ['there is none', { 'GET /actions/artifacts/9': always({ status: 404, body: { message: 'Not Found' } }) }],
    [
      'it was deleted in between',
      {
        'GET /actions/artifacts/9': always({ body: { size_in_bytes: 1, expired: false, workflow_run: { id: 30 } } }),
        'GET /actions/artifacts/9/zip': always({ status: 410, body: { message: 'Gone' } }),
      },
    ],
  ])('is refused when %s', async (_, handlers) => {
    await using server = await serveGitHub(handlers);
    expect(await downloadArtifact(server.github, wanted)).toMatchObject({ kind: 'refused' });
  });

  test.each<readonly [string, Reply | Loss, boolean]>([
    ['the storage is down', { status: 503, body: {} }, true],
    ['the address is no longer good', { status: 403, body: {} }, false],
    ['the connection drops', 'drop', true],
    ['the connection breaks off', 'cut', true],
  ])('is another matter when %s: a failure that says whether to try again', async (_, reply, retryable) => {
    await using storage = await serve(reply);
    const error = await downloadArtifact(storage.api.github, wanted).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ retryable });
    expect(String(error)).not.toContain('signed');
  });

  test('is not followed from one host to the next', async () => {
    await using elsewhere = await serveGitHub({ 'GET /storage/x': always({ body: outcome }) });
    await using storage = await serve({ status: 302, headers: { location: `${elsewhere.url}/storage/x` } });
    await expect(downloadArtifact(storage.api.github, wanted)).rejects.toThrow(RemoteError);
    expect(elsewhere.exchanges).toEqual([]);
  });

  test('is not followed off HTTPS', async () => {
    await using storage = await serve({ body: outcome });
    const github = { ...storage.api.github, protocol: 'https:' };
    await expect(downloadArtifact(github, wanted)).rejects.toThrow('leads to http:');
    expect(storage.blobs.exchanges).toEqual([]);
  });
});

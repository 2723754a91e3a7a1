import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askBackend } from '../../sandbox/github/git/http-backend.ts';
import { branchRef, keptRef, type PushRequest, pushRef } from '../../src/git/push.ts';
import { pushHead } from '../../src/pass/push-head.ts';
import type { LeasedPass } from '../../src/pass/under-lease.ts';
import { makeQuarantineWorld, type QuarantineWorld } from './quarantine-world.ts';

/** What the server does with a push instead of an honest answer. */
type Fault = 'none' | 'drop_after' | 'fail_before' | 'forbid' | 'drop_all_before';

interface GitServer extends AsyncDisposable {
  readonly url: string;
  readonly authorizations: readonly string[];
}

let world: QuarantineWorld;
let head: string;
beforeEach(async () => {
  world = makeQuarantineWorld();
  world.git(['clone', '--quiet', '--bare', world.trusted, join(world.folder, 'remote.git')], { cwd: world.folder });
  remote('config', 'http.receivepack', 'true');
  world.put('b.txt', 'b');
  head = world.commit();
  await world.examine();
});
afterEach(() => {
  world.dispose();
});

function remote(...args: string[]): string {
  return world.git(args, { cwd: join(world.folder, 'remote.git') });
}

function request(url: string, change: Partial<PushRequest> = {}): PushRequest {
  return {
    repository: world.trusted,
    head,
    ref: branchRef('orchestrate/1.1'),
    expected: null,
    remoteUrl: url,
    token: 'the-token',
    ...change,
  };
}

async function serve(fault: Fault = 'none'): Promise<GitServer> {
  const authorizations: string[] = [];
  const server = createServer((incoming, answer) => {
    authorizations.push(incoming.headers.authorization ?? '');
    void handle(fault, incoming, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/remote.git`,
    authorizations,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function handle(fault: Fault, incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const isPush = incoming.url?.endsWith('/git-receive-pack') === true;
  if (fault === 'drop_all_before') return void answer.destroy();
  if (isPush && fault === 'fail_before') return void answer.writeHead(503).end();
  if (incoming.url?.includes('git-receive-pack') && fault === 'forbid') return void answer.writeHead(403).end();
  const { pathname, search } = new URL(incoming.url ?? '', 'http://localhost');
  const program = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend');
  const backend = await askBackend({
    program,
    projectRoot: world.folder,
    method: incoming.method ?? 'GET',
    path: pathname,
    query: search.slice(1),
    headers: incoming.headers,
    user: 'x',
    body: Buffer.concat(chunks),
    env: { PATH: process.env['PATH'] ?? '' },
  });
  if (isPush && fault === 'drop_after') return void answer.destroy();
  answer.writeHead(backend.status, backend.headers).end(backend.body);
}

describe('pushRef', () => {
  it('makes a branch that is not there, with the token in the header alone', async () => {
    await using server = await serve();
    expect(await pushRef(request(server.url))).toEqual({ kind: 'pushed' });
    expect(remote('rev-parse', 'refs/heads/orchestrate/1.1')).toBe(head);
    const basic = `basic ${Buffer.from('x-access-token:the-token').toString('base64')}`;
    expect(server.authorizations.every((header) => header === basic)).toBe(true);
  });

  it('moves a branch from the commit it is known to have, also where that is no fast-forward', async () => {
    await using server = await serve();
    const other = remote('commit-tree', `${world.start}^{tree}`, '-p', world.start, '-m', 'Other');
    remote('update-ref', 'refs/heads/orchestrate/1.1', other);
    expect(await pushRef(request(server.url, { expected: other }))).toEqual({ kind: 'pushed' });
  });

  it('finds its own work done', async () => {
    await using server = await serve();
    await pushRef(request(server.url));
    expect(await pushRef(request(server.url))).toEqual({ kind: 'already' });
    expect(await pushRef(request(server.url, { expected: world.start }))).toEqual({ kind: 'already' });
  });

  it.each([
    { name: 'somebody made it before', expected: () => null, actual: () => world.start },
    { name: 'somebody moved it', expected: () => head, actual: () => world.start },
  ])('touches nothing when $name', async ({ expected, actual }) => {
    await using server = await serve();
    remote('update-ref', 'refs/heads/orchestrate/1.1', actual());
    world.put('c.txt', 'c');
    head = world.commit();
    await world.examine();
    expect(await pushRef(request(server.url, { expected: expected() }))).toEqual({
      kind: 'moved',
      actual: actual(),
    });
    expect(remote('rev-parse', 'refs/heads/orchestrate/1.1')).toBe(actual());
  });

  it('says that the branch is gone when it is', async () => {
    await using server = await serve();
    expect(await pushRef(request(server.url, { expected: world.start }))).toEqual({ kind: 'moved', actual: null });
  });

  it("hands on the server's own words when it refuses", async () => {
    await using server = await serve();
    const hook = join(world.folder, 'remote.git/hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "GH006: Protected branch update failed" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const pushed = await pushRef(request(server.url));
    expect(pushed).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('GH006: Protected branch update failed'),
    });
    expect(JSON.stringify(pushed)).toContain('pre-receive hook declined');
  });

  it('takes a missing permission for a refusal', async () => {
    await using server = await serve('forbid');
    expect(await pushRef(request(server.url))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('403'),
    });
  });

  it('settles a lost answer by what the branch has now', async () => {
    await using server = await serve('drop_after');
    expect(await pushRef(request(server.url))).toEqual({ kind: 'pushed' });
  });

  it.each(['fail_before', 'drop_all_before'] as const)(
    'leaves trouble on the way to be tried again (%s), without the token',
    async (fault) => {
      await using server = await serve(fault);
      const failure = await pushRef(request(server.url)).catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: 'GitError' });
      expect(String(failure)).not.toContain('the-token');
    },
  );
});

describe('work that GitHub will not take', () => {
  const lines: string[] = [];

  function under(url: string): Pick<LeasedPass, 'history' | 'requireLease' | 'log'> {
    const history = { directory: world.trusted, remoteUrl: url, token: 'the-token', isShallow: false };
    return { history, requireLease: () => undefined, log: (line) => lines.push(line) };
  }

  it('is answered with its words, and is nowhere', async () => {
    await using server = await serve('forbid');
    const push = { head, ref: keptRef(head), expected: null };
    expect(await pushHead(push, under(server.url))).toEqual({ refusal: expect.stringContaining('403') });
    expect(remote('for-each-ref', 'refs/orchestrate')).toBe('');
  });

  it('is told apart from a branch that moved, which the next look finds', async () => {
    await using server = await serve();
    const push = { head, ref: branchRef('orchestrate/1.1'), expected: world.start };
    await expect(pushHead(push, under(server.url))).rejects.toMatchObject({ hold: { code: 'head_not_accepted' } });
  });

  it('is told apart from a branch that was to be new and is there, which is named', async () => {
    await using server = await serve();
    const branch = branchRef('orchestrate/1.1');
    remote('update-ref', branch, world.start);
    expect(await pushHead({ head, ref: branch, expected: null }, under(server.url))).toEqual({ taken: world.start });
    expect(remote('rev-parse', branch).trim()).toBe(world.start);
    expect(lines.at(-1)).toContain(`${branch} is there already, at ${world.start}`);
  });

  it('is no matter where it was taken, at a ref that is no branch', async () => {
    await using server = await serve();
    expect(await pushHead({ head, ref: keptRef(head), expected: null }, under(server.url))).toBeNull();
    expect(remote('for-each-ref', '--format=%(objectname)', 'refs/orchestrate').trim()).toBe(head);
  });
});

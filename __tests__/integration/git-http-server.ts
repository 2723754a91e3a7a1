import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** git's own smart HTTP on loopback, with what it was told and a queue of faults for pushes. */
export interface GitHttpServer extends AsyncDisposable {
  readonly url: string;
  readonly authorizations: readonly (string | undefined)[];
  /** Method and last part of the path of every request so far. */
  readonly requests: string[];
  /** Bytes of bodies so far. */
  readonly traffic: { received: number; sent: number };
  /** `lose_answer`: the push is done, its answer is not sent. `refuse`: the push is answered 403. `page`: with HTML. */
  readonly faults: ('lose_answer' | 'refuse' | 'page')[];
  /** So many fetches are answered with HTML. */
  pages: number;
  /** Runs before a push is done. */
  beforePush: () => Promise<void>;
  /** Runs after a push was done and before its answer goes out. */
  afterPush: () => Promise<void>;
}

export async function serveGit(projectRoot: string): Promise<GitHttpServer> {
  const authorizations: (string | undefined)[] = [];
  const requests: string[] = [];
  const traffic = { received: 0, sent: 0 };
  const faults: GitHttpServer['faults'] = [];
  const http = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.split('/').at(-1)}`);
    authorizations.push(request.headers.authorization);
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const server: GitHttpServer = {
    url: `http://127.0.0.1:${port}/remote.git`,
    authorizations,
    requests,
    traffic,
    faults,
    pages: 0,
    beforePush: () => Promise.resolve(),
    afterPush: () => Promise.resolve(),
    async [Symbol.asyncDispose]() {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isPush = request.method === 'POST' && request.url?.endsWith('/git-receive-pack');
    const fault = isPush ? faults.shift() : faultOfFetch(request);
    if (fault === 'refuse') {
      response.writeHead(403).end('Write access to repository not granted.');
      return;
    }
    if (fault === 'page') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>A moment, please.</html>');
      return;
    }
    const { head, body } = isPush ? await push(request) : await pass(request);
    if (fault === 'lose_answer') {
      request.socket.destroy();
      return;
    }
    response.writeHead(head.status, head.headers).end(body);
  }

  function faultOfFetch({ method }: IncomingMessage): 'page' | undefined {
    if (method !== 'POST' || server.pages === 0) return undefined;
    server.pages -= 1;
    return 'page';
  }

  async function push(request: IncomingMessage): Promise<Answer> {
    await server.beforePush();
    const answer = await pass(request);
    await server.afterPush();
    return answer;
  }

  async function pass(request: IncomingMessage): Promise<Answer> {
    request.on('data', (chunk: Buffer) => {
      traffic.received += chunk.length;
    });
    const answer = await backend(projectRoot, request);
    traffic.sent += answer.body.length;
    return answer;
  }

  return server;
}

interface Answer {
  readonly head: { readonly status: number; readonly headers: Record<string, string> };
  readonly body: Buffer;
}

async function backend(projectRoot: string, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.receivepack',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_PROJECT_ROOT: projectRoot,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      REMOTE_USER: 'tester',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
  const output = await buffer(child.stdout);
  const end = output.indexOf('\r\n\r\n');
  const lines = output.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const status = Number.parseInt(headers['Status'] ?? '200', 10);
  return { head: { status, headers }, body: output.subarray(end + 4) };
}

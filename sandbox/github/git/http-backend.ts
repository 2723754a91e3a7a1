import type { IncomingMessage, ServerResponse } from 'node:http';
import { spawnSmall } from '../../spawner/spawn-small.ts';
import { hermeticEnvironment } from './process.ts';

export interface BackendRequest {
  readonly program: string;
  readonly projectRoot: string;
  readonly method: string;
  /** `/repo.git/info/refs` */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  readonly user: string;
  readonly body: Buffer;
  readonly env: Readonly<Record<string, string>>;
}

export interface BackendAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Asks git's own smart HTTP program, by CGI. */
export function askBackend(request: BackendRequest): Promise<BackendAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawnSmall(request.program, [], { env: cgiEnvironment(request) });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.resume();
    child.on('error', reject);
    child.stdin.on('error', () => undefined);
    child.on('close', () => resolve(parseCgi(Buffer.concat(output))));
    child.stdin.end(request.body);
  });
}

function cgiEnvironment(request: BackendRequest): NodeJS.ProcessEnv {
  const header = (name: string): string => String(request.headers[name] ?? '');
  return {
    ...hermeticEnvironment,
    ...request.env,
    GIT_PROJECT_ROOT: request.projectRoot,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: request.method,
    PATH_INFO: request.path,
    QUERY_STRING: request.query,
    CONTENT_TYPE: header('content-type'),
    CONTENT_LENGTH: String(request.body.length),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
    REMOTE_USER: request.user,
    REMOTE_ADDR: '127.0.0.1',
  };
}

function parseCgi(output: Buffer): BackendAnswer {
  const end = output.indexOf('\r\n\r\n');
  if (end === -1) return { status: 500, headers: {}, body: Buffer.alloc(0) };
  const lines = output.toString('latin1', 0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const { Status: status = '200', ...rest } = headers;
  return { status: Number.parseInt(status, 10), headers: rest, body: output.subarray(end + 4) };
}

/** Sends what the backend answered. */
export function sendBackendAnswer(response: ServerResponse, answer: BackendAnswer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(answer.body);
}

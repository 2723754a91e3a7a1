import { spawnSmall } from '../../spawner/spawn-small.ts';
import type { BackendAnswer } from './http-backend.ts';
import { hermeticEnvironment } from './process.ts';

export type Service = 'upload-pack' | 'receive-pack';

export interface ServiceRequest {
  readonly service: Service;
  readonly gitDir: string;
  readonly body: Buffer;
  /** The `Git-Protocol` header, empty where there is none. */
  readonly protocol: string;
  readonly env: Readonly<Record<string, string>>;
}

// Spares what costs time and processes on loopback: threads and deltas for a handful of small objects, waiting for the
// disk, and asking the repository for the refs of its "alternate", which during a push is the repository itself.
const thrift = ['pack.threads=1', 'pack.window=0', 'core.fsync=none', 'core.alternateRefsCommand=true'].flatMap(
  (setting) => ['-c', setting],
);

/** Runs one request through git's own service, without the wrapper `git http-backend`, and answers as that does. */
export function runService(request: ServiceRequest): Promise<BackendAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawnSmall('git', [...thrift, request.service, '--stateless-rpc', '.'], {
      cwd: request.gitDir,
      env: { ...hermeticEnvironment, GIT_PROTOCOL: request.protocol, ...request.env },
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.resume();
    child.on('error', reject);
    child.stdin.on('error', () => undefined);
    child.on('close', () => resolve(serviceAnswer(request.service, Buffer.concat(output))));
    child.stdin.end(request.body);
  });
}

/** The answer to a service's request, with the headers of git's own `http-backend`. */
export function serviceAnswer(service: Service, body: Buffer): BackendAnswer {
  const headers = {
    Expires: 'Fri, 01 Jan 1980 00:00:00 GMT',
    Pragma: 'no-cache',
    'Cache-Control': 'no-cache, max-age=0, must-revalidate',
    'Content-Type': `application/x-git-${service}-result`,
  };
  return { status: 200, headers, body };
}

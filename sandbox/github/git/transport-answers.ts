import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { createAdvertisements } from './advertisement.ts';
import { createFirstFetch, parseFirstFetch } from './first-fetch.ts';
import { askBackend, type BackendAnswer } from './http-backend.ts';
import { createLsRefs, parseLsRefs } from './ls-refs.ts';
import type { Repository } from './repository.ts';
import { runService, type Service, serviceAnswer } from './service-process.ts';

export interface SmartRequest {
  readonly method: string;
  /** `/repo.git/info/refs` */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  readonly user: string;
  /** Unzipped, whatever the headers say. */
  readonly body: Buffer;
}

const version2 = 'version=2';

export type AnswerSmartly = (request: SmartRequest, env: Readonly<Record<string, string>>) => Promise<BackendAnswer>;

/**
 * Answers smart HTTP as `git http-backend` does with as few processes as can be: what is only about refs, and a first fetch,
 * is answered here, every other pack is moved by git's own services, and every other request goes to
 * `git http-backend` itself.
 */
export function createSmartHttp(repository: Repository, program: string): AnswerSmartly {
  const gitDir = repository.directory;
  const advertisements = createAdvertisements(gitDir);
  const answerLsRefs = createLsRefs(repository);
  const answerFirstFetch = createFirstFetch(repository);

  function askGit(request: SmartRequest, env: Readonly<Record<string, string>>): Promise<BackendAnswer> {
    const { 'content-encoding': _unzipped, ...headers } = request.headers;
    return askBackend({ ...request, headers, program, projectRoot: dirname(gitDir), env });
  }

  async function upload(request: SmartRequest): Promise<BackendAnswer> {
    const asked = parseLsRefs(request.body);
    if (asked !== null) return serviceAnswer('upload-pack', await answerLsRefs(asked));
    const first = parseFirstFetch(request.body);
    const fetched = first === null ? null : await answerFirstFetch(first);
    if (fetched !== null) return serviceAnswer('upload-pack', fetched);
    return runService({ service: 'upload-pack', gitDir, body: request.body, protocol: version2, env: {} });
  }

  return async (request, env) => {
    const protocol = protocolOf(request);
    switch (classify(request)) {
      case 'upload_offer':
        return advertisements.uploadPack(() => askGit(request, env));
      case 'receive_offer':
        return advertisements.receivePack(protocol, () => askGit(request, env));
      case 'upload':
        return upload(request);
      case 'receive':
        return runService({ service: 'receive-pack', gitDir, body: request.body, protocol, env });
      case 'other':
        return askGit(request, env);
    }
  };
}

function protocolOf(request: SmartRequest): string {
  return String(request.headers['git-protocol'] ?? '');
}

function classify(request: SmartRequest): 'upload_offer' | 'receive_offer' | 'upload' | 'receive' | 'other' {
  const protocol = protocolOf(request);
  if (isCallOf('receive-pack', request)) return 'receive';
  // Pushing has no version 2: who offers it is answered much as who offers nothing.
  if (isOfferOf('receive-pack', request) && (protocol === version2 || protocol === '')) return 'receive_offer';
  if (protocol !== version2) return 'other';
  if (isCallOf('upload-pack', request)) return 'upload';
  return isOfferOf('upload-pack', request) ? 'upload_offer' : 'other';
}

function isOfferOf(service: Service, { method, path, query }: SmartRequest): boolean {
  return method === 'GET' && path === '/repo.git/info/refs' && query === `service=git-${service}`;
}

function isCallOf(service: Service, { method, path, headers }: SmartRequest): boolean {
  const type = `application/x-git-${service}-request`;
  return method === 'POST' && path === `/repo.git/git-${service}` && headers['content-type'] === type;
}

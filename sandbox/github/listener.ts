import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { publishExchanges } from './conformance/exchanges.ts';
import { spoilAnswers } from './faults.ts';
import type { GitTransport } from './git/transport.ts';
import { serveGraphql } from './graphql/endpoint.ts';
import { createApi } from './rest/api.ts';
import { serveDownload } from './rest/downloads.ts';
import { routesOf } from './rest/routes.ts';
import type { Services } from './services.ts';

/** Routes a request to git, the downloads, or the API. */
export function createListener(
  services: Services,
  transport: GitTransport,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { site } = services;
  const api = createApi(services, routesOf(site.conditions.edition));
  api.post('/api/graphql', (context) => serveGraphql(context, services));
  const serveApi = getRequestListener(spoilAnswers(site.conditions.faults, publishExchanges(api.fetch), site));
  const gitPath = new RegExp(
    `^/${site.repo().owner}/${site.repo().name}(\\.git)?/(info/refs|git-upload-pack|git-receive-pack)$`,
  );

  return (request, response) => {
    const url = new URL(request.url ?? '/', site.urls.server);
    if (url.pathname.startsWith('/_downloads/')) serveDownload(site, url, response);
    else if (gitPath.test(url.pathname)) serveGit(transport, request, response);
    else void serveApi(request, response);
  };
}

function serveGit(transport: GitTransport, request: IncomingMessage, response: ServerResponse): void {
  transport(request, response).catch((error: unknown) => {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(String(error));
  });
}

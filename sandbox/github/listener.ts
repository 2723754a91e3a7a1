import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { publishExchanges } from './conformance/exchanges.ts';
import type { GitTransport } from './git/transport.ts';
import { serveGraphql } from './graphql/endpoint.ts';
import { actionsRoutes } from './rest/actions-routes.ts';
import { createApi } from './rest/api.ts';
import { checkRoutes } from './rest/check-routes.ts';
import { commitRoutes } from './rest/commit-routes.ts';
import { serveDownload } from './rest/downloads.ts';
import { gitRoutes } from './rest/git-routes.ts';
import { issueRoutes } from './rest/issue-routes.ts';
import { mergeRoutes } from './rest/merge-routes.ts';
import { pullRoutes } from './rest/pull-routes.ts';
import { repositoryRoutes } from './rest/repository-routes.ts';
import { ruleRoutes } from './rest/rule-routes.ts';
import type { Services } from './services.ts';

/** Routes a request to git, the downloads, or the API. */
export function createListener(
  services: Services,
  transport: GitTransport,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { site } = services;
  // A path may fit two patterns (`commits/x/status` and `commits/x`): the longer ones come first.
  const api = createApi(services, [
    ...repositoryRoutes,
    ...gitRoutes,
    ...checkRoutes,
    ...commitRoutes,
    ...ruleRoutes,
    ...mergeRoutes,
    ...pullRoutes,
    ...issueRoutes,
    ...actionsRoutes,
  ]);
  api.post('/api/graphql', (context) => serveGraphql(context, services));
  const serveApi = getRequestListener(publishExchanges(api.fetch));
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

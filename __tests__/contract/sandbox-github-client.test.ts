import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAccount } from '../../sandbox/github/conformance/account.ts';
import { overhearExchanges } from '../../sandbox/github/conformance/exchanges.ts';
import type { OpenApi } from '../../sandbox/github/conformance/openapi.ts';
import { findUnlistedRequests } from '../../sandbox/github/conformance/request-sites.ts';
import { type Route, routes } from '../../src/github/routes.ts';
import openapi from '../fixtures/github/openapi.json' with { type: 'json' };
import taken from '../fixtures/github/rest-paths.json' with { type: 'json' };
import { tourClient } from './sandbox-github-client-tour.ts';

const folder = join(import.meta.dirname, '../../src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));

test('the client makes every call of the list, and each call and answer is as GitHub describes it', async () => {
  const account = createAccount({ openapi: openapi as unknown as OpenApi, taken });
  {
    using _overheard = overhearExchanges((exchange) => {
      // The tour's own hands have another name.
      if (exchange.userAgent.includes('octokit')) account.note(exchange);
    });
    await tourClient();
  }
  expect({ unknown: account.unknown(), violations: account.violations() }).toEqual({ unknown: [], violations: [] });
  expect([...account.calls().keys()].sort()).toEqual([...new Set<string>(routes)].sort());
});

describe('requests past the lists', () => {
  test('do not compile', () => {
    // @ts-expect-error The client takes what is listed and nothing else.
    const route: Route = 'GET /user';
    expect(routes).not.toContain(route);
  });

  test('are nowhere in the sources', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(findUnlistedRequests(sources)).toEqual([]);
  });

  test.each([
    ['a fetch of its own', 'pass/look.ts', "const answer = await fetch('https://api.github.com/user');"],
    ['another client', 'github/other.ts', 'const octokit = new Octokit({ auth });'],
    ['another call of the client', 'github/client.ts', 'await octokit.rest.pulls.merge(parameters);'],
    ['a route that the types did not see', 'github/merge.ts', "github.request('GET /user' as Route, {})"],
    ['a document elsewhere', 'github/merge.ts', 'const document = `query ($owner: String!) { viewer { login } }`;'],
    ['a socket', 'pass/look.ts', "import { request } from 'node:https';"],
    ['a socket of a server', 'loopctl/serve/serve.ts', "import { createServer, request } from 'node:http';"],
  ])('%s is found', (_, path, text) => {
    expect(findUnlistedRequests([{ path, text }])).toHaveLength(1);
  });

  test('are not what a server answers, nor the names of types', () => {
    const listening = "import { createServer, type IncomingMessage } from 'node:http';";
    const naming = "import type { AddressInfo } from 'node:net';";
    expect(findUnlistedRequests([{ path: 'loopctl/serve/serve.ts', text: `${listening}\n${naming}` }])).toEqual([]);
  });
});

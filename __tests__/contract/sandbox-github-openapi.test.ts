import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listAnsweredCalls } from '../../sandbox/github/conformance/answered-calls.ts';
import { checkExchange, type OpenApi } from '../../sandbox/github/conformance/openapi.ts';
import { openWorld } from '../integration/sandbox-github-world.ts';
import { tourGitHub } from './sandbox-github-tour.ts';

const openapi = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/github/openapi.json'), 'utf8'),
) as OpenApi;
const described = Object.entries(openapi.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
);

test("every route answers, and every answer is as GitHub's description says", async () => {
  const answered = await tourGitHub(openapi);
  expect(described.filter((operation) => !answered.has(operation))).toEqual([]);
  expect([...answered].filter((operation) => !described.includes(operation))).toEqual([]);
});

test('no route is there that GitHub does not have', () => {
  const calls = listAnsweredCalls(openapi);
  expect(calls.invented).toEqual([]);
  expect([...calls.described].sort()).toEqual([...described].sort());
});

test('what GitHub does not have is answered as GitHub answers it', async () => {
  await using world = await openWorld();
  const answers = [
    await world.call('GET', '/repos/acme/lib/no-such-thing'),
    await world.call('GET', '/repos/acme/other'),
    await world.call('GET', '/repos/acme/lib/pulls/99'),
    await world.call('GET', '/repos/acme/lib/pulls/none'),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ message: 'Not Found', status: '404' });
    expect(answer.body.documentation_url).toMatch(/^https:/);
  }
});

test('an answer with a field of the wrong type is caught', () => {
  const exchange = { method: 'GET', path: '/repos/acme/lib/git/ref/heads/main', requestBody: undefined, status: 200 };
  const body = { ref: 'refs/heads/main', node_id: 'x', url: 'u', object: { type: 'commit', sha: 7, url: 'u' } };
  expect(checkExchange(openapi, { ...exchange, body })).toEqual([
    expect.stringContaining('$.object.sha'.replace('$', 'response')),
  ]);
  expect(checkExchange(openapi, { ...exchange, body: {} })).toHaveLength(4);
});

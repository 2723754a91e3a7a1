import { Octokit } from '@octokit/rest';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../sandbox/github/conformance/document-check.ts';
import { checkSchema, type Schema } from '../../sandbox/github/conformance/schema-check.ts';
import { appManifest } from '../../src/init/app-manifest.ts';
import { planInit } from '../../src/init/plan-init.ts';
import { planRemoval } from '../../src/init/plan-removal.ts';
import { commitDocument } from '../../src/init/propose-files.ts';
import type { Action } from '../../src/init/step.ts';
import { anApp, bareFacts, readyFacts, wishes } from '../builders/init-facts.ts';
import described from '../fixtures/init/requests.json' with { type: 'json' };

/** Every call that GitHub knows, by Octokit's list. */
const known = Object.values(new Octokit().rest).flatMap((group) =>
  Object.values(
    group as Readonly<Record<string, { endpoint?: { DEFAULTS: { method: string; url: string } } }>>,
  ).flatMap(({ endpoint }) => (endpoint === undefined ? [] : [`${endpoint.DEFAULTS.method} ${endpoint.DEFAULTS.url}`])),
);

const there = {
  rulesets: [
    { id: 1, name: 'orchestrate: base' },
    { id: 2, name: 'orchestrate: state' },
  ],
  branches: ['orchestrate-state'],
  labels: ['orchestrate'],
  hasVariable: true,
};
const plans = [
  planInit(bareFacts({ app: anApp }), { ...wishes, requireGate: true }),
  planInit(bareFacts({ app: anApp, ...there }), wishes),
  planRemoval(readyFacts(there), wishes),
];
const calls = plans.flat().flatMap(({ actions }) => actions.filter((action) => action.kind === 'api'));

/** The description of a call, by what stands in its place in a path. */
function routeOf({ method, path }: Extract<Action, { kind: 'api' }>): string {
  const parts = `/${path}`.replace('/repos/ada/Tidy.Print', '/repos/{owner}/{repo}').split('/');
  const fits = known.filter((route) => {
    const [verb, url = ''] = route.split(' ');
    const wanted = url.split('/');
    const last = wanted.at(-1) === '{ref}' ? parts.slice(0, wanted.length) : parts;
    return (
      verb === method &&
      last.length === wanted.length &&
      wanted.every((one, at) => one === last[at] || one.startsWith('{'))
    );
  });
  return (
    fits.sort((one, other) => one.split('{').length - other.split('{').length)[0] ?? `${method} ${path} is unknown`
  );
}

test('every call is one of GitHub’s, the most of them described', () => {
  const routes = [...new Set(calls.map(routeOf))];
  expect(routes.filter((route) => route.endsWith('is unknown'))).toEqual([]);
  // The description that is kept here leaves this one out.
  expect(routes.filter((route) => !(route in described))).toEqual([
    'POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
  ]);
});

describe.each(calls.map((call) => [routeOf(call), call] as const))('%s', (route, { body }) => {
  test('is sent as GitHub describes it', () => {
    const schema = (described as unknown as Readonly<Record<string, Schema | null>>)[route] ?? null;
    if (schema === null) expect(body === null || route.startsWith('POST')).toBe(true);
    else expect(checkSchema(body, schema, () => ({}), 'request')).toEqual([]);
  });
});

test('what is read and traded beside those is known as well', () => {
  for (const route of [
    'POST /app-manifests/{code}/conversions',
    'GET /repos/{owner}/{repo}/installation',
    'GET /apps/{app_slug}',
  ]) {
    expect(known).toContain(route);
  }
});

test("the commit is asked for as GitHub's schema has it", () => {
  expect(checkDocument(commitDocument).problems).toEqual([]);
});

test("the App asks for exactly what the doctor does, is its owner's alone, and has no hook", () => {
  const manifest = appManifest(bareFacts().place, 'http://127.0.0.1:1/made');
  expect(manifest).toEqual({
    name: 'orchestrate-Tidy.Print',
    description: expect.any(String),
    url: 'https://github.com/ada/Tidy.Print',
    redirect_url: 'http://127.0.0.1:1/made',
    public: false,
    default_permissions: expect.objectContaining({ contents: 'write', statuses: 'read', metadata: 'read' }),
    default_events: [],
  });
  expect(Object.keys(manifest['default_permissions'] as object)).not.toContain('administration');
});

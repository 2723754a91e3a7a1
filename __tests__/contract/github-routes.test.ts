import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { routes } from '../../src/github/routes.ts';
import restPaths from '../fixtures/github/rest-paths.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../../src/github');
const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

describe("our REST calls and GitHub's description", () => {
  test.each(routes)('%s is known to GitHub', (route) => {
    expect(Object.keys(restPaths)).toContain(route);
  });

  test('every route of the list is called somewhere', () => {
    const called = sources.filter((source) => !source.includes('export const routes')).join('\n');
    expect(routes.filter((route) => !called.includes(`'${route}'`))).toEqual([]);
  });

  test('no route is in the list twice', () => {
    expect(new Set(routes).size).toBe(routes.length);
  });

  test('no call names a bypass', () => {
    // The two that are left out are lists that the doctor reads: who may pass over a rule.
    const bypass = /bypass_(?!actors\b|pull_request_allowances\b)|bypass:\s*true|merge_action|admin_override/;
    for (const source of sources) expect(source).not.toMatch(bypass);
  });
});

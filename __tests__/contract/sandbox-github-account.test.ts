import { describe, expect, test } from 'vitest';
import { type Account, createAccount } from '../../sandbox/github/conformance/account.ts';
import type { AnsweredExchange } from '../../sandbox/github/conformance/exchanges.ts';
import type { OpenApi } from '../../sandbox/github/conformance/openapi.ts';
import { type GitHubFindings, isClean, renderFindings } from '../../scripts/conformance/report.ts';
import openapi from '../fixtures/github/openapi.json' with { type: 'json' };
import taken from '../fixtures/github/rest-paths.json' with { type: 'json' };

const ref = {
  ref: 'refs/heads/main',
  node_id: 'n',
  url: 'u',
  object: { type: 'commit', sha: 'a'.repeat(40), url: 'u' },
};
const good: AnsweredExchange = {
  transport: 'rest',
  method: 'GET',
  path: '/repos/acme/lib/git/ref/heads/main',
  query: [],
  requestBody: undefined,
  status: 200,
  body: ref,
  userAgent: 'octokit',
};
const question: AnsweredExchange = {
  ...good,
  transport: 'graphql',
  method: 'POST',
  path: '/graphql',
  requestBody: { query: '{ viewer { login } }' },
  body: { data: { viewer: { login: 'ann' } } },
};

function accountOf(...exchanges: readonly AnsweredExchange[]): Account {
  const account = createAccount({ openapi: openapi as unknown as OpenApi, taken });
  for (const exchange of exchanges) account.note(exchange);
  return account;
}

describe('an account of what was overheard', () => {
  test('counts answers by status, calls, documents and fields', () => {
    const account = accountOf(good, good, { ...good, status: 304, body: undefined }, question);
    expect([...account.answers()]).toEqual([
      [200, 2],
      [304, 1],
    ]);
    expect([...account.calls()]).toEqual([['GET /repos/{owner}/{repo}/git/ref/{ref}', 3]]);
    expect([...account.documents().values()]).toEqual([{ problems: [], fields: ['Query.viewer', 'User.login'] }]);
    expect({ violations: account.violations(), unknown: account.unknown() }).toEqual({ violations: [], unknown: [] });
  });

  const merge = { method: 'PUT', path: '/repos/acme/lib/pulls/7/merge-async', requestBody: { bypass_rules: true } };
  test.each<[string, AnsweredExchange, RegExp]>([
    ['an answer with a field of another type', { ...good, body: { ...ref, node_id: 7 } }, /response\.node_id: number/],
    ['an answer that lacks a field', { ...good, body: { ...ref, url: undefined } }, /response\.url: missing/],
    ['a status that is described nowhere', { ...good, status: 418 }, /418 is not a described answer/],
    ['a parameter that GitHub does not know', { ...good, query: ['fresh'] }, /no parameter fresh/],
    ['a field that GitHub does not take', { ...good, ...merge, status: 404, body: {} }, /no field bypass_rules/],
    ['a document with an unknown field', { ...question, requestBody: { query: '{ viewer { nick } }' } }, /"nick"/],
    ['a document that is none', { ...question, requestBody: { query: '{ viewer {' } }, /Syntax Error/],
    ['a request without a document', { ...question, requestBody: {} }, /no query/],
    ['an answer that is an error of ours', { ...question, body: { errors: [{ message: 'boom' }] } }, /boom/],
  ])('names %s', (_, exchange, words) => {
    expect(accountOf(exchange).violations().join('\n')).toMatch(words);
  });

  test('names a request that nothing in the description fits', () => {
    expect(accountOf({ ...good, path: '/repos/acme/lib/secrets' }).unknown()).toEqual(['GET /repos/acme/lib/secrets']);
  });
});

describe('what is printed', () => {
  const clean: GitHubFindings = {
    described: ['GET /user'],
    undescribed: [],
    unmade: [],
    unlisted: [],
    stray: [],
    answerable: 89,
    invented: [],
    unvisited: [],
    documents: 8,
    fields: 86,
    documentProblems: [],
    sandbox: accountOf(good),
    action: accountOf(good),
    problems: [],
  };

  test('is clean when nothing was found', () => {
    expect(isClean(clean)).toBe(true);
    expect(renderFindings(clean)).toContain('✓ no drift');
  });

  test.each<[string, Partial<GitHubFindings>]>([
    ['a call that GitHub does not describe', { undescribed: ['GET /found'] }],
    ['a call that is never made', { unmade: ['GET /found'] }],
    ['a call that is not listed', { unlisted: ['GET /found'] }],
    ['a request past the client', { stray: ['GET /found'] }],
    ['a route that GitHub does not have', { invented: ['GET /found'] }],
    ['a route that was never asked', { unvisited: ['GET /found'] }],
    ['a document that is not valid', { documentProblems: ['GET /found'] }],
    ['an unknown path', { sandbox: accountOf({ ...good, path: '/found' }) }],
    ['a whole that was not done', { problems: ['GET /found'] }],
  ])('names %s, and is not clean', (_, change) => {
    expect(isClean({ ...clean, ...change })).toBe(false);
    expect(renderFindings({ ...clean, ...change }).filter((line) => line.startsWith('✗'))).toEqual([
      expect.stringMatching(/\/found$/),
      '✗ 1 findings',
    ]);
  });
});

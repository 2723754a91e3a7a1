import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listensTo } from '../../../src/doctor/workflow/branch-filter.ts';
import { namesOfSecrets } from '../../../src/doctor/workflow/names-of-secrets.ts';
import { parseWorkflow } from '../../../src/doctor/workflow/parse-workflow.ts';

const open = { branches: null, branchesIgnore: null, workflows: [], crons: [] };

describe('a filter of branches', () => {
  it.each([
    [null, null, true],
    [['main'], null, false],
    [['orchestrate/**'], null, true],
    [['orchestrate/*'], null, true],
    [['*'], null, false],
    [['**'], null, true],
    [['**', '!orchestrate/**'], null, false],
    [['!orchestrate/**', '**'], null, true],
    [['o?rchestrate/[0-9].[0-9]+'], null, true],
    [['orchestrate.1.1'], null, false],
    [null, ['orchestrate/**'], false],
    [null, ['main'], true],
    [[], null, false],
  ])('of branches %j and branches-ignore %j', (branches, branchesIgnore, listens) => {
    expect(listensTo({ ...open, branches, branchesIgnore }, 'orchestrate/1.1')).toBe(listens);
  });

  it('takes what is no pattern for one that matches', () => {
    expect(listensTo({ ...open, branches: ['[z-a]'] }, 'main')).toBe(true);
  });
});

describe('the names of secrets', () => {
  it.each([
    ['secrets.npm_token', ['NPM_TOKEN']],
    ["secrets['NPM'] || secrets . OTHER", ['NPM', 'OTHER']],
    ['secrets.GITHUB_TOKEN', []],
    ['toJSON(secrets)', ['*']],
    ['secrets[matrix.key]', ['*']],
    ['github.token', []],
  ])('in %j', (expression, names) => {
    expect(namesOfSecrets({ run: `echo $\{{ ${expression} }}` })).toEqual(names);
  });

  it('outside of expressions are words', () => {
    expect(namesOfSecrets('secrets.NPM is not told')).toEqual([]);
    expect(namesOfSecrets(undefined)).toEqual([]);
  });
});

describe('parseWorkflow', () => {
  it.each([
    ['on: [', /not valid YAML/],
    ['', /./],
    ['- a', /./],
    ['on: push', /jobs/],
    ['on: push\njobs: { a: { permissions: all } }', /jobs\.a\.permissions/],
  ])('says what is wrong with %j', (text, what) => {
    expect(parseWorkflow('a.yml', text)).toMatchObject({
      kind: 'fault',
      path: 'a.yml',
      what: expect.stringMatching(what),
    });
  });

  it('reads whatever form a key may have', () => {
    const text = `
on: [push, pull_request]
permissions: read-all
jobs:
  a: { runs-on: { group: big, labels: [x64] }, environment: { name: prod, url: u }, steps: [{ uses: o/r@v1, with: { n: 1 } }] }
  b: { runs-on: "\${{ inputs.on }}", permissions: {} }
`;
    const read = parseWorkflow('.github/workflows/a.yml', text);
    if (read.kind === 'fault') throw new Error(read.what);
    const { workflow } = read;
    expect([...workflow.triggers.keys()]).toEqual(['push', 'pull_request']);
    expect(workflow).toMatchObject({
      name: '.github/workflows/a.yml',
      permissions: { all: 'read' },
      cancelsInProgress: false,
    });
    expect(workflow.jobs).toMatchObject([
      { id: 'a', runsOn: ['x64'], environment: 'prod', steps: [{ uses: 'o/r@v1', with: { n: '1' } }] },
      { id: 'b', runsOn: null, permissions: { scopes: {} } },
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['workflow', 'fault']).toContain(parseWorkflow('a.yml', text).kind);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { findConcerns } from '../../src/core/concerns.ts';
import type { PatchedFile } from '../../src/core/parse-patch.ts';
import type { TreeChange } from '../../src/core/tree-change.ts';

function changed(path: string, part: Partial<TreeChange> = {}): TreeChange {
  return { path, oldMode: '100644', newMode: '100644', oldBlob: 'old', newBlob: 'new', size: 1, ...part };
}

function patched(path: string, added: readonly string[], removed: readonly string[] = []): PatchedFile {
  return { path, added, removed };
}

describe('findConcerns', () => {
  it.each([
    'test/a.js',
    'tests/a.py',
    'spec/models/a_spec.rb',
    '__tests__/a.ts',
    'src/a.test.ts',
    'src/a.spec.tsx',
    'lib/a_test.exs',
    'pkg/a_test.go',
    'test_a.py',
    'src/FooTest.java',
  ])('minds that %s was deleted', (path) => {
    expect(findConcerns([changed(path, { newMode: '000000' })], [])).toEqual([`The test file ${path} was deleted.`]);
  });

  it.each(['src/a.ts', 'src/latest.ts', 'src/contest.js', 'lib/attest/a.ex'])('does not take %s for a test', (path) => {
    expect(findConcerns([changed(path, { newMode: '000000' })], [patched(path, ['it.skip('])])).toEqual([]);
  });

  it.each([
    "it.skip('x', () => {});",
    "  test.concurrent.skip('x')",
    "describe.only('x')",
    "test.todo('x');",
    "xit('x', () => {});",
    "fdescribe('x', () => {});",
    "  fit('x', () => {});",
    '@tag :skip',
    '@tag skip: "later"',
    '@moduletag :skip',
    '@pytest.mark.skip(reason="x")',
    '@pytest.mark.xfail',
    '@unittest.skip("x")',
    'self.skipTest("x")',
    't.Skip("x")',
    '#[ignore]',
    '@Disabled("x")',
    '$this->markTestSkipped();',
    "  skip 'later'",
    '  pending "later"',
    'this.skip();',
  ])('minds a test that is newly skipped: %s', (line) => {
    expect(findConcerns([], [patched('test/a', [line])])).toEqual([
      'test/a has 1 more skipped, focused or pending tests than before.',
    ]);
  });

  it.each([
    "import { fit } from '../src/fit.js';",
    'rows.skip(10)',
    "it('skips blank lines', () => {});",
    'assert skipped == 0',
    "expect(it).toBe('only');",
  ])('does not mind %s', (line) => {
    expect(findConcerns([], [patched('test/a', [line])])).toEqual([]);
  });

  it('does not mind a skip that was there before, or that goes away', () => {
    const line = "it.skip('x', () => {});";
    expect(findConcerns([], [patched('test/a', [line], [line]), patched('test/b', [], ['@tag :skip'])])).toEqual([]);
  });

  it('minds tests that become fewer, not ones that are rewritten', () => {
    const removed = ["test('a', () => {});", "  it('b', () => {});", 'def test_c():', 'expect(1)'];
    expect(findConcerns([], [patched('test/a', ["test('z', () => {});"], removed)])).toEqual([
      'test/a has 2 fewer tests than before.',
    ]);
    expect(findConcerns([], [patched('test/a', removed, removed)])).toEqual([]);
  });

  it.each([
    'package.json',
    'packages/a/package.json',
    'Makefile',
    'mix.exs',
    'pyproject.toml',
    'Dockerfile.ci',
    '.circleci/config.yml',
    'ci/run.sh',
    'bin/test',
    'scripts/check-all.mjs',
    'vitest.config.ts',
    'test/test_helper.exs',
    'tsconfig.json',
  ])('minds that %s decides what CI runs', (path) => {
    expect(findConcerns([changed(path)], [])).toEqual([`${path} was changed: what CI runs may differ.`]);
  });

  it.each(['package-lock.json', 'mix.lock', 'apps/x/yarn.lock', 'go.sum'])(
    'minds that %s decides what CI installs',
    (path) => {
      expect(findConcerns([changed(path)], [])).toEqual([
        `The lock file ${path} was changed: what CI installs may differ.`,
      ]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { findMissingDeliverables } from '../../src/core/deliverables.ts';
import { matchesGlob } from '../../src/core/glob.ts';
import { timed } from '../builders/timed.ts';

describe('matchesGlob', () => {
  it.each([
    ['src/a.ts', 'src/a.ts', true],
    ['src/a.ts', './src/a.ts', true],
    ['src/a.ts', '/src/a.ts', true],
    ['src/a.ts', 'src/*.ts', true],
    ['src/a.ts', '*.ts', false],
    ['src/a.ts', '**/*.ts', true],
    ['a.ts', '**/*.ts', true],
    ['src/deep/er/a.ts', 'src/**/a.ts', true],
    ['src/a.ts', 'src/**/a.ts', true],
    ['src/a.ts', 'src/**', true],
    ['src', 'src/**', true],
    ['src/a.ts', 'src/', true],
    ['srcs/a.ts', 'src/', false],
    ['src/a.ts', '**', true],
    ['src/a.ts', '**/**/**', true],
    ['src/a.ts', 'src/?.ts', true],
    ['src/ab.ts', 'src/?.ts', false],
    ['src/a.ts', 'src/a?ts', true],
    ['a+b(c).ts', 'a+b(c).ts', true],
    ['axb.ts', 'a.b.ts', false],
    ['aXbXc', 'a*b*c', true],
    ['abcbc', 'a*bc', true],
    ['abcb', 'a*bc', false],
    ['', '*', true],
    ['a', '', false],
    ['a/b', 'a*b', false],
  ])('takes %j for %j: %s', (path, glob, expected) => {
    expect(matchesGlob(path, glob)).toBe(expected);
  });

  it('is not slowed down by a hostile pattern', () => {
    const { milliseconds } = timed(() => {
      expect(matchesGlob('a'.repeat(5000), `${'*a'.repeat(200)}b`)).toBe(false);
      expect(matchesGlob('a/'.repeat(500), `${'**/a/'.repeat(200)}b`)).toBe(false);
    });
    expect(milliseconds).toBeLessThan(2000);
  });
});

describe('findMissingDeliverables', () => {
  const paths = ['README.md', 'src/a.ts', 'test/a_test.exs'];

  it.each([
    { promised: ['src/a.ts', './README.md', ' test/a_test.exs '], missing: [] },
    { promised: ['src', 'test/'], missing: [] },
    { promised: ['src/*.ts', '**/*_test.exs'], missing: [] },
    {
      promised: ['src/b.ts', 'src/b.ts', 'sr', '../README.md', 'lib/**'],
      missing: ['src/b.ts', 'sr', '../README.md', 'lib/**'],
    },
    { promised: ['', '  '], missing: [] },
  ])('of $promised misses $missing', ({ promised, missing }) => {
    expect(findMissingDeliverables(promised, paths)).toEqual(missing);
  });

  it('does not look for more promises than anybody can mean', () => {
    const promised = Array.from({ length: 1002 }, (_, index) => `f${index}`);
    expect(findMissingDeliverables(promised, promised)).toEqual(['and 2 more, which were not looked for']);
  });
});

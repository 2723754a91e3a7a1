import { describe, expect, it } from 'vitest';
import { findBranchFault } from '../../src/config/branch-name.ts';
import { findPathFault } from '../../src/config/repository-path.ts';
import { findNearest } from '../../src/core/nearest.ts';

describe('findNearest', () => {
  it.each([
    ['concurency', 'concurrency'],
    ['Base', 'base'],
    ['protected-path', 'protected-paths'],
    ['timeout', null],
    ['', null],
  ])('suggests for %j what was most likely meant: %j', (word, nearest) => {
    expect(findNearest(word, ['concurrency', 'base', 'protected-paths'])).toBe(nearest);
  });

  it('suggests nothing where there is nothing to suggest', () => {
    expect(findNearest('base', [])).toBeNull();
  });
});

describe('findBranchFault', () => {
  it.each(['main', 'release/1.x', 'feature/ä', 'a@b', 'v1'])('takes %j', (name) => {
    expect(findBranchFault(name)).toBeNull();
  });

  it.each([
    '',
    ' ',
    'a b',
    '-a',
    '@',
    'HEAD',
    'a..b',
    'a//b',
    '/a',
    'a/',
    '.a',
    'a/.b',
    'a.lock',
    'a.',
    'a@{1}',
    'a~1',
  ])('refuses %j', (name) => {
    expect(findBranchFault(name)).not.toBeNull();
  });
});

describe('findPathFault', () => {
  it.each(['backlog.json', '.github/orchestrate.yml', 'a b/c', 'migrations/**', '..a'])('takes %j', (path) => {
    expect(findPathFault(path)).toBeNull();
  });

  it.each(['', '/a', '../a', 'a/../b', './a', 'a//b', 'a/', 'a\\b', '.git/config', 'x/.GIT/hooks', 'a\u0000b', 'a\nb'])(
    'refuses %j',
    (path) => {
      expect(findPathFault(path)).not.toBeNull();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { findPathFault } from '../../src/core/path-fault.ts';
import { showPath } from '../../src/core/show-path.ts';
import type { TreeChange } from '../../src/core/tree-change.ts';
import { defaultTreeLimits, findTreeRefusals } from '../../src/core/tree-refusals.ts';

function change(part: Partial<TreeChange>): TreeChange {
  return { path: 'a', oldMode: '000000', newMode: '100644', oldBlob: '', newBlob: '', size: 1, ...part };
}

describe('findPathFault', () => {
  it.each([
    'a',
    'src/a.ts',
    'a b/ü.md',
    'docs/日本.md',
    '.gitignore',
    '.github/x',
    'a/.gitkeep',
    'x.git/y',
    'a~1',
    'com:port',
  ])('finds nothing wrong with %j', (path) => {
    expect(findPathFault(path)).toBeNull();
  });

  it.each([
    ['.git/config', 'own folder'],
    ['a/.GIT/hooks/x', 'own folder'],
    ['.git /x', 'own folder'],
    ['.git./x', 'own folder'],
    ['git~1/x', 'own folder'],
    ['.git::$INDEX_ALLOCATION/x', 'own folder'],
    ['../a', 'climbs'],
    ['a/../b', 'climbs'],
    ['a//b', 'climbs'],
    ['/a', 'climbs'],
    ['a\\..\\b', 'backslash'],
    ['a\nb', 'control'],
    ['a\u0000b', 'control'],
    ['a\u200bb', 'invisible'],
    ['a\ufffdb', 'not UTF-8'],
    ['a/'.repeat(501), 'longer than'],
  ])('refuses %j', (path, says) => {
    expect(findPathFault(path)).toContain(says);
  });
});

describe('findTreeRefusals', () => {
  it.each([
    { name: 'a symbolic link', part: { newMode: '120000' }, says: ['a: it is a symbolic link'] },
    { name: 'a submodule', part: { newMode: '160000' }, says: ['a: it is a submodule'] },
    { name: 'a mode git does not write', part: { newMode: '100664' }, says: ['a: it has mode 100664'] },
    { name: 'a large file', part: { size: 5_000_001 }, says: ['a: it has 5000001 bytes; 5000000 are allowed'] },
    { name: 'an executable file', part: { newMode: '100755' }, says: [] },
    { name: 'a symbolic link that goes away', part: { oldMode: '120000', newMode: '000000' }, says: [] },
    { name: 'a bad name that goes away', part: { path: 'a\\b', oldMode: '100644', newMode: '000000' }, says: [] },
    { name: 'a link that becomes a file', part: { oldMode: '120000' }, says: [] },
  ])('judges $name', ({ part, says }) => {
    expect(findTreeRefusals([change(part)], defaultTreeLimits)).toEqual(says);
  });
});

describe('showPath', () => {
  it('quotes what could be mistaken, and shows what cannot be seen', () => {
    expect(showPath('src/a-b_c.test.ts')).toBe('src/a-b_c.test.ts');
    expect(showPath('a b')).toBe('"a b"');
    expect(showPath('a\u202e`b')).toBe('"a\\\\u{202e}`b"');
  });
});

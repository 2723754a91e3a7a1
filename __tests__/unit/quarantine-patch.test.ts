import { describe, expect, it } from 'vitest';
import { parsePatch } from '../../src/core/parse-patch.ts';

describe('parsePatch', () => {
  it('returns the added and removed lines of each file', () => {
    const patch = [
      'diff --git a/src/a b.ts b/src/a b.ts',
      'index 1..2 100644',
      '--- a/src/a b.ts',
      '+++ b/src/a b.ts',
      '@@ -1,3 +1,3 @@ context',
      ' kept',
      '-old',
      '+new',
      ' kept',
      '@@ -10 +10,2 @@',
      '-x',
      '+y',
      '+z',
      '\\ No newline at end of file',
      'diff --git a/gone b/gone',
      'deleted file mode 100644',
      'index 1..0',
      '',
    ].join('\n');
    expect(parsePatch(patch)).toEqual([
      { path: 'src/a b.ts', added: ['new', 'y', 'z'], removed: ['old', 'x'] },
      { path: 'gone', added: [], removed: [] },
    ]);
  });

  it('does not take content for headers', () => {
    const patch = [
      'diff --git a/a b/a',
      '--- a/a',
      '+++ b/a',
      '@@ -1,2 +1,4 @@',
      '--- a/evil',
      '+++ b/evil',
      '+@@ -1 +1 @@',
      ' diff --git a/x b/x',
      '+diff --git a/y b/y',
      '',
    ].join('\n');
    expect(parsePatch(patch)).toEqual([
      { path: 'a', added: ['++ b/evil', '@@ -1 +1 @@', 'diff --git a/y b/y'], removed: ['-- a/evil'] },
    ]);
  });

  it('is nothing for an empty patch', () => {
    expect(parsePatch('')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCappedOutput } from '../../src/agents/capped-output.ts';
import { fence } from '../../src/agents/prompts/fence.ts';
import { findConcerns } from '../../src/core/concerns.ts';
import { matchesGlob } from '../../src/core/glob.ts';
import { parsePatch } from '../../src/core/parse-patch.ts';
import { findPathFault } from '../../src/core/path-fault.ts';

const tickish = fc.string({ unit: fc.constantFrom('`', '\n', 'data x', 'a', '\r', '~', ' ', '\u2028') });

describe('fence', () => {
  it('cannot be closed from inside', () => {
    fc.assert(
      fc.property(tickish, (text) => {
        const [first = '', ...rest] = fence('x', text).split('\n');
        const ticks = first.replace('data x', '');
        expect(ticks).toMatch(/^`{3,}$/);
        expect(rest.filter((line) => line.includes(ticks))).toEqual([ticks]);
        expect(rest.at(-1)).toBe(ticks);
      }),
    );
  });
});

describe('matchesGlob', () => {
  const piece = fc.constantFrom('a', 'b', '/', '*', '**', '?', '.');

  it('agrees with trying everything', () => {
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 12 });
    const glob = fc.string({ unit: piece, maxLength: 8 }).filter(isOrdinary);
    fc.assert(
      fc.property(path, glob, (text, pattern) => {
        expect(matchesGlob(text, pattern)).toBe(tryEverything(text.split('/'), pattern.split('/')));
      }),
      { numRuns: 2000 },
    );
  });

  /** Nothing relative and nothing empty: such globs are tidied up first. */
  function isOrdinary(glob: string): boolean {
    return glob.split('/').every((segment) => segment !== '' && !segment.startsWith('.'));
  }

  function tryEverything(path: readonly string[], [first, ...rest]: readonly string[]): boolean {
    if (first === undefined) return path.length === 0;
    if (first === '**') {
      return [...path, ''].some((_, skipped) => tryEverything(path.slice(skipped), rest));
    }
    const segment = first.replaceAll('.', '\\.').replaceAll(/\*+/g, '.*').replaceAll('?', '.');
    const [head, ...tail] = path;
    return head !== undefined && new RegExp(`^${segment}$`).test(head) && tryEverything(tail, rest);
  }
});

describe('createCappedOutput', () => {
  it('keeps all that fits, and never much more than its limit', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), fc.integer({ min: 2, max: 100 }), (chunks, limit) => {
        const output = createCappedOutput(limit);
        for (const chunk of chunks) output.push(Buffer.from(chunk.map((byte) => byte & 0x7f)));
        const whole = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk.map((byte) => byte & 0x7f)))).toString();
        const text = output.text();
        if (whole.length <= limit) expect(text).toBe(whole);
        else expect(text.replace(/\n\[… \d+ bytes left out …\]\n/, '')).toHaveLength(limit);
      }),
    );
  });
});

describe('what reads hostile text', () => {
  const patchish = fc
    .array(
      fc.oneof(
        fc.constantFrom('diff --git a/t b/t', '@@ -1,99999999 +1 @@', '@@ -0,0 +1 @@', '+it.skip(', '-', '\\ x'),
        fc.string(),
      ),
    )
    .map((lines) => lines.join('\n'));

  it('never throws', () => {
    fc.assert(
      fc.property(patchish, fc.string({ unit: 'binary' }), (patch, path) => {
        findConcerns([], parsePatch(patch));
        findPathFault(path);
        matchesGlob(path, patch);
      }),
    );
  });

  it('loses no added line of a file, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().map((line) => line.replaceAll('\n', '')),
          { minLength: 1 },
        ),
        (lines) => {
          const hunk = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)];
          const patch = ['diff --git a/t b/t', '--- /dev/null', '+++ b/t', ...hunk, ''].join('\n');
          expect(parsePatch(patch)).toEqual([{ path: 't', added: lines, removed: [] }]);
        },
      ),
    );
  });
});

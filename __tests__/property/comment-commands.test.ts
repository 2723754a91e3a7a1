import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { verbs } from '../../src/core/commands/command.ts';
import { parseComment } from '../../src/core/commands/parse-comment.ts';

const trigger = /^\/orchestrate(?:[ \t]|$)/i;

function linesOf(body: string): readonly string[] {
  return body.split(/\r\n|\n|\r/);
}

/** What Markdown is made of, and commands. */
const piece = fc.constantFrom(
  ...['/orchestrate pause', '/orchestrate retry 2.1: x', '/orchestrate', '/orchestrate pause', 'text', '', '', ''],
  ...['> quote', '> ', '>', '- ', '* item', '1. one', '7) seven', '- - x', '> - y', '- > z', '+', '    ', '  ', '\t'],
  ...['```', '````', '~~~', '`', '``', '`code`', '\\', '\\`', '~~', '# h', '---', '===', '***', '| a |', '| --- |'],
  ...['<!--', '-->', '<div>', '</div>', '<pre>', '</pre>', '<b>', '<span', '/>', '<?', '?>', '<![CDATA[', ']]>', '<!X'],
  ...['[a](/u "', '")', '](', ')', "'", '[x]: /u', '[x]:', '<a title="', '">', '&lt;', '<script>', '</script>'],
);
const line = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
const markdown = fc
  .array(line, { maxLength: 9 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly position?: Place | undefined;
}

interface Place {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number };
}

const reader = unified().use(remarkParse).use(remarkGfm);

/** The lines that begin as text, by another reading of GitHub's Markdown, quotes and what is crossed out left aside. */
function readText(body: string): ReadonlySet<number> {
  const found = new Set<number>();
  collect(reader.parse(body), found);
  return found;
}

function collect({ type, children = [], position }: Node, found: Set<number>): void {
  if (['blockquote', 'delete', 'footnoteDefinition'].includes(type)) return;
  if (type === 'text' && position !== undefined) {
    const { start, end } = position;
    for (let at = start.column === 1 ? start.line : start.line + 1; at <= end.line; at += 1) found.add(at);
  }
  for (const child of children) collect(child, found);
}

describe('whatever somebody writes', () => {
  it('never makes the reading throw, and nothing is a command on a line that does not begin with it', () => {
    const anything = fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anything, (body) => {
        const lines = linesOf(body);
        for (const { line: at, text } of parseComment(body)) {
          expect(text).toBe(lines[at - 1]);
          expect(text).toMatch(trigger);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('only what another reader of Markdown sees as text, and in no quote, is a command', () => {
    let found = 0;
    fc.assert(
      fc.property(markdown, (body) => {
        const text = readText(body);
        for (const { line: at } of parseComment(body)) {
          found += 1;
          expect([at, text.has(at)]).toEqual([at, true]);
        }
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('every line of text that begins with it is a command, where no HTML and no definition could hide it', () => {
    const plain = markdown.filter((body) => !/[<\]$]/.test(body));
    fc.assert(
      fc.property(plain, (body) => {
        const text = readText(body);
        const lines = linesOf(body);
        const seen = lines.flatMap((said, index) => (trigger.test(said) && text.has(index + 1) ? [index + 1] : []));
        expect(parseComment(body).map(({ line: at }) => at)).toEqual(seen.slice(0, 21));
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same with either end of lines, and with more text in a paragraph of its own behind it', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const unix = body.replaceAll('\r\n', '\n');
        const starts = (text: string): readonly number[] => parseComment(text).map(({ line: at }) => at);
        expect(starts(unix.replaceAll('\n', '\r\n'))).toEqual(starts(unix));
        expect(starts(`${unix}\n\nThanks!`)).toEqual(starts(unix));
      }),
    );
  });
});

it('any verb in any company gives a command of that verb, or says what is wrong with it', () => {
  const word = fc.oneof(fc.constantFrom('2.1', 'AC-1', 'pr=4', 'ci', ':', '1a2b3c4', '3'), fc.string({ maxLength: 8 }));
  fc.assert(
    fc.property(fc.constantFrom(...verbs), fc.array(word, { maxLength: 5 }), fc.string(), (verb, words, below) => {
      const [first] = parseComment(`/orchestrate ${verb} ${words.join(' ').replaceAll(/[\r\n]/g, ' ')}\n${below}`);
      if (first === undefined) throw new Error('it was not read');
      if (first.reading.kind === 'command') expect(first.reading.command.verb).toBe(verb);
      else expect(`${first.reading.reason} ${first.reading.remedy}`).toMatch(/\S.* .*[.…]$/s);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { quote, sanitise, sanitiseLine } from '../../../src/render/sanitise.ts';
import { timed } from '../../builders/timed.ts';

interface Row {
  readonly behaviour: string;
  readonly text: string;
  readonly expected: string;
}

const gap = '\u200B';

const rows: readonly Row[] = [
  {
    behaviour: 'leaves plain prose alone',
    text: 'Adds `wrap()`; 2 < 3 is not markup.',
    expected: 'Adds `wrap()`; 2 &lt; 3 is not markup.',
  },
  { behaviour: 'calls nobody', text: 'ask @octocat and @org/team', expected: `ask @${gap}octocat and @${gap}org/team` },
  { behaviour: 'leaves an @ that calls nobody', text: 'a @ b', expected: 'a @ b' },
  {
    behaviour: 'calls nobody by way of an entity',
    text: 'ask &#64;octocat and &commat;octocat',
    expected: `ask &amp;#${gap}64;octocat and &amp;commat;octocat`,
  },
  { behaviour: 'leaves an ampersand that is no entity', text: 'R&D && more', expected: 'R&D && more' },
  { behaviour: 'closes nothing by number', text: 'fixes #12', expected: `fixes${gap} #${gap}12` },
  { behaviour: 'closes nothing by number and colon', text: 'Resolved: #12', expected: `Resolved${gap}: #${gap}12` },
  { behaviour: 'closes nothing elsewhere', text: 'closes owner/repo#7', expected: `closes${gap} owner/repo#${gap}7` },
  {
    behaviour: 'closes nothing by address',
    text: 'Fix https://github.com/o/r/issues/1',
    expected: `Fix${gap} https://github.com/o/r/issues/1`,
  },
  {
    behaviour: 'closes nothing by the older way of naming',
    text: 'closes GH-12',
    expected: `closes${gap} GH-${gap}12`,
  },
  { behaviour: 'links no other issue', text: 'see #12', expected: `see #${gap}12` },
  { behaviour: 'leaves a heading alone', text: '# Title', expected: '# Title' },
  {
    behaviour: 'shows no image',
    text: '![x](https://evil.test/p.png)',
    expected: `[x]${gap}(https://evil.test/p.png)`,
  },
  {
    behaviour: 'shows no image behind more than one mark',
    text: '!!![x](https://evil.test/p.png)',
    expected: `[x]${gap}(https://evil.test/p.png)`,
  },
  {
    behaviour: 'shows no image whose mark is split by what cannot be seen',
    text: '!\u200D[x](y)',
    expected: `[x]${gap}(y)`,
  },
  { behaviour: 'has no markup', text: '<img src="x"><details>', expected: '&lt;img src="x">&lt;details>' },
  { behaviour: 'has no comment', text: 'a<!-- orchestrate:story=9.9 -->b', expected: 'ab' },
  { behaviour: 'has no comment without an end', text: 'a<!-- b', expected: 'a' },
  { behaviour: 'makes no comment out of two halves', text: '<!<!-- x -->-- y -->', expected: '&lt;!-- y -->' },
  { behaviour: 'says nothing backwards', text: 'a\u202Eb\u2066c', expected: 'abc' },
  { behaviour: 'says nothing between the letters', text: 'a\u200Bb\u200Dc\uFEFFd\u00ADe', expected: 'abcde' },
  { behaviour: 'says nothing in tags', text: `a${String.fromCodePoint(0xe0041, 0xe0042)}b`, expected: 'ab' },
  {
    behaviour: 'says nothing in variation selectors or fillers',
    text: `a${String.fromCodePoint(0xe0100)}b\u3164c`,
    expected: 'abc',
  },
  { behaviour: 'rings no bell and colours nothing', text: 'a\u0007b\u001B[31mc\r\n\td', expected: 'ab[31mc\n\td' },
  { behaviour: 'has no half of a letter', text: 'a\uD83Db', expected: 'ab' },
  {
    behaviour: 'shows where a link leads',
    text: 'see [the docs](https://evil.test)',
    expected: `see [the docs]${gap}(https://evil.test)`,
  },
  {
    behaviour: 'refers to no address elsewhere',
    text: '[docs][1] and [2]\n\n[1]: https://evil.test',
    expected: `[docs]${gap}[1] and [2]\n\n[1]${gap}: https://evil.test`,
  },
  { behaviour: 'runs nothing', text: '[x](javascript:alert(1))', expected: `[x]${gap}(javascript:alert(1))` },
  { behaviour: 'adds no footnote', text: 'a[^1]\n\n[^1]: b', expected: `a[^1]\n\n[^1]${gap}: b` },
  { behaviour: 'ticks no box', text: '- [x] AC-1\n1. [ ] AC-2', expected: `- [${gap}x] AC-1\n1. [${gap} ] AC-2` },
  { behaviour: 'is no notice of GitHub’s', text: '[!WARNING]\nx', expected: `[${gap}!WARNING]\nx` },
  { behaviour: 'draws nothing', text: '```mermaid\ngraph TD\n```', expected: '```text\ngraph TD\n```' },
  {
    behaviour: 'hides nothing in a formula',
    text: 'a $\\color{white}{b}$ c $$d$$',
    expected: `a $\\${gap}color{white}{b}$ c $${gap}$d$${gap}$`,
  },
  { behaviour: 'leaves a backslash where there is no formula', text: 'C:\\temp', expected: 'C:\\temp' },
  { behaviour: 'leaves a price alone', text: 'it costs $5', expected: 'it costs $5' },
];

describe('text from outside', () => {
  it.each(rows)('$behaviour', ({ text, expected }) => {
    expect(sanitise(text)).toBe(expected);
  });

  it('is cut before it is made harmless, so that no cut can undo it', () => {
    expect(sanitise(`${'x'.repeat(9)}@octocat`, 13)).toBe(`${'x'.repeat(9)}@${gap}oct`);
  });

  it('is one line where one line is asked for', () => {
    expect(sanitiseLine(' a\n\n| b |\r\nc\u2028d ')).toBe('a | b | c d');
    expect(sanitiseLine('x'.repeat(500))).toHaveLength(200);
  });

  it('as a quotation keeps in it whatever block it opens', () => {
    expect(quote('a\n\n```\nb')).toBe('> a\n>\n> ```\n> b');
  });

  it('of any length takes no time', () => {
    const text = '<!-- @a fixes #1 ![x](y) &amp; '.repeat(50_000);
    expect(timed(() => sanitise(text, 2_000_000)).milliseconds).toBeLessThan(500);
  });
});

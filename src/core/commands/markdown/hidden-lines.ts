import type { Block } from './blocks.ts';
import { createLinkFinder } from './link-tail.ts';
import { createMarkupFinder, type Markup, type Tag } from './markup.ts';
import { createPairFinder } from './pairs.ts';
import { runLength } from './run-length.ts';

/** Elements that are open, each by how often: what stands in them is quoted, folded away, code or crossed out. */
export type OpenElements = Map<string, number>;

const enclosing = new Set([
  'blockquote',
  'code',
  'del',
  'details',
  'kbd',
  'pre',
  'q',
  's',
  'samp',
  'strike',
  'tt',
  'var',
]);

/**
 * Which lines of a block are no text of its author's own to whoever sees it: they begin within code, a formula, a
 * comment, a tag, the hidden parts of a link, or within an element that says so. Takes linear time.
 */
export function findHiddenLines({ kind, lines }: Block, open: OpenElements): readonly boolean[] {
  const text = lines.map((line) => line.text).join('\n');
  const isUnread = kind === 'html' || definition.test(text);
  const find = kind === 'html' ? createHtmlFinder(text) : createTextFinder(text);
  const hidden: boolean[] = [];
  let start = 0;
  let line = 0;
  for (let at = 0; at < text.length || line < lines.length; ) {
    for (; start <= at && line < lines.length; line += 1) {
      hidden.push(isUnread || open.size > 0 || start < at);
      start += (lines[line]?.text.length ?? 0) + 1;
    }
    const { end, tag } = find(at);
    if (tag !== null) note(tag, open);
    at = Math.max(end, at + 1);
  }
  return hidden;
}

/** Of what defines a link or a footnote, any line can be an address or a title that nobody sees. */
const definition = /^ {0,3}\[(?:\\[\s\S]|[^[\]\\]){1,999}\]:/;

/** What begins at a place: something that is not to be read, or a stretch of text. */
type Finder = (at: number) => Markup;

function note({ name, isClosing }: Tag, open: OpenElements): void {
  const count = (open.get(name) ?? 0) + (isClosing ? -1 : 1);
  if (!enclosing.has(name)) return;
  if (count > 0) open.set(name, count);
  else open.delete(name);
}

/** Of HTML: comments and tags alone. */
function createHtmlFinder(text: string): Finder {
  const findMarkup = createMarkupFinder(text);
  return (at) => findMarkup(at) ?? { end: endOfPlain(text, at, /[\n<]/g), tag: null };
}

/** Of a paragraph: also code spans, formulas, what is crossed out, and the hidden parts of links. */
function createTextFinder(text: string): Finder {
  const findMarkup = createMarkupFinder(text);
  const findPair = createPairFinder(text);
  const findLink = createLinkFinder(text);
  return (at) => {
    if (text[at] === '\\') return { end: Math.min(at + (text[at + 1] === '\n' ? 1 : 2), text.length), tag: null };
    const end = findPair(at) ?? findLink(at);
    if (end !== null) return { end, tag: null };
    return findMarkup(at) ?? { end: endOfPlain(text, at, /[\n\\`$~<\]]/g), tag: null };
  };
}

/** The next place at which something can begin, or a line does. */
function endOfPlain(text: string, at: number, special: RegExp): number {
  if (text[at] === '\n') return at + 1;
  special.lastIndex = at + (/[`$~]/.test(text[at] ?? '') ? runLength(text, at) : 1);
  return special.exec(text)?.index ?? text.length;
}

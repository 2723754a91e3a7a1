import type { Block } from './blocks.ts';
import { htmlTag } from './html-tag.ts';

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
  const find = kind === 'html' ? createMarkupFinder(text) : createFinder(text);
  const hidden: boolean[] = [];
  let start = 0;
  let line = 0;
  for (let at = 0; line < lines.length; ) {
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

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
}

/** What begins at a place, and where it ends: something that is not to be read, or a stretch of text. */
interface Found {
  readonly end: number;
  readonly tag: Tag | null;
}

type Finder = (at: number) => Found;

function note({ name, isClosing }: Tag, open: OpenElements): void {
  const count = (open.get(name) ?? 0) + (isClosing ? -1 : 1);
  if (!enclosing.has(name)) return;
  if (count > 0) open.set(name, count);
  else open.delete(name);
}

/** Of HTML: comments and tags alone. */
function createMarkupFinder(text: string): Finder {
  const findMarkup = createTagFinder(text);
  return (at) => findMarkup(at) ?? { end: endOfPlain(text, at, /[\n<]/g), tag: null };
}

/** Of a paragraph: also code spans, formulas, what is crossed out, and the hidden parts of links. */
function createFinder(text: string): Finder {
  const findMarkup = createTagFinder(text);
  const findPair = createPairFinder(text);
  return (at) => {
    if (text[at] === '\\') return { end: Math.min(at + (text[at + 1] === '\n' ? 1 : 2), text.length), tag: null };
    const end = findPair(at) ?? findLinkEnd(text, at);
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

function runLength(text: string, at: number): number {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return end - at;
}

const closers = [
  { start: '<!--', end: '-->' },
  { start: '<?', end: '?>' },
  { start: '<![CDATA[', end: ']]>' },
] as const;

function createTagFinder(text: string): (at: number) => Found | null {
  const findNext = createSearch(text);
  const tag = new RegExp(htmlTag, 'y');
  return (at) => {
    if (text[at] !== '<') return null;
    tag.lastIndex = at;
    const [whole, opened, closed] = tag.exec(text) ?? [];
    if (whole !== undefined) {
      const name = (opened ?? closed ?? '').toLowerCase();
      return { end: at + whole.length, tag: { name, isClosing: closed !== undefined } };
    }
    const closer =
      closers.find(({ start }) => text.startsWith(start, at)) ??
      (/[A-Za-z]/.test(text[at + 2] ?? '') && text[at + 1] === '!' ? { end: '>' } : null);
    const end = closer === null ? null : findNext(closer.end, at + 2);
    return closer === null || end === null ? null : { end: end + closer.end.length, tag: null };
  };
}

/** Looks for a text from a place on, and no second time for what is not there any more. */
function createSearch(text: string): (wanted: string, from: number) => number | null {
  const next = new Map<string, number>();
  return (wanted, from) => {
    const known = next.get(wanted);
    const found = known !== undefined && (known === -1 || known >= from) ? known : text.indexOf(wanted, from);
    next.set(wanted, found);
    return found === -1 ? null : found;
  };
}

/** Code spans, formulas and strikethrough: a run of signs, and the next run of as many of the same. */
function createPairFinder(text: string): (at: number) => number | null {
  const runs = new Map<string, { readonly starts: number[]; next: number }>();
  for (const { 0: signs, index } of text.matchAll(/`+|\$+|~+/g)) {
    const known = runs.get(signs);
    if (known === undefined) runs.set(signs, { starts: [index], next: 0 });
    else known.starts.push(index);
  }
  return (at) => {
    const sign = text[at] ?? '';
    if (!'`$~'.includes(sign)) return null;
    const signs = sign.repeat(runLength(text, at));
    if (sign !== '`' && signs.length !== 2) return null;
    const same = runs.get(signs);
    if (same === undefined) return null;
    while ((same.starts[same.next] ?? Number.POSITIVE_INFINITY) <= at) same.next += 1;
    const end = same.starts[same.next];
    return end === undefined ? null : end + signs.length;
  };
}

const linkTail =
  /\]\(\s*(?:<(?:\\.|[^<>\n\\])*>|[^\s<]?[^\s]{0,2000}?)(?:\s+(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)))?\s*\)/y;

/** The end of a link's address and title, which nobody sees. */
function findLinkEnd(text: string, at: number): number | null {
  if (!text.startsWith('](', at)) return null;
  linkTail.lastIndex = at;
  const tail = linkTail.exec(text);
  return tail === null ? null : at + tail[0].length;
}

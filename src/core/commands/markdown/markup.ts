import { htmlTag } from './html-tag.ts';

export interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
}

/** A piece of HTML within text, and where it ends. */
export interface Markup {
  readonly end: number;
  /** Null: a comment, a declaration, or no markup at all. */
  readonly tag: Tag | null;
}

/** What is no tag and ends with these signs, wherever they stand. */
const closers = [
  { start: /^<!--/, end: '-->' },
  { start: /^<\?/, end: '?>' },
  { start: /^<!\[CDATA\[/, end: ']]>' },
  { start: /^<![A-Za-z]/, end: '>' },
] as const;
const longestStart = 9;

/** Finds the piece of HTML that begins at a place; takes linear time for all places of a text together. */
export function createMarkupFinder(text: string): (at: number) => Markup | null {
  const findNext = createSearch(text);
  const tag = new RegExp(htmlTag, 'y');
  return (at) => {
    if (text[at] !== '<') return null;
    tag.lastIndex = at;
    const found = tag.exec(text);
    return found === null ? findClosed(at) : { end: at + found[0].length, tag: readTag(found) };
  };

  function findClosed(at: number): Markup | null {
    const start = text.slice(at, at + longestStart);
    const closer = closers.find((candidate) => candidate.start.test(start));
    const end = closer === undefined ? null : findNext(closer.end, at + 2);
    return closer === undefined || end === null ? null : { end: end + closer.end.length, tag: null };
  }
}

function readTag([, opened, closed]: RegExpExecArray): Tag {
  return { name: (opened ?? closed ?? '').toLowerCase(), isClosing: closed !== undefined };
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

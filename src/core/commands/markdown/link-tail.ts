const bracketed = /<(?:\\.|[^<>\n\\])*>/y;
const title = /(?:\s+(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)))?\s*\)/y;

/**
 * Finds the end of a link's address and title, which nobody sees, where they begin at a place; for such as run over a line's
 * end, which what ends on its own line need not be told apart from. For places that go forward only; takes linear time.
 */
export function createLinkFinder(text: string): (at: number) => number | null {
  const space = /\s|$/g;
  let known = -1;
  return (at) => {
    if (!text.startsWith('](', at)) return null;
    const start = skipSpace(text, at + 2);
    bracketed.lastIndex = start;
    const end = text[start] === '<' && bracketed.test(text) ? bracketed.lastIndex : findSpace(start);
    title.lastIndex = end;
    return title.test(text) ? title.lastIndex : null;
  };

  function findSpace(from: number): number {
    if (known >= from) return known;
    space.lastIndex = from;
    known = space.exec(text)?.index ?? text.length;
    return known;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

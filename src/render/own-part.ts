/** A title and a body on GitHub. */
export interface PlacedText {
  readonly title: string;
  readonly body: string;
}

const end = '<!-- orchestrate:end -->';
const beginning = /<!-- orchestrate:(?:story|repair)=\S+(?: title=(\S*))? -->/;

/** What GitHub takes of a body. */
const limit = 65_536;

/** Our part of a body: between two marks, the first of which names what it is about and the title that goes with it. */
export function renderOwnPart(about: string, title: string, lines: readonly string[]): string {
  return [`<!-- orchestrate:${about} title=${encode(title)} -->`, ...lines, end].join('\n');
}

/**
 * Our part in its place in what is there: what people wrote before and behind it stays, and so does a title that is not
 * the one we gave. Where there is no room for both, everything stays as it is.
 */
export function placeOwnPart(current: PlacedText, wanted: PlacedText): PlacedText {
  const text = current.body.replaceAll('\r\n', '\n');
  const found = beginning.exec(text);
  const [before, after] = found === null ? [text, ''] : around(text, found);
  const body = [before.trim(), wanted.body, after.trim()].filter((part) => part !== '').join('\n\n');
  if (body.length > limit) return { title: current.title, body: text };
  const given = found?.[1];
  const isOurs = given === undefined || given === encode(current.title);
  return { title: isOurs ? wanted.title : current.title, body };
}

/**
 * Before the second mark was, and titles in the first, everything up to that was ours. Where people took the second one
 * away nobody knows what is whose: it all stays.
 */
function around(text: string, found: RegExpExecArray): readonly [string, string] {
  const [mark, title] = found;
  const last = text.indexOf(end, found.index);
  if (last !== -1) return [text.slice(0, found.index), text.slice(last + end.length)];
  return [title === undefined ? '' : text.slice(0, found.index), text.slice(found.index + mark.length)];
}

/** Without what would end the mark, or part it. */
function encode(title: string): string {
  return encodeURIComponent(title).replaceAll('-', '%2D');
}

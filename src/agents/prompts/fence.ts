import { spellOutInvisible } from '../../core/invisible-characters.ts';

/**
 * Text from outside as a fenced block of data that nothing inside can close, with invisible characters spelled out;
 * every line of it stays where it was.
 */
export function fence(label: string, text: string): string {
  return block(`data ${label}`, spellOutInvisible(text.replaceAll('\r\n', '\n')));
}

/** A block of our own words or the configuration's, which is no data from outside. */
export function block(info: string, text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${info}\n${text}\n${ticks}`;
}

/** A short text from outside within a sentence: one line, quoted. */
export function quote(text: string): string {
  return JSON.stringify(spellOutInvisible(text));
}

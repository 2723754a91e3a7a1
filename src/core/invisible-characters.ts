/** Controls but tab and line feed, then format (zero-width, bidirectional, tags), line separators, rare selectors. */
const invisible = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}]|[\u{e0100}-\u{e01ef}]/gu;

/** The text with every character that people do not see, and a model or a shell does, written as `\u{…}`. */
export function spellOutInvisible(text: string): string {
  return text.replaceAll(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

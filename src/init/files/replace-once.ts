/** The text with the one place that a pattern finds replaced. Throws where the example is not what it was. */
export function replaceOnce(text: string, pattern: RegExp, replacement: string): string {
  const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))];
  if (found.length !== 1) throw new Error(`${pattern.source} was found ${found.length} times in an example`);
  return text.replace(pattern, () => replacement);
}

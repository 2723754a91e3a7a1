/** A word as a POSIX shell reads it: as it is where it needs no more, else in single quotes, which it cannot end. */
export function quoteWord(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

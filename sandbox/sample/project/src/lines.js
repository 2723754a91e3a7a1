/**
 * The lines of a text, whatever their line ends; a line end at the very end of the text starts no further line. What is
 * no text is made one first.
 *
 * @param {unknown} text
 * @returns {string[]}
 */
export function splitLines(text) {
  const lines = String(text).split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

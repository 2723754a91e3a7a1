/**
 * The lines of a text, whatever their line ends; a line end at the very end of the text starts no further line.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function splitLines(text) {
  if (typeof text !== 'string') throw new TypeError(`splitLines takes a text, not ${nameOf(text)}`);
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function nameOf(value) {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

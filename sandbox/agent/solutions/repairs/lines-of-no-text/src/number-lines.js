import { splitLines } from './lines.js';

/**
 * The lines of a text with their numbers in front.
 *
 * @param {unknown} value what is no text is shown as its text
 * @param {{from?: number}} [options] what the first line is called
 * @returns {string}
 */
export function numberLines(value, { from = 1 } = {}) {
  const lines = splitLines(String(value));
  const digits = String(from + lines.length - 1).length;
  return lines.map((line, index) => `${String(from + index).padStart(digits)}  ${line}`).join('\n');
}

import { width } from './width.js';

const shares = {
  left: (room) => [0, room],
  right: (room) => [room, 0],
  center: (room) => [Math.floor(room / 2), Math.ceil(room / 2)],
};

/**
 * The text with spaces around it until it is `columns` wide; a wider text comes back as it is.
 *
 * @param {string} text
 * @param {number} columns
 * @param {'left' | 'right' | 'center'} [align]
 * @returns {string}
 */
export function pad(text, columns, align = 'left') {
  if (!Object.hasOwn(shares, align)) throw new RangeError(`"${align}" is no alignment: left, right or center`);
  const [before, after] = shares[align](Math.max(0, columns - width(text)));
  return ' '.repeat(before) + text + ' '.repeat(after);
}

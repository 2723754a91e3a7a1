import { width } from './width.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ellipsis = '…';

/**
 * The text, no wider than `columns`; what goes is replaced by an ellipsis, at the end or in the middle.
 *
 * @param {string} text
 * @param {number} columns
 * @param {{at?: 'end' | 'middle'}} [options]
 * @returns {string}
 */
export function shorten(text, columns, { at = 'end' } = {}) {
  if (width(text) <= columns) return text;
  if (columns < width(ellipsis)) return '';
  const characters = [...graphemes.segment(text)].map(({ segment }) => segment);
  const room = columns - width(ellipsis);
  if (at === 'end') return take(characters, room).join('') + ellipsis;
  const tail = take(characters.toReversed(), Math.floor(room / 2))
    .toReversed()
    .join('');
  return take(characters, room - width(tail)).join('') + ellipsis + tail;
}

/** As many characters from the front as fit into the room. */
function take(characters, room) {
  const taken = [];
  let used = 0;
  for (const character of characters) {
    used += width(character);
    if (used > room) break;
    taken.push(character);
  }
  return taken;
}

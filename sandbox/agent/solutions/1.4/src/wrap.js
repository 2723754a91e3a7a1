import { splitLines } from './lines.js';
import { width } from './width.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text with its lines broken at spaces so that none is wider than `columns`; each line of the text is a paragraph.
 *
 * @param {string} text
 * @param {number} columns
 * @param {{indent?: string}} [options] put before every line but a paragraph's first
 * @returns {string}
 */
export function wrap(text, columns, { indent = '' } = {}) {
  if (columns - width(indent) < 2) throw new RangeError(`${columns} columns leave no room for text`);
  return splitLines(text)
    .flatMap((paragraph) => wrapParagraph(paragraph, columns, indent))
    .join('\n');
}

function wrapParagraph(paragraph, columns, indent) {
  const words = paragraph.split(/ +/).filter((word) => word !== '');
  const lines = [''];
  for (const word of words.flatMap((word) => splitWord(word, columns - width(indent)))) {
    const line = lines.at(-1);
    const longer = line.trim() === '' ? line + word : `${line} ${word}`;
    if (width(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(indent + word);
  }
  return lines;
}

/** The word in pieces that are no wider than the room; most words are one piece. */
function splitWord(word, room) {
  const pieces = [''];
  for (const { segment } of graphemes.segment(word)) {
    if (width(pieces.at(-1) + segment) <= room) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const escapeCharacter = String.fromCharCode(27);
const colours = new RegExp(`${escapeCharacter}\\[[\\d;]*m`, 'g');
const invisible = /^[\p{Control}\p{Format}\p{Mark}]+$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;

/**
 * How many columns a text takes on a terminal; colour sequences and combining marks take none.
 *
 * @param {string} text
 * @returns {number}
 */
export function width(text) {
  let columns = 0;
  for (const { segment } of graphemes.segment(text.replace(colours, ''))) columns += graphemeWidth(segment);
  return columns;
}

function graphemeWidth(grapheme) {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

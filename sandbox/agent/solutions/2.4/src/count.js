/**
 * So many things, in words: `1 file`, `12,345 files`.
 *
 * @param {number} number
 * @param {string} one
 * @param {string} [many] for plurals that are not made with an s
 * @returns {string}
 */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

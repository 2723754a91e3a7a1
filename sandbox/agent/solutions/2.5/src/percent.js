/**
 * A part of a whole in per cent: `25%`; what rounding would make none or all is told as `<1%` or `>99%`.
 *
 * @param {number} part
 * @param {number} whole
 * @param {{digits?: number}} [options] how many decimals to tell, none unless told otherwise
 * @returns {string}
 */
export function percent(part, whole, { digits = 0 } = {}) {
  if (whole === 0 && part !== 0) throw new RangeError(`${part} is no part of nothing`);
  if (part === 0 || part === whole) return part === 0 ? '0%' : '100%';
  const told = ((part / whole) * 100).toFixed(digits);
  const step = (10 ** -digits).toFixed(digits);
  if (Number(told) === 0) return `<${step}%`;
  return Number(told) === 100 ? `>${(100 - Number(step)).toFixed(digits)}%` : `${told}%`;
}

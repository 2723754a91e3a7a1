const decimal = { step: 1000, units: ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] };
const binary = { step: 1024, units: ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] };

/**
 * A number of bytes in the largest unit that fits, with one decimal unless it is zero.
 *
 * @param {number} bytes
 * @param {{binary?: boolean}} [options] steps of 1024 instead of 1000
 * @returns {string}
 */
export function formatBytes(bytes, options = {}) {
  if (!Number.isInteger(bytes) || bytes < 0) throw new RangeError(`${bytes} is no number of bytes`);
  const { step, units } = options.binary ? binary : decimal;
  let amount = bytes;
  let unit = 0;
  // The rounded amount decides: 999.95 kB would be told as 1000 kB.
  while (oneDecimal(amount) >= step && unit < units.length - 1) {
    amount /= step;
    unit += 1;
  }
  return `${oneDecimal(amount)} ${units[unit]}`;
}

function oneDecimal(amount) {
  return Math.round(amount * 10) / 10;
}

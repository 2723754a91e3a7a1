const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/**
 * A duration in its largest units, rounded at the last one that is told.
 *
 * @param {number} milliseconds
 * @param {{parts?: number}} [options] how many units to tell, two unless told otherwise
 * @returns {string}
 */
export function formatDuration(milliseconds, { parts = 2 } = {}) {
  if (!Number.isFinite(milliseconds)) throw new RangeError(`${milliseconds} is no duration`);
  const sign = milliseconds < 0 ? '-' : '';
  return sign + describe(Math.round(Math.abs(milliseconds)), parts);
}

function describe(milliseconds, parts) {
  if (milliseconds < 1000) return `${milliseconds}ms`;
  const first = firstUnit(milliseconds);
  const [, smallest] = units[Math.min(first + parts, units.length) - 1];
  const rounded = Math.round(milliseconds / smallest) * smallest;
  // Rounding may fill the largest unit, and then there is a larger one to start from.
  if (firstUnit(rounded) !== first) return describe(rounded, parts);
  return spell(rounded, units.slice(first, first + parts));
}

function firstUnit(milliseconds) {
  return units.findIndex(([, size]) => milliseconds >= size);
}

function spell(milliseconds, told) {
  let rest = milliseconds;
  const words = [];
  for (const [name, size] of told) {
    const amount = Math.floor(rest / size);
    if (amount > 0) words.push(`${amount}${name}`);
    rest -= amount * size;
  }
  return words.join(' ');
}

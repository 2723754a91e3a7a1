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
  const first = units.findIndex(([, size]) => milliseconds >= size);
  return spell(milliseconds, units.slice(first, first + parts));
}

function spell(milliseconds, told) {
  let rest = milliseconds;
  const words = [];
  for (const [index, [name, size]] of told.entries()) {
    const amount = index === told.length - 1 ? Math.round(rest / size) : Math.floor(rest / size);
    if (amount > 0) words.push(`${amount}${name}`);
    rest -= amount * size;
  }
  return words.join(' ');
}

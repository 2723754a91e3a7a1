const sizes = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const part = /^(\d+(?:\.\d+)?)(ms|[dhms])\s*/;

/**
 * The milliseconds of a duration as a person types it: `1h 30m`, `1.5h`, `-20s`.
 *
 * @param {string} text
 * @returns {number}
 */
export function parseDuration(text) {
  const trimmed = text.trim();
  const negative = trimmed.startsWith('-');
  let rest = negative ? trimmed.slice(1) : trimmed;
  if (rest === '') throw new SyntaxError(`"${text}" is no duration`);
  let milliseconds = 0;
  while (rest !== '') {
    const [whole, amount, unit] = part.exec(rest) ?? stop(rest);
    milliseconds += Number(amount) * sizes[unit];
    rest = rest.slice(whole.length);
  }
  return negative ? -milliseconds : milliseconds;
}

function stop(rest) {
  throw new SyntaxError(`no duration is understood at "${rest}"`);
}

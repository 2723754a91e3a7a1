const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long, in the two largest units that say something: `42 s`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function renderDuration(milliseconds: number): string {
  if (milliseconds < minuteMs) return `${Math.round(milliseconds / secondMs)} s`;
  if (milliseconds < hourMs) return `${Math.floor(milliseconds / minuteMs)} min`;
  if (milliseconds < dayMs) return twoParts(milliseconds, [hourMs, 'h'], [minuteMs, 'min']);
  return twoParts(milliseconds, [dayMs, 'd'], [hourMs, 'h']);
}

type Unit = readonly [milliseconds: number, name: string];

function twoParts(milliseconds: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((milliseconds % large) / small);
  return `${Math.floor(milliseconds / large)} ${largeName}${rest === 0 ? '' : ` ${rest} ${smallName}`}`;
}

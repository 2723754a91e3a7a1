/** A moment as loopctl writes it: UTC, ISO 8601 with microseconds, so that texts compare as times do. */
export type Timestamp = string;

/** This moment in loopctl's form. */
export function momentOf(date: Date): Timestamp {
  return date.toISOString().replace('Z', '000Z');
}

/** Any ISO 8601 moment in loopctl's form, or null when the text is none. */
export function parseTimestamp(text: string): Timestamp | null {
  const match = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  const milliseconds = match === null ? Number.NaN : Date.parse(`${match[1]?.replace(' ', 'T')}${match[3]}`);
  if (match === null || Number.isNaN(milliseconds)) {
    return null;
  }
  return fromParts(milliseconds / 1000, Number((match[2] ?? '').padEnd(6, '0').slice(0, 6)));
}

/** The moment one microsecond later (or, with -1, earlier). */
export function shiftMicroseconds(timestamp: Timestamp, microseconds: 1 | -1): Timestamp {
  const seconds = Date.parse(`${timestamp.slice(0, 19)}Z`) / 1000;
  const sum = Number(timestamp.slice(20, 26)) + microseconds;
  return fromParts(seconds + Math.floor(sum / 1_000_000), (sum + 1_000_000) % 1_000_000);
}

/** The moment so many seconds later. */
export function addSeconds(timestamp: Timestamp, seconds: number): Timestamp {
  return fromParts(Date.parse(`${timestamp.slice(0, 19)}Z`) / 1000 + seconds, Number(timestamp.slice(20, 26)));
}

/** The later of two moments. */
export function latest(one: Timestamp, other: Timestamp): Timestamp {
  return one > other ? one : other;
}

function fromParts(seconds: number, microseconds: number): Timestamp {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${String(microseconds).padStart(6, '0')}Z`;
}

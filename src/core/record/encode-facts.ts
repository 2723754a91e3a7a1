type Write = (text: string) => string;

/** In the place of what is as it was in the same place before. */
const same = { $same: true } as const;

/**
 * Facts as JSON can hold them: maps and sets by name, and every text as it is told to be written. Of what stood in the
 * same place before, only that it is the same.
 */
export function encodeFacts(value: unknown, write: Write, before?: unknown): unknown {
  if (typeof value === 'string') return write(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value === before) return same;
  if (value instanceof Set) return encodeSet(value, write, before);
  if (value instanceof Map) return encodeMap(value, write, before);
  if (Array.isArray(value)) return encodeArray(value, write, before);
  return encodeObject(value, write, before);
}

function encodeSet(value: ReadonlySet<unknown>, write: Write, before: unknown): unknown {
  const items = encodeArray([...value], write, before instanceof Set ? [...before] : undefined);
  return items === same ? same : { $set: items };
}

function encodeArray(value: readonly unknown[], write: Write, before: unknown): unknown {
  const known: readonly unknown[] | null = Array.isArray(before) ? before : null;
  const encoded = value.map((item, index) => encodeFacts(item, write, known?.[index]));
  return known !== null && areSame(value, known, encoded) ? same : encoded;
}

function encodeMap(value: ReadonlyMap<unknown, unknown>, write: Write, before: unknown): unknown {
  const known: ReadonlyMap<unknown, unknown> | null = before instanceof Map ? before : null;
  const encoded = [...value].map(([key, item]) => encodeFacts(item, write, known?.get(key)));
  const keys = [...value.keys()];
  if (
    known !== null &&
    areEqual(keys, [...known.keys()]) &&
    areSame([...value.values()], [...known.values()], encoded)
  ) {
    return same;
  }
  return { $map: keys.map((key, index) => [encodeFacts(key, write), encoded[index]]) };
}

function encodeObject(value: object, write: Write, before: unknown): unknown {
  const known = isPlain(before) ? before : null;
  const keys = Object.keys(value);
  const values: readonly unknown[] = Object.values(value);
  const encoded = keys.map((key, index) => encodeFacts(values[index], write, known?.[key]));
  if (known !== null && areEqual(keys, Object.keys(known)) && areSame(values, Object.values(known), encoded)) {
    return same;
  }
  return Object.fromEntries(keys.map((key, index) => [write(key), encoded[index]]));
}

/** Whether each is as it was: what can hold others by how it was encoded, all else by itself. */
function areSame(now: readonly unknown[], before: readonly unknown[], encoded: readonly unknown[]): boolean {
  return (
    now.length === before.length &&
    encoded.every((item, index) => item === same || isEqualPlain(now[index], before[index]))
  );
}

function areEqual(now: readonly unknown[], before: readonly unknown[]): boolean {
  return now.length === before.length && now.every((item, index) => isEqualPlain(item, before[index]));
}

function isEqualPlain(value: unknown, before: unknown): boolean {
  return (typeof value !== 'object' || value === null) && Object.is(value, before);
}

/** What `encodeFacts` was given, out of what it made, and of what was before. */
export function decodeFacts(value: unknown, before?: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => decodeFacts(item, Array.isArray(before) ? before[index] : undefined));
  }
  if (!isPlain(value)) return value;
  const { $map: pairs, $set: items, $same: isSame } = value;
  if (isSame === true) return before;
  if (isPairs(pairs)) return decodeMap(pairs, before);
  if (Array.isArray(items)) return new Set(items.map((item) => decodeFacts(item)));
  const known = isPlain(before) ? before : null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decodeFacts(inner, known?.[key])]));
}

function decodeMap(pairs: readonly (readonly [unknown, unknown])[], before: unknown): ReadonlyMap<unknown, unknown> {
  const known: ReadonlyMap<unknown, unknown> | null = before instanceof Map ? before : null;
  return new Map(
    pairs.map(([encoded, inner]) => {
      const key = decodeFacts(encoded);
      return [key, decodeFacts(inner, known?.get(key))];
    }),
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  return !(Array.isArray(value) || value instanceof Map || value instanceof Set);
}

function isPairs(value: unknown): value is readonly (readonly [unknown, unknown])[] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);
}

/** Facts as JSON can hold them: maps and sets by name, and every text as it is told to be written. */
export function encodeFacts(value: unknown, write: (text: string) => string): unknown {
  if (typeof value === 'string') return write(value);
  if (value instanceof Map) return { $map: [...value].map((entry) => encodeFacts(entry, write)) };
  if (value instanceof Set) return { $set: [...value].map((item) => encodeFacts(item, write)) };
  if (Array.isArray(value)) return value.map((item) => encodeFacts(item, write));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [write(key), encodeFacts(inner, write)]));
}

/** What `encodeFacts` was given, out of what it made. */
export function decodeFacts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeFacts);
  if (typeof value !== 'object' || value === null) return value;
  const { $map: pairs, $set: items } = value as { readonly $map?: unknown; readonly $set?: unknown };
  if (isPairs(pairs)) return new Map(pairs.map(([key, inner]) => [decodeFacts(key), decodeFacts(inner)]));
  if (Array.isArray(items)) return new Set(items.map(decodeFacts));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decodeFacts(inner)]));
}

function isPairs(value: unknown): value is readonly (readonly [unknown, unknown])[] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);
}

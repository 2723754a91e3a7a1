/** The map without these keys. */
export function without<Value>(map: ReadonlyMap<string, Value>, keys: Iterable<string>): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  for (const key of keys) {
    rest.delete(key);
  }
  return rest;
}

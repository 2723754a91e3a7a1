/** A plain JSON value: what YAML, event payloads and expression contexts are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/** Whether a value is a JSON object, not an array and not null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a property on a path of objects; null where the path ends early, as GitHub's expressions do. */
export function readPath(value: Json, ...path: readonly string[]): Json {
  let here: Json = value;
  for (const key of path) {
    if (!isJsonObject(here)) return null;
    here = here[key] ?? null;
  }
  return here;
}

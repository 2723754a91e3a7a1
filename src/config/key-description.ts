import type { JsonSchema } from './json-schema.ts';

export interface KeyDescription {
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly fallback: unknown;
  /** The keys that may stand below it. */
  readonly children: readonly string[];
}

/** What a schema says about a key; null for one that it does not know. List positions are passed over. */
export function describeKey(schema: JsonSchema, key: readonly (string | number)[]): KeyDescription | null {
  const found = key
    .filter((part) => typeof part === 'string')
    .reduce<JsonSchema | undefined>((parent, part) => parent?.properties?.[part], schema);
  if (found === undefined) return null;
  return {
    description: found.description ?? '',
    examples: found.examples ?? [],
    fallback: found.default,
    children: Object.keys(found.properties ?? {}),
  };
}

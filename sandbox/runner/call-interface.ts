import { type Scope, toText } from './expressions.ts';
import type { Json, JsonObject } from './json.ts';
import { renderTemplate } from './template.ts';
import type { InputDefinition } from './workflow-schema.ts';

/** The `inputs` a called workflow sees: what the caller gives, else the defaults; a value of the wrong type throws. */
export function callInputs(
  declared: Readonly<Record<string, InputDefinition>>,
  given: JsonObject,
  scope: Scope,
): JsonObject {
  const entries = Object.entries(declared).map(([name, input]) => {
    const value = renderTemplate((name in given ? given[name] : input.default) ?? null, scope);
    return [name, checkInput(name, input.type, value)] as const;
  });
  return Object.fromEntries(entries);
}

/** The outputs a called workflow gives its caller, evaluated over its `jobs`. */
export function callOutputs(
  declared: Readonly<Record<string, { readonly value: Json }>>,
  scope: Scope,
): Readonly<Record<string, string>> {
  const values = Object.entries(declared).map(
    ([name, { value }]) => [name, toText(renderTemplate(value, scope))] as const,
  );
  return Object.fromEntries(values);
}

function checkInput(name: string, type: InputDefinition['type'], value: Json): Json {
  if (type !== 'boolean' && type !== 'number') return toText(value);
  if (value === null) return type === 'boolean' ? false : 0;
  if (typeof value !== type) throw new Error(`Input '${name}' must be a ${type}. Unexpected value '${toText(value)}'`);
  return value;
}
